"""The studio without a window: the same engine for terminals, servers and scripts."""
