"""The hub that models come from: what it has, what a model consists of, the bytes of a file, and its refusals in words.

Through huggingface_hub, so that its settings hold here too: HF_ENDPOINT, proxies, HF_HUB_OFFLINE.
"""

from __future__ import annotations

import re
import ssl
from collections.abc import Generator, Iterator
from contextlib import contextmanager

import msgspec
from huggingface_hub import HfApi, constants, hf_hub_url
from huggingface_hub.errors import HfHubHTTPError, HFValidationError, OfflineModeIsEnabled
from huggingface_hub.utils import get_session, httpx

from studio.errors import HubProblem
from studio.models.origin import RemoteFile, check_name, dataset_of, misnamed
from studio.models.token import TOKENS_PAGE

_LATER = "What was downloaded is kept: download it again to go on."


class Repository(msgspec.Struct, frozen=True, kw_only=True):
    """One version of a model or dataset on the hub."""

    model: str
    """Its name; for a dataset as `dataset_of` reads it."""
    revision: str
    """Hash of the commit."""
    gated: bool
    files: tuple[RemoteFile, ...]


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A model that a search found."""

    model: str = msgspec.field(name="id")
    downloads: int = 0
    """In the last thirty days."""
    gated: bool | str = False
    """Where its licence has to be agreed to: by whom that is granted."""


class Busy(Exception):
    """The hub or the way to it fails for now; trying again may help."""

    def __init__(self, problem: HubProblem, wait_seconds: float | None = None) -> None:
        super().__init__(problem.title)
        self.problem = problem
        self.wait_seconds = wait_seconds
        """As the hub asks."""


class Hub:
    """Questions to the hub; every answer that is none is a HubProblem, or Busy where trying again may help."""

    def __init__(self, token: str | None, *, endpoint: str | None = None, silence_seconds: float = 15.0) -> None:
        """`silence_seconds`: without a byte for so long, the connection counts as cut."""
        self.endpoint = endpoint or constants.ENDPOINT
        self._token = token
        self._silence = silence_seconds
        self._api = HfApi(endpoint=self.endpoint, token=token or False, library_name="nightshift-studio")

    @property
    def has_token(self) -> bool:
        """Whether it asks in the name of a user."""
        return bool(self._token)

    @property
    def _headers(self) -> dict[str, str]:
        return {"User-Agent": "nightshift-studio"} | ({"Authorization": f"Bearer {self._token}"} if self._token else {})

    def look_up(self, model: str, revision: str | None = None) -> Repository:
        """What `model` consists of, in this version or the newest. Raises HubProblem, Busy."""
        dataset = dataset_of(model)
        ask = self._api.model_info if dataset is None else self._api.dataset_info
        name = check_name(model) if dataset is None else dataset.name
        with self._told(model, revision):
            info = ask(name, revision=revision, files_metadata=True, timeout=self._silence)
        if not re.fullmatch(r"[0-9a-f]{40}", info.sha or ""):
            raise Busy(HubProblem("The hub's answer makes no sense.", "Try again later."))
        files = [
            RemoteFile(
                name=each.rfilename,
                size=each.size,
                sha256=each.lfs.sha256 if each.lfs else "",
                git_id="" if each.lfs else each.blob_id or "",
            )
            for each in info.siblings or ()
            if each.size is not None
        ]
        return Repository(model=model, revision=str(info.sha), gated=bool(info.gated), files=tuple(files))

    def search(self, words: str, limit: int = 20) -> tuple[Found, ...]:
        """Models that write text and fit the words, those downloaded most first. Raises HubProblem, Busy."""
        with self._told(words, None):
            asked = {"search": words, "filter": ["text-generation", "safetensors"], "sort": "downloads", "limit": limit}
            answer = get_session().get(
                f"{self.endpoint}/api/models", params=asked, headers=self._headers, timeout=self._silence
            )
        if answer.status_code >= 300:
            raise _refusal(answer, words, None, has_token=self.has_token)
        try:
            return tuple(msgspec.json.decode(answer.content, type=list[Found]))
        except (msgspec.DecodeError, UnicodeDecodeError) as problem:
            raise Busy(HubProblem("The hub's answer makes no sense.", "Try again later.")) from problem

    @contextmanager
    def read(self, repository: Repository, file: RemoteFile, offset: int) -> Generator[tuple[int, Iterator[bytes]]]:
        """The bytes of a file from `offset` on, and where they really begin: 0 where the hub cannot begin later.

        The token goes to the hub alone, not to the storage it may send us on to. Raises HubProblem, Busy.
        """
        dataset = dataset_of(repository.model)
        name, kind = (repository.model, None) if dataset is None else (dataset.name, "dataset")
        url = hf_hub_url(name, file.name, repo_type=kind, revision=repository.revision, endpoint=self.endpoint)
        headers = {**self._headers, "Accept-Encoding": "identity"}
        if offset:
            headers["Range"] = f"bytes={offset}-"
        with (
            self._told(repository.model, repository.revision),
            get_session().stream("GET", url, headers=headers, timeout=self._silence) as response,
        ):
            if response.status_code >= 300:
                raise _refusal(response, repository.model, repository.revision, has_token=bool(self._token))
            yield (offset if response.status_code == 206 else 0), response.iter_bytes()

    @contextmanager
    def _told(self, model: str, revision: str | None) -> Generator[None]:
        """Refusals and cuts of the connection as HubProblem or Busy."""
        try:
            yield
        except HFValidationError as problem:
            raise misnamed(model) from problem
        except HfHubHTTPError as problem:
            raise _refusal(problem.response, model, revision, has_token=bool(self._token)) from problem
        except OfflineModeIsEnabled as problem:
            raise HubProblem(
                "Downloads are switched off on this computer by HF_HUB_OFFLINE.",
                "Remove that setting, or choose a model folder that is here already.",
            ) from problem
        except httpx.HTTPError as problem:
            raise unreachable(problem, self.endpoint) from problem


def _refusal(response: httpx.Response, model: str, revision: str | None, *, has_token: bool) -> HubProblem | Busy:
    """What a status and a reason of the hub mean."""
    status, code = response.status_code, response.headers.get("X-Error-Code", "")
    if status == 429:
        return Busy(
            HubProblem("The hub asks to wait: too many downloads from your address.", f"Wait an hour. {_LATER}"),
            _seconds(response.headers.get("Retry-After")),
        )
    if status >= 500 or status == 408:
        trouble = HubProblem(f"The hub has trouble of its own (answer {status}).", f"Try again later. {_LATER}")
        return Busy(trouble, _seconds(response.headers.get("Retry-After")))
    if code == "GatedRepo":
        return gated_problem(model, has_token=has_token)
    if code == "RevisionNotFound":
        return HubProblem(f"{model} has no version “{revision}”.", "Leave the version out for the newest.")
    if code == "EntryNotFound":
        return HubProblem(f"A file of {model} is no longer on the hub.", "Download the newest version.")
    if status == 401 and has_token:
        return HubProblem(
            "The hub does not accept your token.",
            f"It may have been deleted or have run out: create one at {TOKENS_PAGE} and keep it by `nightshift token`.",
            remedy="token to read",
        )
    if status == 403:
        return HubProblem(
            f"The hub does not let you have {model}.",
            f"Your token may lack the right to read it: create one of the kind “Read” at {TOKENS_PAGE} and keep it by "
            "`nightshift token`.",
            remedy="token to read",
        )
    if status in (401, 404):
        return HubProblem(
            f"There is no {_kind_and_name(model)} on the hub, or it is private.",
            "Check how it is spelt, the owner too; for a private one keep your token first, by `nightshift token`.",
            remedy="name or token",
        )
    return HubProblem(f"The hub refused (answer {status}).", f"Try again later. {_LATER}")


def _kind_and_name(model: str) -> str:
    dataset = dataset_of(model)
    return f"model {model}" if dataset is None else f"dataset {dataset.name}"


def gated_problem(model: str, *, has_token: bool) -> HubProblem:
    """What a model needs whose licence must be agreed to first, step by step."""
    steps = [f"open https://huggingface.co/{model}, sign in and agree to its licence; some owners take hours to answer"]
    if has_token:
        steps.append("see that your token belongs to that account and may read such models")
    else:
        steps.append(f"create a token of the kind “Read” at {TOKENS_PAGE}")
        steps.append("keep it here by `nightshift token`")
    steps.append("download the model again")
    return HubProblem(
        f"The owner of {model} gives it only to those who agree to its licence.",
        " ".join(f"{number}. {step[0].upper()}{step[1:]}." for number, step in enumerate(steps, 1)),
    )


def unreachable(problem: Exception, endpoint: str) -> Busy:
    """What a connection that failed means."""
    cause: BaseException | None = problem
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return Busy(
                HubProblem(
                    f"{endpoint} cannot prove that it is the hub.",
                    "See that this computer's date is right; a company's network may need its own certificate.",
                )
            )
        cause = cause.__cause__ or cause.__context__
    return Busy(
        HubProblem(f"{endpoint} cannot be reached.", f"Check the connection, and the proxy if you use one. {_LATER}")
    )


def _seconds(text: str | None) -> float | None:
    return float(text) if text and text.isdigit() else None
