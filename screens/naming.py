"""Everything of a case that a command can name by its id."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from workshop.case import Case

FIELDS: Final = {
    "gatherings": "gathering",
    "actors": "actor",
    "promises": "promise",
    "notes": "note",
    "clusters": "cluster",
    "votes": "vote",
    "polls": "poll",
    "sketches": "sketch",
    "tests": "test",
    "learnings": "learning",
    "benefits": "benefit",
    "pledges": "pledge",
    "entries": "entry",
    "assumptions": "assumption",
    "sources": "source",
    "applications": "application",
    "helpers": "helper",
}
"""Where things lie in a case, and the field of a command that names one of them."""
_WORDS: Final = ("title", "text", "who", "learnt", "believe")


def named_things(case: "Case") -> Iterator[tuple[str, str, str]]:
    """The field that names it, its id, and its own words where it has any that may be told."""
    for question in case.questions:
        yield "question", question.id, _one_line(question.text)
    for gathering in case.gatherings.values():
        for block in gathering.blocks:
            yield "block", block.id, _one_line(block.title or block.kind)
    for place, field in FIELDS.items():
        for id_, thing in getattr(case, place).items():
            if not getattr(thing, "is_gone", False) and not getattr(thing, "is_erased", False):
                yield field, id_, _one_line(_words(thing))


def _words(thing: Any) -> str:
    # What we believe we know lies sealed until it is opened.
    if getattr(thing, "verdict", "") is None:
        return ""
    form = getattr(thing, "form", None)
    own = (getattr(thing, name, "") for name in _WORDS)
    return next((str(word) for word in own if word), getattr(form, "title", "") or "")


def _one_line(text: str) -> str:
    return " ".join(text.split())
