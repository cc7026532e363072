"""The sample's file, read so that what nobody read can be told."""

import json
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any, Final

EACH: Final = "[]"
"""Stands for every item of a list in the path of a value."""


class Reading(Mapping[str, Any]):
    """A part of the file; it remembers which of its values were read."""

    def __init__(self, values: dict[str, Any]) -> None:
        self._values = {key: _wrapped(value) for key, value in values.items()}
        self._read: set[str] = set()

    def __getitem__(self, key: str) -> Any:
        """The value, which is read now."""
        value = self._values[key]
        self._read.add(key)
        return value

    def __iter__(self) -> Iterator[str]:
        """The names of the values."""
        return iter(self._values)

    def __len__(self) -> int:
        """How many values there are."""
        return len(self._values)

    def unread(self) -> set[str]:
        """The paths of the values that nobody read, for one item of a list as for all."""
        paths: set[str] = set()
        for key, value in self._values.items():
            within = [(key, value)]
            if isinstance(value, list):
                within = [(key + EACH, item) for item in value if isinstance(item, Reading)]
            if key not in self._read:
                paths.add(key)
            else:
                parts = ((at, item) for at, item in within if isinstance(item, Reading))
                paths |= {f"{at}.{path}" for at, item in parts for path in item.unread()}
        return paths


def _wrapped(value: Any) -> Any:
    if isinstance(value, dict):
        return Reading(value)
    return [_wrapped(item) for item in value] if isinstance(value, list) else value


def sample() -> Reading:
    """The file, unread."""
    return Reading(json.loads(files(__package__ or "").joinpath("case.json").read_text("utf-8")))
