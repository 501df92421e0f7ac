"""The morning report: what a run did, as facts, as pictures, as a page."""
