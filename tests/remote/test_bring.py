"""A run is brought here from another computer: whole and checked, or in words and with nothing left."""

import pytest

from studio.errors import RunProblem
from studio.moving.bring import bring
from studio.moving.unpack import unpack_run
from studio.paths import open_home
from studio.remote.ssh import NoConnection
from tests.support.to_move import stopped_run

HOST = "zoe@workstation"


class Enough(Exception):
    pass


def nothing_is_left(there, file):
    return not file.exists() and not list(there.home.jobs.iterdir())


def test_it_arrives_as_it_was_packed_there(elsewhere, tmp_path):
    run, file, heard = stopped_run(elsewhere.run.home), tmp_path / "run.nightshift", []
    bring(HOST, run.name, elsewhere.command, file, lambda done, total: heard.append((done, total)))
    assert heard[-1] == (file.stat().st_size, file.stat().st_size)
    here = unpack_run(open_home(tmp_path / "mine"), file)
    assert here.job_file.read_bytes() == run.job_file.read_bytes()
    assert (here.data / "train" / "tokens.bin").read_bytes() == (run.data / "train" / "tokens.bin").read_bytes()
    assert not list(run.home.jobs.iterdir())


def test_what_the_studio_there_refuses_and_what_is_cut_is_said_and_leaves_nothing(elsewhere, tmp_path):
    file = tmp_path / "run.nightshift"
    with pytest.raises(RunProblem, match="zoe@workstation: There is no run “unknown”"):
        bring(HOST, "unknown", elsewhere.command, file, lambda *_: None)
    with pytest.raises(RunProblem, match="The connection to zoe@workstation ended"):
        bring(HOST, "unknown", ("true",), file, lambda *_: None)
    run = stopped_run(elsewhere.run.home)

    def cut(_done, _total):
        raise Enough

    with pytest.raises(Enough):
        bring(HOST, run.name, elsewhere.command, file, cut)
    assert nothing_is_left(run, file)
    elsewhere.network.cut()
    with pytest.raises(NoConnection, match="cannot be reached"):
        bring(HOST, run.name, elsewhere.command, file, lambda *_: None)
    assert not file.exists()
