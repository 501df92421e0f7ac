"""A run as one file: packed on one computer, unpacked on another, going on at its update."""
