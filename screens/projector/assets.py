"""The projector's style and script, under names that change with their bytes."""

from hashlib import blake2b
from importlib.resources import files
from typing import Final

KINDS: Final = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"}
NAMES: Final = ("projector.css", "projector.js")


class Assets:
    """A fixed table from hashed names to bytes; no folder is ever read for a request."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self._held: dict[str, tuple[str, bytes]] = {}
        for name in NAMES:
            body = (files(__package__) / "static" / name).read_bytes()
            stem, _, ending = name.partition(".")
            hashed = f"{stem}-{blake2b(body, digest_size=6).hexdigest()}.{ending}"
            self.names[name] = hashed
            self._held[hashed] = (KINDS[ending], body)

    def find(self, hashed: str) -> tuple[str, bytes] | None:
        """Kind and bytes; None where there is no such file."""
        return self._held.get(hashed)
