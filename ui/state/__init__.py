"""What each page knows: plain Python, no Qt."""
