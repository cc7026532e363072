"""The user's own folder of packages: what others have shared, kept to be found again."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from platformdirs import user_data_path
from pydantic import ValidationError

from storage.trouble import Trouble
from workshop.package import Package

LARGEST: Final = 2 * 1024 * 1024


def folder() -> Path:
    """Where packages lie."""
    return user_data_path("medspill", appauthor=False) / "library"


def read(path: Path) -> Package:
    """The package in a file; raises Trouble where it is none, or cannot be read."""
    try:
        if path.stat().st_size > LARGEST:
            raise Trouble("no_package", file=str(path))
        return Package.model_validate_json(path.read_bytes())
    except OSError as error:
        raise Trouble("package_unreadable", file=str(path), why=error.strerror or "") from error
    except ValidationError as error:
        raise Trouble("no_package", file=str(path)) from error


def keep(package: Package) -> Path:
    """Put it in the folder; the same package again lies there once."""
    text = package.model_dump_json(indent=2).encode()
    path = folder() / f"{hashlib.blake2b(text, digest_size=8).hexdigest()}.json"
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.write_bytes(text)
    return path


def packages() -> Iterator[Package]:
    """All that lie in the folder; what is no package is passed over."""
    for path in sorted(folder().glob("*.json")):
        try:
            yield read(path)
        except Trouble:
            continue
