"""Numbers in the sentences about a plan, for models of any size."""

import pytest

from studio.hardware.device import GIB, MIB, gib
from studio.planning.figures import per_update


@pytest.mark.parametrize(
    ("num_bytes", "told"),
    [(23.69 * GIB, "23.69 GiB"), (0.47 * GIB, "0.47 GiB"), (6.4 * MIB, "6.4 MiB"), (-6.4 * MIB, "-6.4 MiB")],
)
def test_memory_of_a_small_model_is_told_in_mib(num_bytes, told):
    assert gib(num_bytes) == told


@pytest.mark.parametrize(
    ("seconds", "told"), [(20.44, "20.4 s"), (0.18, "180 ms"), (0.0037, "3.7 ms"), (0.0001, "0.1 ms")]
)
def test_an_update_has_the_digits_that_count(seconds, told):
    assert per_update(seconds) == told
