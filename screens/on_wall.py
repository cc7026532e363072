"""What stands on the wall, in words, for who does not see it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from screens.words import Words

if TYPE_CHECKING:
    from workshop.views import ProjectorView

LONGEST: Final = 60
"""Letters of what was written that stand in a sentence about something else."""


def on_wall(view: "ProjectorView", say: Words) -> Sequence[str]:
    """What stands there, each thing on a line of its own; figures are never cut."""
    told: Sequence[str] = ()
    match view.wall:
        case "question":
            told = (view.question,)
        case "collecting":
            told = [note.text for note in view.notes]
        case "clusters" | "voting":
            told = [f"{c.number} {c.title}" for c in view.clusters]
        case "results":
            told = [f"{bar.place} {bar.title}" for bar in view.bars]
        case "closing":
            told = view.promises
        case "learnt":
            told = [pair.learnt for pair in view.pairs]
        case "roadmap":
            return list(_road(view, say))
        case "effects":
            return list(_effects(view, say))
        case _:
            pass
    return [short(text) for text in told]


def _road(view: "ProjectorView", say: Words) -> Iterator[str]:
    """When, in which programme, in which case, and what comes."""
    for stop in view.stops:
        when = say("projector.quarter", quarter=stop.quarter, year=stop.year)
        named = say("projector.quarter_of", when=when, programme=stop.programme)
        what = say(f"projector.comes_{stop.what}")
        comes = say("projector.comes", case=short(stop.case), what=what)
        yield f"{named if stop.programme else when}: {comes}"


def _effects(view: "ProjectorView", say: Words) -> Iterator[str]:
    """What should get better with its figures, then how much is in use."""
    none = say("projector.not_measured")
    for effect in view.effects:
        figures = [
            say("projector.effect_before", told=effect.before or none),
            say("projector.effect_now", told=effect.now or none),
        ]
        if effect.target:
            figures.append(say("projector.effect_target", told=effect.target))
        yield ". ".join((short(effect.text), *figures))
    for use in view.uses:
        counted = {"n": use.users, "often": use.per_week, "months": use.months}
        yield say("projector.used", title=short(use.title), **counted)


def short(text: str) -> str:
    """What was written on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rstrip()} …"
