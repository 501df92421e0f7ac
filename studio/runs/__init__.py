"""The run folder: its files, its lease, and the state that follows from them."""
