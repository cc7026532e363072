"""Everything that a person reads stands in the catalogues, and everything asked for is there."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from tests.house.house import PACKAGES, ROOT, files, name, tree

CATALOGUES = ROOT / "screens" / "words"
LANGUAGES = sorted(path.name for path in CATALOGUES.iterdir() if any(path.glob("*.toml")))
PLURAL = {"one", "other"}
PAGES = (".html", ".j2", ".svg", ".xml")


def entries(table: dict[str, Any], head: str) -> Iterator[tuple[str, str | dict[str, Any]]]:
    """Every entry below a table with its whole key; a table of plural forms is one entry."""
    for key, value in table.items():
        whole = f"{head}.{key}"
        if isinstance(value, dict) and not PLURAL.intersection(value):
            yield from entries(value, whole)
        else:
            yield whole, value


def catalogue(language: str) -> dict[str, str | dict[str, Any]]:
    """Every entry of a language by its key: `phone.received`."""
    return {
        key: entry
        for path in files(f"screens/words/{language}", suffix=".toml")
        for key, entry in entries(tomllib.loads(path.read_text("utf-8")), path.stem)
    }


def head_of(said: ast.expr) -> tuple[str, bool]:
    """The text of a key, and whether it is the whole key or only how it begins."""
    match said:
        case ast.Constant(value=str(key)):
            return key, True
        case ast.JoinedStr(values=[ast.Constant(value=str(head)), *_]):
            return head, False
    return "", False


def asked_in_python(path: Path) -> Iterator[tuple[str, bool]]:
    """The keys that a module asks its voice for, where they are written out."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and node.args:
            called = node.func
            voice = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            key, whole = head_of(node.args[0])
            if voice.lstrip("_") == "say" and key:
                yield key, whole


def asked_in_page(path: Path) -> Iterator[tuple[str, bool]]:
    """The keys that a page asks for: whole, or begun and then joined with ~."""
    for key, joined in re.findall(
        r"""\bsay\(\s*["']([^"']+)["']\s*(~?)""", path.read_text("utf-8")
    ):
        yield key, not joined


def asked() -> Iterator[tuple[str, str, bool]]:
    """Every place that asks for a key, the key, and whether it is whole."""
    for path in files("screens"):
        if path.suffix == ".py":
            yield from ((name(path), *key) for key in asked_in_python(path))
        elif path.suffix in PAGES:
            yield from ((name(path), *key) for key in asked_in_page(path))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_that_is_asked_for_is_there(language: str) -> None:
    """What a surface wants to say, it can say, in every language."""
    known = catalogue(language)
    missing = [
        f"{place}: {key}"
        for place, key, whole in asked()
        if not (key in known if whole else any(one.startswith(key) for one in known))
    ]

    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_is_a_sentence_or_two_forms_of_one(language: str) -> None:
    """An entry is text with well-formed placeholders, or exactly `one` and `other` of it."""
    for key, entry in catalogue(language).items():
        forms = entry if isinstance(entry, dict) else {"one": entry, "other": entry}
        assert forms.keys() == PLURAL, key
        for form in forms.values():
            assert isinstance(form, str), key
            assert all(place != "" for _, place, _, _ in Formatter().parse(form)), key


def docstrings(path: Path) -> set[int]:
    """The docstrings of a module, by the identity of their nodes."""
    return {
        id(node.value)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def test_no_norwegian_sentence_stands_in_the_code() -> None:
    """Python holds no text with æ, ø or å and a space in it: such text is for people to read."""
    sentence = re.compile(r"(?=.*[æøåÆØÅ])\S \S")
    loose = [
        f"{name(path)}:{node.lineno} {node.value[:60]}"
        for path in files(*PACKAGES, suffix=".py")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if sentence.search(node.value) and id(node) not in docstrings(path)
    ]

    assert loose == []


def test_no_sentence_stands_in_a_page() -> None:
    """A page template holds marks and places, never words of its own but the program's name."""
    not_words = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>|&\w+;|Medspill", re.DOTALL)
    loose = {
        name(path): words
        for path in files("screens")
        if path.suffix in PAGES[:2]
        if (words := re.findall(r"[^\W\d_]{2,}", not_words.sub(" ", path.read_text("utf-8"))))
    }

    assert loose == {}
