"""Sends a proved export to the hub: file by file, one commit for all, and a look at what the hub then holds."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from huggingface_hub import CommitOperationAdd, CommitOperationDelete, HfApi, constants
from huggingface_hub.errors import HfHubHTTPError, OfflineModeIsEnabled, RepositoryNotFoundError
from huggingface_hub.hf_api import ModelInfo
from huggingface_hub.utils import httpx

from studio.after import AfterEvent, Noted, Progressed, Pushed, PushJob
from studio.errors import HubProblem, RunProblem
from studio.models.hub import Busy, Hub, unreachable
from studio.models.origin import RemoteFile, check_name
from studio.models.token import TOKENS_PAGE, check_token

_PAUSES = (1.0, 5.0, 20.0, 60.0, 120.0)
"""Seconds before each further try in which no file more arrived."""
_GOES = (
    "*.safetensors",
    "model.safetensors.index.json",
    "model.gguf",
    "Modelfile",
    "README.md",
    "proof.json",
    "*config.json",
    "tokenizer*",
    "special_tokens_map.json",
    "added_tokens.json",
    "chat_template.jinja",
    "vocab.*",
    "merges.txt",
    "spiece.model",
)
"""Names of what an export consists of; anything else in its folder, such as rows, stays here."""
_OF_THE_HUB = ".gitattributes"

Tell = Callable[[AfterEvent], None]


def files_to_push(folder: Path) -> list[Path]:
    """What of an export's folder goes to the hub, small files first. Raises RunProblem where it is not proved."""
    if not (folder / "proof.json").is_file():
        raise RunProblem(f"There is no proved export in {folder}.", "Export the run first.")
    known = [path for path in folder.iterdir() if path.is_file() and any(fnmatchcase(path.name, go) for go in _GOES)]
    return sorted(known, key=lambda path: (path.stat().st_size, path.name))


def push(
    job: PushJob,
    token: str | None,
    tell: Tell,
    *,
    endpoint: str = constants.ENDPOINT,
    pauses: Sequence[float] = _PAUSES,
) -> Pushed:
    """Send it. Nothing is to be seen on the hub before all is there; what had arrived before a cut is not sent again.

    Raises HubProblem, RunProblem, OSError.
    """
    files, _ = files_to_push(Path(job.folder)), check_name(job.name)
    sending = _Sending(job, files, check_token(token), endpoint, tell)
    tries = arrived = 0
    while True:
        try:
            return sending.send()
        except Busy as busy:
            tries = 1 if sending.arrived > arrived else tries + 1
            arrived = sending.arrived
            if tries > len(pauses):
                raise busy.problem from busy
            seconds = max(pauses[tries - 1], min(busy.wait_seconds or 0.0, 600.0))
            tell(Noted(title=busy.problem.title, hint=f"Trying again in {seconds:.0f} s."))
            time.sleep(seconds)


