"""The pages of the window: they show what the state says and compute nothing."""
