"""The process that works: the only importer of torch, started by name and imported by nobody."""