class _Sending:
    """One export on its way, over as many connections as it takes."""

    def __init__(self, job: PushJob, files: Sequence[Path], token: str, endpoint: str, tell: Tell) -> None:
        self._job, self._tell = job, tell
        self._api = HfApi(endpoint=endpoint, token=token, library_name="nightshift-studio")
        self._hub = Hub(token, endpoint=endpoint)
        self._page = f"{endpoint}/{job.name}"
        self._files = {path.name: path for path in files}
        self._additions = {name: CommitOperationAdd(name, str(path)) for name, path in self._files.items()}
        self._sizes = {name: path.stat().st_size for name, path in self._files.items()}
        self._sent: set[str] = set()

    @property
    def arrived(self) -> int:
        """Files that the hub has."""
        return len(self._sent)

    def send(self) -> Pushed:
        """All that is missing, then the commit. Raises HubProblem, Busy."""
        try:
            there = self._there()
            if there is None:
                self._api.create_repo(self._job.name, private=self._job.private, exist_ok=True)
            for name, addition in self._additions.items():
                self._progressed()
                self._api.preupload_lfs_files(self._job.name, [addition])
                self._sent.add(name)
            self._progressed()
            older = [each.rfilename for each in (there.siblings or ())] if there is not None else []
            gone = [CommitOperationDelete(name) for name in older if name not in self._files and name != _OF_THE_HUB]
            commit = self._api.create_commit(
                self._job.name, [*self._additions.values(), *gone], commit_message="Fine-tuned with Nightshift Studio"
            )
        except (HfHubHTTPError, OfflineModeIsEnabled, httpx.HTTPError, RuntimeError, ValueError) as problem:
            raise _in_words(problem, self._job.name, self._api.endpoint) from problem
        return self._seen(commit.oid)

    def _progressed(self) -> None:
        done = sum(self._sizes[name] for name in self._sent)
        self._tell(Progressed(stage="sending files", done=done, total=sum(self._sizes.values())))

    def _there(self) -> ModelInfo | None:
        """What is on the hub under that name already; None: nothing. Raises HubProblem where that is something else."""
        name = self._job.name
        try:
            there = self._api.model_info(name)
        except RepositoryNotFoundError:
            return None
        names = {each.rfilename for each in there.siblings or ()} - {_OF_THE_HUB}
        if names and "proof.json" not in names:
            raise HubProblem(f"{name} is on the hub already and holds something else.", "Choose another name.")
        if self._job.private and not there.private:
            raise HubProblem(
                f"{name} is on the hub already, and everybody can see it.",
                "Choose another name, or let everybody see this one too.",
            )
        return there

    def _seen(self, revision: str) -> Pushed:
        """Look at what the hub holds now. Raises HubProblem where that is not what was sent, Busy."""
        held = {file.name: file for file in self._hub.look_up(self._job.name, revision).files}
        wrong = [
            name for name, path in self._files.items() if not _is_same(held.get(name), path, self._additions[name])
        ]
        if wrong:
            raise HubProblem(
                f"The hub holds {wrong[0]} otherwise than it was sent.", "Push it again; do not use what is there."
            )
        return Pushed(
            name=self._job.name,
            address=self._page,
            revision=revision,
            files=len(self._files),
            size_bytes=sum(self._sizes.values()),
            private=self._job.private,
        )


def _is_same(held: RemoteFile | None, path: Path, sent: CommitOperationAdd) -> bool:
    if held is None or held.size != path.stat().st_size:
        return False
    if held.sha256:
        return held.sha256 == sent.upload_info.sha256.hex()
    content = path.read_bytes()
    named = hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False)
    return held.git_id == named.hexdigest()


def _in_words(problem: BaseException, name: str, endpoint: str) -> HubProblem | Busy:
    """What went wrong, from the answer or the cut behind it."""
    if isinstance(problem, OfflineModeIsEnabled):
        return HubProblem(
            "The network is switched off on this computer by HF_HUB_OFFLINE.", "Remove that setting, then push again."
        )
    cause: BaseException | None = problem
    while cause is not None:
        if isinstance(cause, HfHubHTTPError):
            return _refusal(cause, name)
        if isinstance(cause, httpx.HTTPError):
            return unreachable(cause, endpoint)
        cause = cause.__cause__
    if isinstance(problem, ValueError):
        return HubProblem("The hub does not take this export as it is.", f"It says: {' '.join(str(problem).split())}")
    return Busy(HubProblem("The connection was cut while files were sent.", "Push it again to go on."))


def _refusal(problem: HfHubHTTPError, name: str) -> HubProblem | Busy:
    status = problem.response.status_code
    wait = problem.response.headers.get("Retry-After", "")
    if status == 429 or status >= 500 or status == 408:
        trouble = HubProblem(f"The hub has trouble of its own (answer {status}).", "Push it again later to go on.")
        return Busy(trouble, float(wait) if wait.isdigit() else None)
    if status == 401:
        return HubProblem(
            "The hub does not accept your token.",
            f"It may have been deleted or have run out: create one of the kind “Write” at {TOKENS_PAGE} and keep it by "
            "`nightshift token`.",
            remedy="token to write",
        )
    if status == 403:
        return HubProblem(
            f"Your token may not write to {name}.",
            f"Check the owner's name, and that the token is of the kind “Write”: {TOKENS_PAGE}.",
        )
    told = problem.server_message or f"answer {status}"
    return HubProblem(f"The hub did not take {name}.", f"It says: {told}")
