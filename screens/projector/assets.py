"""The fixed files of the projector's page, by names that change with their bytes."""

from dataclasses import dataclass
from hashlib import blake2b
from importlib.resources import files
from typing import Final

KINDS: Final = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}
NAMES: Final = ("projector.css", "projector.js", "projector.svg")


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as it is sent."""

    name: str
    kind: str
    body: bytes


def _load(name: str) -> Asset:
    body = (files(__package__) / "static" / name).read_bytes()
    stem, _, ending = name.partition(".")
    mark = blake2b(body, digest_size=6).hexdigest()
    return Asset(f"{stem}-{mark}.{ending}", KINDS[ending], body)


class Assets:
    """Style, script and icon."""

    def __init__(self) -> None:
        self._plain = {name: _load(name) for name in NAMES}
        self._hashed = {asset.name: asset for asset in self._plain.values()}

    def name(self, plain: str) -> str:
        """The hashed name of a file, as the page links to it."""
        return self._plain[plain].name

    def find(self, hashed: str) -> Asset | None:
        """The file of this hashed name; None where there is none."""
        return self._hashed.get(hashed)
