"""A run as files that others run: a script without the studio, and configurations of other trainers."""
