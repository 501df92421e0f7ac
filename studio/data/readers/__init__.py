"""Readers: from a file to rows, one module per family of formats. None of them knows what the rows mean."""
