"""Where the desk of a file remembers what was half written: beside it, and not after an erasing."""

from pathlib import Path

from storage.file import beside


def path_of(file: Path) -> Path:
    """The file that the desk of a ledger writes for itself."""
    return beside(file, ".desk")


def forget(file: Path) -> None:
    """Nothing is half written any longer. Raises OSError where the folder forbids it."""
    path_of(file).unlink(missing_ok=True)
