"""Models on this computer: what a folder holds and what its config.json means."""
