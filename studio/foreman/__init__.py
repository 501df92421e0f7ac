"""The process that looks after runs: starts workers, notices their death, starts them again; knows no torch."""
