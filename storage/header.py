"""The first bytes of a file: enough to know a Medspill file, without SQLite."""

from pathlib import Path
from typing import Final

from storage.schema import APPLICATION_ID, VERSION

MAGIC: Final = b"SQLite format 3\x00"
_LENGTH: Final = 100
_VERSION_AT: Final = slice(60, 64)
_APPLICATION_AT: Final = slice(68, 72)


def is_ours(path: Path) -> bool:
    """Whether these are the first bytes of a Medspill file of this version or an earlier one.

    Where they are not, `open_to_read` says why; what only the log holds may be newer.
    """
    with path.open("rb") as file:
        header = file.read(_LENGTH)
    version, application = (
        int.from_bytes(header[place]) for place in (_VERSION_AT, _APPLICATION_AT)
    )
    return header.startswith(MAGIC) and application == APPLICATION_ID and version <= VERSION
