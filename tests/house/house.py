"""Where the house's own files lie, for the tests that read them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("workshop", "storage", "screens")
PARTS = (*PACKAGES, "tests", "docs", ".ci")
LEFT_BEHIND = {"__pycache__", ".hypothesis"}


def files(*parts: str, suffix: str = "") -> Iterator[Path]:
    """Every file in these parts of the repository that a person wrote."""
    for part in parts:
        for path in sorted((ROOT / part).rglob(f"*{suffix}")):
            if path.is_file() and not LEFT_BEHIND.intersection(path.parts):
                yield path


def name(path: Path) -> str:
    """A path as one would write it in the repository."""
    return path.relative_to(ROOT).as_posix()


def heirs(kind: type[Any]) -> Iterator[type[Any]]:
    """Everything that is made from a class, however deep."""
    for heir in kind.__subclasses__():
        yield heir
        yield from heirs(heir)


@cache
def tree(path: Path) -> ast.Module:
    """A Python file, parsed."""
    return ast.parse(path.read_text("utf-8"), filename=name(path))
