"""The walls on how much one reads at a time."""

import ast

from tests.house.house import PACKAGES, ROOT, files, name, tree

FILE_LINES = 300
STYLE_LINES = 150
FUNCTION_LINES = 40


def lines(text: str) -> int:
    """How many lines a text has."""
    return len(text.splitlines())


def test_no_python_file_is_longer_than_300_lines() -> None:
    """A Python file fits in 300 lines; one that grows past them becomes a folder."""
    python = [*files(*PACKAGES, "tests", suffix=".py"), ROOT / "start.py"]
    long = {
        name(path): count
        for path in python
        if (count := lines(path.read_text("utf-8"))) > FILE_LINES
    }

    assert long == {}


def test_no_style_file_is_longer_than_150_lines() -> None:
    """A .tcss file fits in 150 lines: one screen, one look."""
    long = {
        name(path): count
        for path in files("screens", suffix=".tcss")
        if (count := lines(path.read_text("utf-8"))) > STYLE_LINES
    }

    assert long == {}


def test_no_function_is_longer_than_40_lines() -> None:
    """A function fits in 40 lines, its signature and docstring counted."""
    long = {
        f"{name(path)}:{node.lineno} {node.name}": count
        for path in files(*PACKAGES, suffix=".py")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (count := (node.end_lineno or node.lineno) - node.lineno + 1) > FUNCTION_LINES
    }

    assert long == {}


def test_every_test_says_what_it_holds() -> None:
    """Each test carries a docstring: one sentence of the behaviour that it holds."""
    silent = [
        f"{name(path)}:{node.lineno} {node.name}"
        for path in files("tests", suffix=".py")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.name.startswith("test_")
        and not ast.get_docstring(node)
    ]

    assert silent == []
