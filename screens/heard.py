"""Who was in the hall from evening to evening, in words: desk and report say the same."""

from collections.abc import Callable, Iterator

from workshop import presets
from workshop.actor_map import Gap
from workshop.case import Case
from workshop.presence import Voices, voices, went_away

Say = Callable[..., str]
"""Finds the words of a key."""


def came_and_went(case: Case, say: Say) -> Iterator[str]:
    """Each kind of people that was there and is not any more, as a sentence."""
    for change in went_away(case):
        who = say(f"people.role_{change.role}")
        key = "gone" if change.by_round else "gone_evening"
        yield say(f"people.gap_{key}", who=who, there=change.there, now=change.now)


def lacking(gap: Gap, say: Say) -> str:
    """What the map lacks, as a sentence."""
    who = say(f"people.role_{gap.role}") if gap.role else ""
    return say(f"people.gap_{gap.key}", **{**gap.values, "who": who})


def turned_around(case: Case, say: Say) -> str:
    """Whether people were there from the start, and not at the very end (Jevnaker 2.6)."""
    held = [v for v in voices(case) if v.known]
    if not held:
        return say("people.nobody_yet")
    first, last = held[0], held[-1]
    if not first.people:
        # In a task of its own the municipality's people are the ones who have the need.
        internal = presets.of(case).process.employees_have_need
        return say(f"people.{'internal' if internal else 'not_from_the_start'}", first=first.title)
    told = say("people.from_the_start", first=_share(first, say))
    return f"{told} {say('people.later', last=_share(last, say))}" if last is not first else told


def _share(voices_: Voices, say: Say) -> str:
    return say("people.share", title=voices_.title, n=voices_.people, all=voices_.known)
