"""Where strategy packs lie: those that come along, and a user's own folder."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from platformdirs import user_data_path
from pydantic import ValidationError

from storage.pack_faults import Fault, PackFaults, faults_of
from workshop.packs.model import CRITERIA, PANEL, Pack
from workshop.packs.parts import Source, Wording

USUAL: Final = "jevnaker"
"""The pack of a case where none is chosen: the municipality whose recipe it is."""
METHOD: Final = "method"
"""What every pack gets that does not bring its own."""
EMPTY: Final = "egen"
"""The one to copy and fill in."""
NAME: Final = r"[a-z][a-z0-9_]{0,39}"
GIVEN: Final = ("fundamentals", "need_kinds")
ADDED: Final = ("scales", "help", "methods")
MOST_CRITERIA: Final = 40
"""As many as a checklist can hold."""
HOMES: Final = {
    **dict.fromkeys(Pack.model_fields, ""),
    **dict.fromkeys(Source.model_fields, "source"),
    **dict.fromkeys(Wording.model_fields, "wording"),
}
"""In which group a field belongs; empty for those that stand above all groups."""


def own_folder() -> Path:
    """Where a user puts packs of their own."""
    return user_data_path("medspill", appauthor=False) / "packs"


def shipped() -> tuple[str, ...]:
    """The names of the packs that come along."""
    folder = files("workshop.packs")
    found = (path.name for path in folder.iterdir())
    stems = (name.removesuffix(".toml") for name in found if name.endswith(".toml"))
    return tuple(sorted(stem for stem in stems if stem != METHOD))


def own() -> tuple[Path, ...]:
    """A user's own packs; one that is named as a shipped one is never reached."""
    known = shipped()
    return tuple(sorted(p for p in own_folder().glob("*.toml") if p.stem not in known))


def pack(name: str) -> Pack | None:
    """The pack of that name; None where there is none, or it cannot be read."""
    if name in shipped():
        return _shipped(name)
    path = own_folder() / f"{name}.toml"
    try:
        return read(path) if path.is_file() else None
    except PackFaults:
        return None


def of_municipality(name: str) -> str:
    """The pack of the municipality of that name: a user's own before the others, else the usual."""
    wanted = _bare(name)
    for found in (*(path.stem for path in own()), *shipped()) if wanted else ():
        it = pack(found)
        if it is not None and _bare(it.municipality) == wanted:
            return found
    return USUAL


def _bare(municipality: str) -> str:
    """The name alone, however it is written: «Lier kommune» is Lier."""
    return municipality.strip().casefold().removesuffix("kommune").strip()


def read(path: Path) -> Pack:
    """A pack from a file; raises PackFaults, which tells what is wrong where."""
    try:
        # Some editors begin a file with a mark that says it is UTF-8.
        text = path.read_text(encoding="utf-8-sig")
    except IsADirectoryError as error:
        raise PackFaults(path, (Fault("folder"),)) from error
    except FileNotFoundError as error:
        raise PackFaults(path, (Fault("no_file"),)) from error
    except OSError as error:
        raise PackFaults(path, (Fault("unreadable", values={"why": error.strerror}),)) from error
    except UnicodeDecodeError as error:
        raise PackFaults(path, (Fault("not_utf8"),)) from error
    try:
        table = tomllib.loads(text)
        if not table:
            raise PackFaults(path, (Fault("empty"),))
        found = Pack.model_validate(_whole(table))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise PackFaults(path, faults_of(error, text, Pack, HOMES)) from error
    # A case asks for it by the name of the file, whatever a copied line says.
    return found.model_copy(update={"id": path.stem}) if re.fullmatch(NAME, path.stem) else found


def begin(name: str) -> Path:
    """Put the empty pack, to be filled in, in the user's folder under a name of its own.

    Raises ValueError where a pack cannot be called that, FileExistsError where one is.
    """
    if not re.fullmatch(NAME, name):
        raise ValueError(name)
    path = own_folder() / f"{name}.toml"
    if name in shipped() or name == METHOD or path.exists():
        raise FileExistsError(name)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    empty = (files("workshop.packs") / f"{EMPTY}.toml").read_text(encoding="utf-8")
    path.write_text(empty.replace(f'id = "{EMPTY}"', f'id = "{name}"', 1), encoding="utf-8")
    return path


@cache
def _shipped(name: str) -> Pack:
    return Pack.model_validate(_whole(_table(name)))


def _table(name: str) -> dict[str, Any]:
    path = files("workshop.packs") / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _whole(table: Mapping[str, Any]) -> dict[str, Any]:
    """The pack with what it takes from the method."""
    method = _table(METHOD)
    whole = dict(table)
    for key in GIVEN:
        whole.setdefault(key, method[key])
    for key in ADDED:
        mine = table.get(key, [])
        if isinstance(mine, list):
            # The pack's own come first, so that a fault is told by its place in the file.
            whole[key] = [*mine, *(one for one in method[key] if not _has(key, mine, one))]
    return _with_panel(_with_criteria(whole, method[CRITERIA]), method[PANEL])


def _with_panel(whole: dict[str, Any], checklist: Mapping[str, Any]) -> dict[str, Any]:
    """The pack with the method's list for a panel, where it has a fund and no such list."""
    mine = whole.get("checklists", [])
    if not whole.get("funds") or not isinstance(mine, list):
        return whole
    if any(isinstance(one, dict) and one.get("key") == PANEL for one in mine):
        return whole
    return {**whole, "checklists": [*mine, checklist]}


def _with_criteria(whole: dict[str, Any], checklist: Mapping[str, Any]) -> dict[str, Any]:
    """The pack with its criteria as a checklist, so that one can say what shows each."""
    said, mine = whole.get(CRITERIA), whole.get("checklists", [])
    is_list = isinstance(said, list) and all(isinstance(line, str) for line in said)
    if not is_list or not said or not isinstance(mine, list) or len(said) > MOST_CRITERIA:
        return whole
    if any(isinstance(one, dict) and one.get("key") == CRITERIA for one in mine):
        return whole
    items = [{"key": f"c{no}", "text": line} for no, line in enumerate(said, start=1)]
    return {**whole, "checklists": [*mine, {**checklist, "items": items}]}


def _has(key: str, mine: list[Any], one: Mapping[str, Any]) -> bool:
    """Whether the pack has one of that key itself; help never stands in the way of help."""
    named = {own.get("key") for own in mine if isinstance(own, dict)}
    return key != "help" and one["key"] in named
