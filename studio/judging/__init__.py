"""What a run made of its model: numbers, how sure they are, and what they mean in words."""
