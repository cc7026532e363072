"""The few fixed bytes of the phone page: a table of names, and nothing that reads a folder."""

import gzip
import re
from dataclasses import dataclass
from hashlib import blake2b
from importlib.resources import files
from typing import Final

KINDS: Final = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"}
NAMES: Final = ("phone.css", "phone.js", "giving.js")

_COMMENT: Final = re.compile(r"(?m)^\s*/\*.*?\*/\s*\n", re.DOTALL)
_INDENT: Final = re.compile(r"(?m)^\s+")
# Texts, and in a script patterns, which no space follows as it does a division.
_KEPT: Final = {
    "css": re.compile(r"""("[^"]*")"""),
    "js": re.compile(r"""("[^"\n]*"|'[^'\n]*'|/(?![ *])(?:\\.|\[[^\]\n]*\]|[^/\\\[\n])+/[a-z]*)"""),
}
_LOOSE: Final = {
    "css": ((re.compile(r"\s*([{};,])\s*|(?<=:) "), r"\1"),),
    "js": (
        (re.compile(r" ?([-=+<>&|!?:;,(){}\[\]*/]+) ?"), r"\1"),
        (re.compile(r"(?<=[{};,(])\n"), ""),
    ),
}


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as it goes over the air, plain and packed; its name changes with its bytes."""

    name: str
    kind: str
    plain: bytes
    packed: bytes


def _load(name: str) -> Asset:
    text = (files(__package__) / "static" / name).read_text(encoding="utf-8")
    stem, _, ending = name.partition(".")
    plain = tight(ending, _INDENT.sub("", _COMMENT.sub("", text))).encode()
    mark = blake2b(plain, digest_size=6).hexdigest()
    return Asset(f"{stem}-{mark}.{ending}", KINDS[ending], plain, gzip.compress(plain, 9, mtime=0))


def tight(ending: str, text: str) -> str:
    """A style or script without the spaces that only people need; texts in it stay as they are."""
    parts = _KEPT[ending].split(text)
    for loose, instead in _LOOSE[ending]:
        parts[::2] = [loose.sub(instead, part) for part in parts[::2]]
    return "".join(parts)


class Assets:
    """The style and the script, by the hashed names that the page links to."""

    def __init__(self) -> None:
        loaded = {name: _load(name) for name in NAMES}
        self._paths = {name: f"/static/{asset.name}" for name, asset in loaded.items()}
        self._by_name = {asset.name: asset for asset in loaded.values()}

    def path(self, name: str) -> str:
        """Where the page finds the file of this plain name."""
        return self._paths[name]

    def find(self, name: str) -> Asset | None:
        """The file of this hashed name; None where there is none."""
        return self._by_name.get(name)


PROBES: Final[dict[str, tuple[int, str, bytes]]] = {
    "/generate_204": (204, "text/plain", b""),
    "/gen_204": (204, "text/plain", b""),
    "/hotspot-detect.html": (
        200,
        "text/html",
        b"<HTML><HEAD><TITLE>Success</TITLE></HEAD><BODY>Success</BODY></HTML>",
    ),
    "/connecttest.txt": (200, "text/plain", b"Microsoft Connect Test"),
    "/ncsi.txt": (200, "text/plain", b"Microsoft NCSI"),
}
"""What phones and laptops ask for to learn whether a network is worth staying on.

They ask under the makers' own host names, so these paths are answered for any Host.
"""
