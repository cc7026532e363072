"""Keys that somebody has moved, read from a file of their own.

The file is TOML with one table, ``[keys]``: the name of an act, and its key or keys. What the
file does not name keeps the key it has.
"""

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from screens.desk.acts import ActType, face
from screens.words import DEFAULT, catalogue, more

STEADY: Final = frozenset({"leave", "back", "put_in_cluster"})
"""Acts whose keys stay: Ctrl+Q and Esc, so that there is always a way out, and the digits."""

_ONE = re.compile(r"f[1-9]|ctrl\+[a-z]|[^\W_]|up|down|left|right|tab|enter|home|end|page(up|down)")
_SIGNS: Final = {
    "/": "slash",
    "?": "question_mark",
    "+": "plus",
    "-": "minus",
    ".": "full_stop",
    ",": "comma",
    "#": "number_sign",
    "!": "exclamation_mark",
}
# The terminal or the desk itself needs these.
_TAKEN: Final = frozenset({"ctrl+q", "ctrl+c", "ctrl+z", "ctrl+m", "ctrl+i", "ctrl+j", "escape"})


class KeymapError(ValueError):
    """The file cannot be followed; ``reason`` and ``values`` make a sentence of the catalogue."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = values


@dataclass(frozen=True, slots=True)
class Keymap:
    """Which keys stand for which acts, where they are not the usual ones."""

    moved: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Textual's names of the keys, by the name of the act."""

    def keys(self, act: ActType) -> tuple[str, ...]:
        """The keys of an act, the first of which is shown; none for what only the palette has."""
        usual = (act.key, *act.twins) if act.key else ()
        return self.moved.get(act.name, usual)

    def shown(self, act: ActType) -> str:
        """The key as a person reads it: F2, ^p, Enter, v."""
        moved = self.moved.get(act.name)
        return face(moved[0]) if moved else act.shown_key()

    def for_textual(self) -> dict[str, str]:
        """The moved keys as Textual wants them: by the id of the binding."""
        return {name: ",".join(keys) for name, keys in self.moved.items()}


def known_acts() -> frozenset[str]:
    """The names of all acts, which every one of them has words for."""
    said = (*catalogue(DEFAULT, "desk"), *more(DEFAULT, "desk"))
    return frozenset(m[1] for key in said if (m := re.fullmatch("act_(.+)_name", key)))


def read(path: Path, known: Collection[str]) -> Keymap:
    """The keys that a file moves; the usual ones where there is no file.

    Args:
        path: Where the file would lie.
        known: The names of all acts.

    Raises:
        KeymapError: With what is wrong and where, when the file cannot be followed.
    """
    if not path.is_file():
        return Keymap()
    try:
        held = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise KeymapError("file", why=error) from error
    table = held.get("keys")
    if not isinstance(table, dict) or held.keys() != {"keys"}:
        raise KeymapError("table")
    moved = {name: _keys_of(name, value, known) for name, value in table.items()}
    _told_apart(moved)
    return Keymap(moved)


def written(key: str) -> str:
    """A key as it is written in the file: Textual's name, a sign as itself."""
    return next((sign for sign, name in _SIGNS.items() if name == key), key)


def pressable(key: str) -> bool:
    """Whether it is the name of one key."""
    return bool(key) and (key in _SIGNS.values() or key == "escape" or bool(_ONE.fullmatch(key)))


def sign_of(key: str) -> str | None:
    """What a key writes where one writes; nothing for a key of another kind."""
    sign = written(key)
    return sign if len(sign) == 1 else None


def _keys_of(name: str, value: Any, known: Collection[str]) -> tuple[str, ...]:
    if name not in known:
        raise KeymapError("unknown", act=name)
    if name in STEADY:
        raise KeymapError("steady", act=name)
    keys = value if isinstance(value, list) else [value]
    if not keys or not all(isinstance(key, str) for key in keys):
        raise KeymapError("no_key", act=name)
    return tuple(_key(name, key) for key in keys)


def _key(name: str, key: str) -> str:
    plain = key.strip()
    # A capital letter is a key of its own; the names of other keys are written as one likes.
    plain = plain if len(plain) == 1 else plain.lower().replace("^", "ctrl+")
    plain = _SIGNS.get(plain, plain)
    if plain in _TAKEN:
        raise KeymapError("taken", act=name, key=key)
    if plain not in _SIGNS.values() and not _ONE.fullmatch(plain):
        raise KeymapError("no_such_key", act=name, key=key)
    return plain


def _told_apart(moved: Mapping[str, tuple[str, ...]]) -> None:
    from screens.desk.everywhere import EVERYWHERE

    usual = {act.name: (act.key, *act.twins) for act in EVERYWHERE if act.key}
    holders: dict[str, str] = {}
    for name, keys in (usual | dict(moved)).items():
        for key in keys:
            # A letter may mean something else in another place, but not what it means in all.
            if holders.setdefault(key, name) != name and {name, holders[key]} & usual.keys():
                raise KeymapError("twice", act=name, other=holders[key], key=written(key))
