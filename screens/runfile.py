"""The small file beside the ledger that tells where its hall is."""

import json
import os
from pathlib import Path

from storage.file import beside


def path_of(file: Path) -> Path:
    """Where the run file of a ledger lies."""
    return beside(file, ".run")


def write(file: Path, about: dict[str, object]) -> None:
    """Tell where the hall is, to nobody but the owner of the file."""
    path = path_of(file)
    new = beside(path, ".new")
    new.unlink(missing_ok=True)
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as run:
        json.dump(about, run)
    # Who reads meanwhile finds the old one or the new one, whole.
    new.replace(path)


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
