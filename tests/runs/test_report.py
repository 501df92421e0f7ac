"""The morning report: every incident with its cost, the advice, the page; of runs written by hand and of real words."""

import re
from html import escape
from html.parser import HTMLParser

import pytest

from studio.errors import RunProblem
from studio.events import (
    CheckpointSaved,
    CheckpointSetAside,
    ClockChanged,
    Evaluated,
    JobFailed,
    KeptAwake,
    MemoryRecovered,
    ModelLoaded,
    PowerMeasured,
    RestartPlanned,
    ResultSaved,
    RunEnded,
    Sampled,
    Slept,
    TrainingStarted,
    UpdateSkipped,
    WaitEnded,
    WaitStarted,
    WentBack,
    WorkerEnded,
    WorkerSpawned,
)
from studio.foreman.teller import write_report
from studio.job import Data, TrainJob
from studio.paths import open_home
from studio.report.facts import gather
from studio.report.incidents import find_incidents, in_order
from studio.report.picture import loss_picture
from studio.runs.exit_codes import LEFT
from studio.runs.folder import create_run
from studio.runs.journal import Journal
from tests.support.nightshift import Nightshift
from tests.support.stand_in import an_update

BEGAN = 1_763_700_000.0


class Night:
    """A run written event by event, one second apart."""

    def __init__(self, tmp_path):
        self.run = create_run(
            open_home(tmp_path / "home"), TrainJob(name="dates", model="/m/Qwen3-8B", data=Data(train="d"))
        )
        self.now, self.update, self._foreman, self._worker = BEGAN, 0, [], []

    def foreman(self, kind, /, **fields):
        self._add(self._foreman, kind, fields)

    def worker(self, kind, /, **fields):
        self._add(self._worker, kind, fields)

    def _add(self, journal, kind, fields):
        self.now += 1
        journal.append(kind(at=self.now, **fields))

    def learn(self, updates, seconds=10.0):
        for _ in range(updates):
            self.update += 1
            self.now += seconds
            self._worker.append(an_update(self.update, at=self.now, seconds=seconds))

    def begin(self, update=0, attempt=1):
        self.foreman(WorkerSpawned, pid=1, attempt=attempt, commands_from=0)
        self.worker(
            ModelLoaded, parameters=8_000_000, trainable_parameters=1000, device="RTX 3090", precision="bfloat16"
        )
        self.worker(TrainingStarted, from_update=update, updates=40, updates_per_epoch=10, attempt=attempt)
        self.update = update

    def end(self, outcome="finished", **words):
        self.foreman(RunEnded, outcome=outcome, commands_to=0, **words)
        for path, events in ((self.run.foreman_events, self._foreman), (self.run.events, self._worker)):
            with Journal(path) as journal:
                for event in events:
                    journal.append(event)
        return gather(self.run)

    def incidents(self):
        return find_incidents(in_order(self._foreman, self._worker))


@pytest.fixture
def night(tmp_path):
    return Night(tmp_path)


def titled(incidents):
    return {each.title: each.cost_seconds for each in incidents}


def test_a_death_costs_the_time_until_the_run_is_as_far_as_before(night):
    night.begin()
    night.learn(20)
    night.foreman(WorkerEnded, exit_code=-9, attempt=1)
    night.foreman(RestartPlanned, in_seconds=1, attempt=2)
    night.begin(update=15, attempt=2)
    night.learn(25)
    (incident,) = night.incidents()
    assert incident.title == "The training program ended unexpectedly"
    assert incident.detail == "It was ended by the system, most likely because memory ran out, and started again."
    assert incident.cost_seconds == pytest.approx(4 + 5 * 10)  # to begin again, and updates 16 to 20 once more


def test_a_worker_that_could_say_what_was_the_matter_is_quoted(night):
    night.begin()
    night.learn(20)
    night.worker(JobFailed, title="The memory ran out in the middle of update 21.", hint="", kind="EngineProblem")
    night.foreman(WorkerEnded, exit_code=50, attempt=1)
    night.begin(update=15, attempt=2)
    night.learn(25)
    night.foreman(WorkerEnded, exit_code=-9, attempt=2)
    night.begin(update=40, attempt=3)
    night.learn(5)
    first, second = night.incidents()
    assert first.detail == "The memory ran out in the middle of update 21. It was started again."
    assert second.detail.startswith("It was ended by the system"), "what the one before said is not its"


