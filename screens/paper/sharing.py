"""What a municipality lets others have of a case: as a file, and as a card that one can read.

No note is in it that was not let through to the hall, nobody who is named on a list, and no line
that looks as if it could tell who somebody is: how many were left out for that is told.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from screens.paper.markdown import bullets, plain
from screens.words import Words
from workshop import hints
from workshop.case import Case
from workshop.clusters import standing
from workshop.package import Package
from workshop.tried import Learning, Sketch

PERSONAL: Final = frozenset(
    {"national_id", "email", "phone", "name", "health_of_other", "own_health"}
)
"""The hints that may tell who somebody is."""
PARTS: Final = ("needs", "ideas", "tried", "learnt", "effects")


@dataclass(frozen=True, slots=True)
class Shared:
    """A package, and what was left out since it may be somebody's private matter."""

    package: Package
    left_out: tuple[str, ...]


def shared(case: Case, say: Words, *, with_ideas: bool = True) -> Shared:
    """The case as others may have it."""
    left: list[str] = []

    def safe(lines: Iterable[str]) -> tuple[str, ...]:
        kept: list[str] = []
        for line in dict.fromkeys(filter(None, lines)):
            (left if is_personal(line) else kept).append(line)
        return tuple(kept)

    def one(text: str) -> str:
        return "".join(safe((text,)))

    package = Package(
        title=case.title,
        copied_from=case.municipality,
        question=one(case.question),
        needs=safe(_needs(case, say)),
        ideas=safe(_ideas(case)) if with_ideas else (),
        tried=safe(_tried(sketch, say) for sketch in case.sketches.values()),
        learnt=safe(_learnt(card, say) for card in case.learnings.values()),
        effects=safe(_effects(case, say)),
        needed=one(case.placed.needed),
        adapt=one(case.placed.adapt),
    )
    return Shared(package, tuple(left))


def is_personal(text: str) -> bool:
    """Whether something in it may tell who somebody is."""
    return any(hint.kind in PERSONAL for hint in hints.hints(text))


def _needs(case: Case, say: Words) -> Iterator[str]:
    for cluster in (case.clusters[c] for c in standing(case)):
        if cluster.state != "shown":
            continue
        said = cluster.statement
        if said is None:
            yield cluster.title
            continue
        key = "report.need_sentence_why" if said.why else "report.need_sentence"
        yield say(key, who=said.who, what=said.what, why=said.why)


def _ideas(case: Case) -> Iterator[str]:
    """The ideas that the hall has seen."""
    notes = (n for n in case.notes.values() if n.what == "idea" and n.state == "shown")
    return (note.text for note in notes if note.lies_open)


def _tried(sketch: Sketch, say: Words) -> str:
    parts = [f"{sketch.title}: {sketch.text}" if sketch.text else sketch.title]
    if sketch.decision:
        parts.append(say(f"report.decision_{sketch.decision}"))
    parts.append(sketch.lesson)
    return " ".join(part for part in parts if part)


def _learnt(card: Learning, say: Words) -> str:
    if not card.believed:
        return card.learnt
    return say("brief.learnt", believed=card.believed.rstrip("."), learnt=card.learnt)


def _effects(case: Case, say: Words) -> Iterator[str]:
    for benefit in case.benefits.values():
        yield say(
            "report.benefit",
            text=benefit.text,
            baseline=benefit.baseline or say("report.not_measured"),
            target=benefit.target or say("report.no_target"),
            measured=benefit.measured or say("report.not_measured"),
        )


def card(package: Package, say: Words) -> str:
    """The package as a card for people."""
    return "\n\n".join(_card(package, say)) + "\n"


def _card(package: Package, say: Words) -> Iterator[str]:
    yield f"# {plain(package.title)}"
    if package.copied_from:
        yield say("share.whose", municipality=plain(package.copied_from))
    if package.question:
        yield f"**{say('share.question')}** {plain(package.question)}"
    for part in PARTS:
        lines: tuple[str, ...] = getattr(package, part)
        if lines:
            yield f"## {say(f'share.{part}')}"
            yield bullets([plain(line) for line in lines])
    for part in ("needed", "adapt"):
        if text := getattr(package, part):
            yield f"## {say(f'share.{part}')}"
            yield plain(text)
