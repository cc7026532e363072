"""The small file beside the ledger that tells where its hall is."""

import json
from pathlib import Path

from screens import owned
from storage.file import beside


def path_of(file: Path) -> Path:
    """Where the run file of a ledger lies."""
    return beside(file, ".run")


def write(file: Path, about: dict[str, object]) -> None:
    """Tell where the hall is, to nobody but the owner of the file."""
    owned.write(path_of(file), json.dumps(about))


def read(file: Path) -> dict[str, object] | None:
    """Where a hall says it is; None where none does, or it is another's. It may be gone, too."""
    try:
        about = json.loads(path_of(file).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return about if isinstance(about, dict) else None


def remove(file: Path) -> None:
    """The hall is closed."""
    path_of(file).unlink(missing_ok=True)
