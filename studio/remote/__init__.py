"""A run on another computer, over the system's own ssh: its files come here, what is asked goes there."""
