"""Data: from the user's files to tokens, with every problem named. No torch, no transformers."""
