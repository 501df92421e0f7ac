"""What keeps the benchmark from measuring, in one sentence."""


class BenchmarkProblem(Exception):
    """Said to the user as it is."""
