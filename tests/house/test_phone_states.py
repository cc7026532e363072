"""No state of the phone page is forgotten: what the code has, the browser's tests look at.

The states are read out of templates, script words and types; how a browser comes into each
stands in tests/browser/phone under ``@at("kind name")``. Who adds a page, a box or a field that
can be wrong adds there how one gets to see it, and axe looks at it in every language.
"""

import ast
import re
from typing import get_args

from screens.phone.faces import TEMPLATES
from screens.phone.visitor import Happening
from tests.house.house import ROOT, files, tree

PAGES = ROOT / "screens" / "phone" / "templates"
FRAMES = {"base", "inside", "helper_base"}
"""What other templates extend."""
BESIDE = {
    "go-on": "behind",
    "quote": "waiting",
    "take": "own",
    "remove": "own",
}
"""Words of the script that are a part of another box."""


def looked_at() -> set[str]:
    """The names under which a browser is brought into a state."""
    names: set[str] = set()
    for path in files("tests/browser/phone", suffix=".py"):
        for node in ast.walk(tree(path)):
            is_at = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            if is_at and isinstance(node, ast.Call) and getattr(node.func, "id", "") == "at":
                names |= {a.value for a in node.args if isinstance(a, ast.Constant)}  # type: ignore[misc]
    return names


def of(kind: str) -> set[str]:
    return {name.removeprefix(f"{kind} ") for name in looked_at() if name.startswith(f"{kind} ")}


def pages() -> dict[str, str]:
    return {path.stem: path.read_text("utf-8") for path in PAGES.glob("*.html")}


def test_every_page_is_looked_at() -> None:
    """Each template that is a page, and each page that has a template of another's."""
    drawn = {name for name, page in pages().items() if "{% extends" in page} - FRAMES

    assert of("face") == drawn | set(TEMPLATES) | {"choose"}


def test_everything_that_can_have_happened_is_looked_at() -> None:
    """Each status that the hall leaves for the next page."""
    assert of("said") == set(get_args(Happening))


def test_every_field_that_can_be_wrong_is_looked_at() -> None:
    """Each place for an error in a template, and the questions after a test."""
    fields = {f for page in pages().values() for f in re.findall(r'error\(errors, "(\w+)"\)', page)}
    asked = set(re.findall(r'\{\{ choice\("(\w+)"', pages()["tell"]))
    assert asked

    assert of("wrong") == fields | asked


def test_every_box_that_the_script_puts_up_is_looked_at() -> None:
    """Each word that the page gives its script to say."""
    words = set(re.findall(r'data-([a-z-]+)="\{\{ say', pages()["base"]))
    boxes = {word for word in words if not word.endswith("-text")} - set(BESIDE)

    assert of("told") == boxes
    assert set(BESIDE.values()) <= boxes
