"""Small files that are for nobody but their owner, and are always whole."""

import os
from pathlib import Path

from storage.file import beside


def write(path: Path, text: str) -> None:
    """Put this text in the file; who reads meanwhile finds the old one or the new one, whole.

    Raises OSError where the folder forbids it.
    """
    new = beside(path, ".new")
    new.unlink(missing_ok=True)
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    new.replace(path)
