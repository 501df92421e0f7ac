"""The window in other languages: one .ts file for each, which people translate, and the .qm file that Qt reads."""