def test_one_that_saved_and_left_because_its_time_was_over_is_not_called_unexpected(night):
    night.begin()
    night.learn(20)
    night.foreman(WorkerEnded, exit_code=LEFT, attempt=1)
    night.now += 3600  # in a cluster's queue
    night.begin(update=20, attempt=2)
    night.learn(1)
    assert titled(night.incidents()) == {"The training program was asked to leave": pytest.approx(3603)}


def test_a_dead_foreman_is_seen_by_the_worker_that_nobody_saw_end(night):
    night.begin()
    night.learn(20)
    night.now += 3600
    night.begin(update=20, attempt=2)
    night.learn(1)
    assert titled(night.incidents()) == {"Nobody looked after the run for a while": pytest.approx(3603)}


def test_a_worker_is_not_missed_whose_run_moved_here_in_a_pause(night):
    night.begin()
    night.learn(20)
    night.foreman(RunEnded, outcome="stopped", commands_to=0)
    night.now += 3600
    night.begin(update=20, attempt=2)
    night.learn(1)
    assert not night.incidents()


def twelve_faults(night):
    """One night with twelve different ones."""
    night.begin()
    night.foreman(KeptAwake, held=True)
    night.learn(5)
    night.worker(MemoryRecovered, update=6, rows=4, longest=900, token_budget=2048, how="smaller micro-batches")
    night.learn(1, seconds=25)
    night.foreman(
        Slept,
        seconds=3600,
    )
    night.learn(2)
    night.worker(UpdateSkipped, update=9, reason="not a number", rows=(3, 14))
    night.update = 9
    night.learn(1)
    night.worker(WentBack, update=11, to_update=8)
    night.update = 8
    night.learn(4)
    night.foreman(WaitStarted, reason="disk", title="The disk is nearly full", hint="Free some.", paused=True)
    night.foreman(WaitEnded, seconds=120)
    night.foreman(WaitStarted, reason="hot card", title="The card is 94 °C hot", hint="", paused=True)
    night.foreman(WaitEnded, seconds=60)
    night.foreman(ClockChanged, seconds=-3600)
    night.foreman(WorkerEnded, exit_code=-9, attempt=1)
    night.worker(CheckpointSetAside, folder="damaged-1", reason="state.json is missing.")
    night.begin(update=10, attempt=2)
    night.learn(5)
    night.foreman(WorkerEnded, exit_code=-11, attempt=2)
    night.begin(update=15, attempt=3)
    night.learn(5)
    night.now += 600
    night.begin(update=20, attempt=4)
    night.learn(5)
    night.foreman(WaitStarted, reason="lost card", title="The card does not answer", hint="")
    night.foreman(WorkerEnded, exit_code=-9, attempt=4)
    night.foreman(WaitEnded, seconds=300)
    night.begin(update=25, attempt=5)
    night.learn(15)


def test_a_night_with_twelve_faults_ends_with_all_twelve_in_the_report(night):
    twelve_faults(night)
    report = night.end()
    assert report.state == "finished"
    assert len({(each.title, each.detail) for each in report.incidents}) == 12
    page = write_report(night.run).read_text()
    for incident in report.incidents:
        assert escape(incident.title) in page


def test_each_fault_has_its_price(night):
    twelve_faults(night)
    costs = titled(night.incidents())
    assert costs["Out of memory at update 6, redone"] == pytest.approx(15)
    assert costs["The computer slept for 60 min"] == 3600
    assert costs["The disk is nearly full"] == 120
    assert costs["The card does not answer"] == 300
    assert costs["The loss of update 9 was not a number"] == pytest.approx(10)
    assert costs["Went back to update 8"] == pytest.approx(20)
    assert costs["The computer's clock was put back by 60 min"] is None


def test_advice_follows_from_the_held_out_loss(tmp_path):
    advice = {}
    for name, losses in {"rose": (2.0, 1.0, 1.3), "falls": (2.0, 1.5, 1.0), "never": (1.0, 1.2, 1.4)}.items():
        night = Night(tmp_path / name)
        night.begin()
        for number, loss in enumerate(losses):
            night.worker(
                Evaluated, update=night.update, eval_loss=loss, num_target_tokens=9, seconds=1, best=number == 0
            )
            if number < 2:
                night.learn(20)
        advice[name] = " ".join(night.end().next_steps)
    assert advice["rose"].startswith("After update 20 the held-out loss rose again: fewer updates would do.")
    assert advice["falls"] == "The held-out loss was still falling at the end: more updates may help."
    assert advice["never"].startswith("The held-out loss never fell below that of the model before")


