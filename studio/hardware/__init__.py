"""What this computer can train on, who else uses it, and what threatens a night. No torch."""
