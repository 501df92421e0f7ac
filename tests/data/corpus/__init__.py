"""Bad files, made by code: each with what is wrong with it and where."""