def test_a_failure_is_told_with_what_is_kept_and_how_to_go_on(night):
    night.begin()
    night.learn(7)
    night.worker(CheckpointSaved, update=7, folder="update-000007", size_bytes=5, seconds=0.1)
    report = night.end("failed", title="The disk is read-only.", hint="Make it writable.")
    assert report.headline == f"{night.run.name} did not finish: it ended at update 7 of 40."
    assert report.why == "The disk is read-only. Make it writable."
    assert report.next_steps == ("Make it writable.", f"Go on from update 7: nightshift resume {night.run.name}")


def test_energy_and_probe_answers_are_told(night):
    night.begin()
    night.worker(Sampled, update=0, prompt="2+2?", text="five", seconds=1)
    night.learn(40)
    night.worker(Sampled, update=40, prompt="2+2?", text="<b>four</b>", seconds=1)
    night.worker(ResultSaved, folder="/h/result", size_bytes=1, largest_difference=0.0, update=40)
    night.foreman(PowerMeasured, joules=3.6e6, seconds=1e4)
    night.foreman(PowerMeasured, joules=1.8e6, seconds=5e3)
    report = night.end()
    assert report.kilowatt_hours == pytest.approx(1.5)
    (probe,) = report.probes
    assert (probe.before, probe.after) == ("five", "<b>four</b>")
    page = write_report(night.run).read_text()
    assert "&lt;b&gt;four&lt;/b&gt;" in page  # what a model writes is text, never a page
    assert "1.500 kWh" in page


def test_the_methods_name_what_another_needs_to_do_the_same(night):
    night.begin()
    night.learn(40)
    methods = night.end().methods
    for word in ("Qwen3-8B", "low-rank adapters (rank 16", "exactly 32 examples", "seed 0", "torch 2.", "RTX 3090"):
        assert word in methods


class Page(HTMLParser):
    """Whether every tag is closed, and what is fetched from elsewhere."""

    def __init__(self):
        super().__init__()
        self.open, self.fetched = [], []

    def handle_starttag(self, tag, attributes):
        if tag not in ("meta", "br"):
            self.open.append(tag)
        self.fetched += [value for name, value in attributes if name in ("src", "href", "srcset")]

    def handle_startendtag(self, tag, attributes):
        pass

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_the_page_is_whole_and_needs_nothing_from_elsewhere(night):
    twelve_faults(night)
    night.end()
    text = write_report(night.run).read_text()
    page = Page()
    page.feed(text)
    assert (page.open, page.fetched) == ([], [])
    assert not re.search(r"https?://|<script|@import|url\(", text)
    assert "prefers-color-scheme: dark" in text


def test_no_spike_is_lost_in_a_picture_of_many_updates():
    losses = [1.0 + 0.001 * (number % 7) for number in range(50_000)]
    losses[33_333] = 1.004 * 3
    picture = loss_picture(losses, [])
    top = min(float(point.split(",")[1]) for point in re.search(r'points="([^"]*)"', picture)[1].split())
    assert top == pytest.approx(14)  # drawn at the upper edge: an outlier, not the scale
    assert len(picture) < 30_000


@pytest.mark.parametrize("losses", [[], [float("nan")]])
def test_nothing_learnt_has_no_picture(losses):
    assert loss_picture(losses, []) == ""


@pytest.mark.parametrize("losses", [[1.0], [0.0, 0.0], [2.0, float("nan"), 1.0], [-1.0, -2.0]])
def test_few_flat_and_broken_curves_are_drawn(losses):
    assert "nan" not in loss_picture(losses, [])


def test_the_command_prints_it_and_as_json_all_of_it(night):
    twelve_faults(night)
    told = night.end()
    nightshift = Nightshift(night.run.home.folder)
    code, answer, printed = nightshift.call("report", "last")
    assert code == 0, printed
    assert (answer["headline"], len(answer["incidents"])) == (told.headline, 12)
    assert (night.run.path / "report.html").read_text()
    said = nightshift.say("report", "last")
    assert said.startswith(told.headline)
    assert "The disk is nearly full (cost 2 min)" in said
    code, answer, _ = nightshift.call("stay-on", "last")
    assert (code, answer["error"]["hint"]) == (1, "The computer stays on anyway.")


def test_a_run_that_never_began_has_no_report(night):
    with pytest.raises(RunProblem, match="has not begun yet"):
        gather(night.run)
