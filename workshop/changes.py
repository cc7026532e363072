"""What changed from round to round, and whose words caused it (Jevnaker 2.4)."""

from dataclasses import dataclass

from workshop.case import Case
from workshop.clusters import members
from workshop.terms import AdjustmentTarget
from workshop.tried import Adjustment, Learning


@dataclass(frozen=True, slots=True)
class Change:
    """Something that was changed, what was learnt before it, and the notes behind that."""

    id: str
    round: int
    target: AdjustmentTarget
    text: str
    learnt: str
    notes: tuple[str, ...]


def changes(case: Case) -> tuple[Change, ...]:
    """Every change that a learning led to, oldest first; where nothing changed there is none."""
    return tuple(
        Change(
            id=made.id,
            round=made.round,
            target=made.target,
            text=made.text,
            learnt=case.learnings[made.learning].learnt if made.learning in case.learnings else "",
            notes=_behind(case, made),
        )
        for made in case.adjustments.values()
        if made.target != "none"
    )


def _behind(case: Case, made: Adjustment) -> tuple[str, ...]:
    """The notes that a change goes back to: through what was tried to the ideas and needs of it.

    Where a learning names no sketch, the round's own clusters are what it was about.
    """
    return behind(case, case.learnings.get(made.learning), made.round)


def behind(case: Case, learning: Learning | None, no: int) -> tuple[str, ...]:
    """The notes that a learning of a round goes back to, as `_behind` tells of a change."""
    sketch = case.sketches.get(learning.sketch or "") if learning else None
    if sketch:
        ideas = [case.notes[i] for i in sketch.ideas if i in case.notes]
        homes = dict.fromkeys((*sketch.needs, *(c for idea in ideas for c in idea.about)))
        found = [*(idea.id for idea in ideas), *(n for c in homes for n in _in(case, c))]
    else:
        turn = next((r for r in case.rounds if r.no == no), None)
        found = [n for c in (turn.focus if turn else ()) for n in _in(case, c)]
    kept = (n for n in dict.fromkeys(found) if case.notes[n].state != "taken_back")
    return tuple(n for n in kept if case.notes[n].round <= no)


def _in(case: Case, cluster: str) -> tuple[str, ...]:
    return tuple(note.id for note in members(case, cluster))
