"""Everything that a person reads stands in the catalogues, and everything asked for is there."""

import ast
import fnmatch
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
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


def places(entry: str | dict[str, Any]) -> set[str]:
    """The names of the places in an entry, and `n` where it has two forms."""
    forms = entry.values() if isinstance(entry, dict) else (entry,)
    named = {place for form in forms for _, place, _, _ in Formatter().parse(form) if place}
    return named | ({"n"} if isinstance(entry, dict) else set())


def catalogue(language: str) -> dict[str, str | dict[str, Any]]:
    """Every entry of a language by its key: `phone.received`."""
    root = CATALOGUES / language
    return {
        key: entry
        for path in files(f"screens/words/{language}", suffix=".toml")
        for key, entry in entries(
            tomllib.loads(path.read_text("utf-8")), path.relative_to(root).with_suffix("").parts[0]
        )
    }


@dataclass(frozen=True)
class Ask:
    """A place that asks for an entry; a key that is put together has `*` for what is put in."""

    place: str
    keys: tuple[str, ...]
    values: frozenset[str] | None
    """The names of the values that it gives; None where that cannot be read off."""

    def among(self, known: Iterable[str]) -> list[str]:
        """The entries that may answer it."""
        return [one for key in self.keys for one in fnmatch.filter(known, key)]


VOICES = {
    "say": ("{}",),
    "words": ("desk.place_*_{}",),
    "Trouble": ("trouble.{}",),
    "Refused": ("refused.{}", "phone.*_{}"),
}
"""What asks for an entry, and where the entry stands for the key that it is given."""


def values_of(call: ast.Call) -> frozenset[str] | None:
    """The names of the values that a call gives to its entry, where they are written out."""
    given: set[object] = {word.arg for word in call.keywords}
    for extra in call.args[1:]:
        if not isinstance(extra, ast.Dict):
            return None
        given |= {key.value if isinstance(key, ast.Constant) else None for key in extra.keys}
    return None if None in given else frozenset(str(one) for one in given)


def keys_of(said: ast.expr) -> Iterator[str]:
    """The keys that an argument can be."""
    match said:
        case ast.Constant(value=str(key)):
            yield key
        case ast.JoinedStr(values=[ast.Constant(), *_] as parts):
            yield "".join(str(p.value) if isinstance(p, ast.Constant) else "*" for p in parts)
        case ast.IfExp(body=one, orelse=other):
            yield from (*keys_of(one), *keys_of(other))


def asked_in_python(path: Path) -> Iterator[Ask]:
    """The entries that a module asks for, where their keys are written out."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and node.args:
            called = node.func
            voice = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            places = VOICES.get(voice.lstrip("_"), ())
            for key in keys_of(node.args[0]):
                keys = tuple(place.format(key) for place in places)
                yield Ask(f"{name(path)}:{node.lineno}", keys, values_of(node))


def asked_in_page(path: Path) -> Iterator[Ask]:
    """The entries that a page asks for: by a whole key, or one begun and then joined with ~."""
    said = re.compile(r"""\bsay\(\s*["']([^"']+)["']\s*(~?)""")
    for key, joined in said.findall(path.read_text("utf-8")):
        yield Ask(name(path), (f"{key}*" if joined else key,), None)


def spoken(language: str) -> set[str]:
    """The surfaces that a language has."""
    return {key.partition(".")[0] for key in catalogue(language)}


@cache
def asked() -> list[Ask]:
    """Every place that asks for an entry."""
    python = [one for path in files(*PACKAGES, suffix=".py") for one in asked_in_python(path)]
    pages = [path for path in files("screens") if path.suffix in PAGES]
    return [one for one in python if one.keys] + [o for p in pages for o in asked_in_page(p)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_that_is_asked_for_is_there(language: str) -> None:
    """What a surface wants to say, it can say, in every language."""
    known, surfaces = {**catalogue("nb"), **catalogue(language)}, spoken("nb")
    missing = [
        f"{one.place}: {one.keys[0]}"
        for one in asked()
        if surfaces.issuperset(key.partition(".")[0] for key in one.keys) and not one.among(known)
    ]

    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_gets_the_values_that_it_speaks_of(language: str) -> None:
    """Whoever asks for an entry with places in it fills them, and tells `n` where it has forms."""
    known = catalogue(language)
    lacking = {
        f"{one.place}: {key}": wanted - one.values
        for one in asked()
        if one.values is not None
        for key in one.keys
        if key in known and (wanted := places(known[key])) - one.values
    }

    assert lacking == {}


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


class Reading(HTMLParser):
    """What a person reads or hears of a page: its text, and the attributes that are text."""

    SPOKEN = ("title", "alt", "placeholder", "aria-label")

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Notes the attributes that are read out."""
        self.said += [value or "" for key, value in attrs if key in self.SPOKEN]

    def handle_data(self, data: str) -> None:
        """Notes the text; a macro may hold attributes without their tag."""
        self.said.append(re.sub(r"""[a-z-]+="[^"]*"|\bautofocus\b|Medspill""", " ", data))


def words_of_page(text: str) -> set[str]:
    """The words that a template itself holds, apart from what Jinja puts in."""
    reading = Reading()
    reading.feed(re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", text, flags=re.DOTALL))
    reading.close()
    return set(re.findall(r"[^\W\d_]{2,}", " ".join(reading.said)))


def test_no_sentence_stands_in_a_page() -> None:
    """A page template holds marks and places, never words of its own but the program's name."""
    loose = {
        name(path): words
        for path in files("screens")
        if path.suffix in PAGES[:2]
        if (words := words_of_page(path.read_text("utf-8")))
    }

    assert loose == {}
    assert words_of_page('<p title="Hei {{ x }}">{% if a > b %}du{% endif %} {{ y }}</p>') == {
        "Hei",
        "du",
    }
