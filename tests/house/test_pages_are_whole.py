"""A page says itself what the pages of its kind leave open."""

import inspect
import pkgutil
from importlib import import_module

import pytest

from screens.desk import places
from screens.desk.place import Place
from screens.desk.widgets.lines import Lines
from tests.house.house import heirs


def left_open(kind: type) -> list[str]:
    """The members of a class that only say that somebody else must say them."""
    members = ((name, inspect.getattr_static(kind, name)) for name in dir(kind))
    asked = ((name, m.fget if isinstance(m, property) else m) for name, m in members)
    made = ((name, m) for name, m in asked if inspect.isfunction(m))
    own = ((n, m) for n, m in made if m.__module__.startswith("screens."))
    return [n for n, m in own if "raise NotImplementedError" in inspect.getsource(m)]


def whole() -> list[type]:
    """The pages of the desk, and the lists that one reads on them."""
    for module in pkgutil.iter_modules(places.__path__, f"{places.__name__}."):
        import_module(module.name)
    pages = {p for p in heirs(Place) if p.__module__.startswith(places.__name__)}
    lists = {w for w in heirs(Lines) if "draw" in vars(w)}
    return sorted(pages | lists, key=lambda kind: kind.__name__)


@pytest.mark.parametrize("kind", whole(), ids=lambda kind: kind.__name__)
def test_nothing_that_a_page_needs_is_left_open(kind: type) -> None:
    """What is led from, moderated, stated or suggested on a page is named by that page."""
    assert left_open(kind) == []


def test_what_is_left_open_is_found() -> None:
    """The kinds that pages are made from do leave something open."""
    assert left_open(Lines) == ["draw"]
