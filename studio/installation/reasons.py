"""Why a command of the installation failed, in words: what it printed, what that means, what to try."""

from __future__ import annotations

import re

from studio.errors import InstallationProblem

_REASONS = [
    (r"No space left|Errno 28|os error 28|not enough space|WinError 112|Disk quota exceeded",
     "The disk is full.",
     "Free some space (3 GB with the processor's PyTorch, 9 GB with NVIDIA's) and start again."),
    (r"DO NOT MATCH THE HASHES|HashMismatch|Hash mismatch",
     "What was downloaded is not what was asked for.",
     "Start again. If it comes back, a mirror or a proxy changes files: use another network."),
    (r"CERTIFICATE_VERIFY_FAILED|invalid peer certificate|SSLError",
     "The download server's certificate is not trusted here.",
     "If your network has its own certificate, tell pip with `pip config set global.cert FILE` and start again."),
    (r"ProxyError|Cannot connect to proxy|Tunnel connection failed",
     "The proxy refuses the download.",
     "Check the proxy that pip and this computer are set to (HTTPS_PROXY, `pip config list`) and start again."),
    (r"name resolution|Name or service not known|getaddrinfo failed|NewConnectionError|ConnectTimeout|Read timed out"
     r"|Network is unreachable|Connection (?:refused|reset|aborted)|dns error|error sending request"
     r"|Could not resolve|Temporary failure resolving",
     "The download server cannot be reached.",
     "Check the connection (or the proxy and mirror that pip is set to) and start again; what is here is kept."),
    (r"ResolutionImpossible|conflicting dependencies",
     "The listed versions contradict each other.",
     "Undo your changes to pyproject.toml or constraints.txt; if there are none, please report this."),
    (r"No matching distribution found for (\S+)",
     "There is no {0} for this computer where pip looks.",
     "Python may be too new or too old (3.11 to 3.13 are tested), the system too old (Linux from 2022 on works), or "
     "pip is set to a mirror that lacks it (see `pip config list`)."),
    (r"ensurepip is not available|No module named (?:'?ensurepip|'?venv)",
     "This Python cannot make virtual environments.",
     "On Debian and Ubuntu: sudo apt-get install python3-venv. Then start again."),
    (r"dpkg frontend lock|Could not get lock",
     "Another program is installing system packages.",
     "Wait until it is done and start again."),
    (r"(lib[\w.+-]+\.so[.\d]*): cannot open shared object",
     "The system library {0} is missing.",
     "Install it with your system's package manager and start again."),
    (r"DLL load failed|WinError 126",
     "A system library of Windows is missing.",
     "Install the Microsoft Visual C++ Redistributable (x64) and start again."),
    (r"Long Path",
     "Windows refused a long file name.",
     "Move the folder to a shorter place, such as C:\\studio, and start again."),
    (r"Permission denied|Errno 13|EACCES|WinError 5\b|Read-only file system|not permitted",
     "A file may not be written.",
     "Check that you own this folder and that no running studio uses its .venv, and start again."),
    (r"MemoryError|Cannot allocate memory|\bKilled\b",
     "The computer ran out of memory.",
     "Close other programs and start again."),
    (r"subprocess-exited-with-error|metadata-generation-failed",
     "A package could not be built.",
     "Use Python 3.11, 3.12 or 3.13, for which everything comes ready-made."),
]  # fmt: skip


def explain(step: str, output: str) -> InstallationProblem:
    """A failed step's output in words, with the last lines that tell something."""
    lines = [line.rstrip()[:160] for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if re.match(r"\s*(ERROR|E:|error|fatal|cause|\w*Error)\b", line)]
    why, hint = (
        "It did not say why in a way that is known here.",
        "The lines below may tell. Starting again does no harm.",
    )
    for pattern, reason, advice in _REASONS:
        match = re.search(pattern, output)
        if match:
            why, hint = reason.format(*match.groups()), advice
            break
    return InstallationProblem(f"“{step}” failed. {why}", hint, "\n".join((errors or lines)[-5:]))
