"""Whether the packages of this Python are those that belong here, and whole: by their own lists of files."""

from __future__ import annotations

from importlib import metadata

from studio.errors import InstallationProblem
from studio.installation.environments import own_environment

_PROGRAM = "nightshift-studio"
_OF_THE_WINDOW = frozenset({"pyside6-essentials", "pyqtgraph"})
_NOTHING_TO_LOOK_AT = (".pyc", ".pth")


def look_at_packages() -> str:
    """What was found. Raises InstallationProblem where a package has another version than it should, or a file of one
    is missing or has another size than its list says."""
    own = own_environment()
    hint = (
        "Make the engine's environment anew: nightshift environment repair."
        if own is not None
        else "Set the program up again: packaging/start.py repairs what is missing."
    )
    wrong = _other_versions(own.packages) if own is not None else _unmet()
    if wrong:
        raise InstallationProblem(f"{wrong[0]}{_more(len(wrong))}.", hint)
    packages, files, broken = 0, 0, list[str]()
    for package in metadata.distributions():
        packages += 1
        for file in package.files or ():
            is_script = file.parts[0] == ".."  # nobody starts those: they name the folder they were made in
            if file.size is None or is_script or file.name.endswith(_NOTHING_TO_LOOK_AT):
                continue
            files += 1
            try:
                is_whole = file.locate().stat().st_size == file.size  # type: ignore[attr-defined]
            except OSError:
                is_whole = False
            if not is_whole:
                broken.append(f"{file} of {package.name} is missing or not whole")
    if broken:
        raise InstallationProblem(f"{broken[0]}{_more(len(broken))}.", hint)
    return f"{packages} packages with {files} files are whole"


def _more(number: int) -> str:
    return f", and {number - 1} more" if number > 1 else ""


def _other_versions(listed: dict[str, str]) -> list[str]:
    here = {package.name: package.version for package in metadata.distributions()}
    return [
        f"{name} {here.get(name, 'nothing')} is here in place of {version}"
        for name, version in listed.items()
        if here.get(name) != version
    ]


def _unmet() -> list[str]:
    """What the program needs of others and does not have; nothing where it is not installed as a package."""
    from packaging.requirements import Requirement

    try:
        needed = metadata.requires(_PROGRAM) or []
    except metadata.PackageNotFoundError:
        return []
    unmet: list[str] = []
    for each in map(Requirement, needed):
        if each.name.lower() in _OF_THE_WINDOW or (each.marker and not each.marker.evaluate({"extra": ""})):
            continue
        try:
            version = metadata.version(each.name)
        except metadata.PackageNotFoundError:
            unmet.append(f"{each.name} is missing")
            continue
        if not each.specifier.contains(version, prereleases=True):
            unmet.append(f"{each.name} {version} is here, and {each.specifier} is needed")
    return unmet
