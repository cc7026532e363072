"""What somebody in a hall would do with the page on their phone; no net and no clock here."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any, Final

from screens.rehearsal.evening import Evening, Saying, as_saying

EVERY_TESTS: Final = 4
"""Every so many says that they can test."""
EVERY_SKIPS: Final = 5
"""One in so many leaves out something that they are asked."""


def errand(view: Mapping[str, Any]) -> str | None:
    """What a page asks its owner for; None where it asks nothing."""
    match view.get("face"):
        case "join":
            return "join"
        case "vote":
            return str(view["vote"]["id"])
        case "poll":
            return str(view["poll"]["id"])
        case "write":
            return str(view["writes"])
    if test := untold(view):
        return f"tell {test['id']}"
    return f"test {view['asks_testers']}" if view.get("asks_testers") else None


def untold(view: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """A test that is out and that this phone has not answered for; None where there is none."""
    tests = view.get("tests", ()) if view.get("face") == "wait" else ()
    return next((test for test in tests if test["said"] is None), None)


def is_answered(view: Mapping[str, Any]) -> bool:
    """Whether this phone has done what the page asks; people answer the same thing once."""
    match view.get("face"):
        case "vote":
            return bool(view["vote"]["voted"] or view["vote"].get("codes"))
        case "poll":
            return bool(view["poll"]["answered"])
        case "wait":
            return bool(view.get("can_test")) and not untold(view)
    return False


def said_to(evening: Evening, what: str) -> Sequence[Saying]:
    """All that is said in the hall when people are asked for this kind of note."""
    match what:
        case "need" | "idea":
            return evening.sayings(what)
    return tuple(as_saying(said) for said in evening.said.get(what, ()))


def how_many(usual: int, before: int) -> int:
    """How many notes somebody has in them; who is asked once more has one thing left."""
    return max(usual - before, 1)


def answers(form: Mapping[str, Any], chance: Random) -> dict[str, str]:
    """The answers of somebody with opinions, within the rules of this form."""
    items = [str(item["key"]) for item in form["items"]]
    steps = [str(step["key"]) for step in form["steps"]]
    if form.get("kind") == "ranking":
        chance.shuffle(steps)
        return dict(zip(items, steps, strict=True))
    # Something is always answered: an empty sheet is none.
    kept = [item for item in items if chance.randrange(EVERY_SKIPS)] or items[:1]
    return {item: chance.choice(steps) for item in kept}
