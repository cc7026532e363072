"""Station 5: small solutions, in versions, and what became of each (Jevnaker 2.4)."""

from typing import Annotated, Literal, assert_never

from pydantic import Field

from workshop.basics import (
    Command,
    Fact,
    Id,
    Moment,
    NeededLine,
    Outcome,
    Record,
    Refused,
    Said,
    Text,
)
from workshop.case import Case
from workshop.terms import Decision, SketchForm
from workshop.tried import Sketch, Wording

Hours = Annotated[int, Field(ge=0, le=2_000)]


class SketchMade(Fact):
    """A small solution was sketched; the id is the command's."""

    kind: Literal["sketch.made"] = "sketch.made"
    sketch: str
    title: Said
    text: Said
    ideas: tuple[str, ...]
    round: int
    needs: tuple[str, ...] = ()
    form: SketchForm | None = None
    hours: int | None = None
    must_be_true: Said = ""
    may_fail: Said = ""
    why_long: Said = ""

    def refers(self) -> frozenset[str]:
        """The ideas it came from, and the needs it answers."""
        return frozenset({*self.ideas, *self.needs})


class SketchChanged(Fact):
    """A sketch got a new version; the earlier ones are kept."""

    kind: Literal["sketch.changed"] = "sketch.changed"
    sketch: str
    title: Said
    text: Said
    ideas: tuple[str, ...]
    round: int
    needs: tuple[str, ...]
    form: SketchForm | None
    hours: int | None
    must_be_true: Said
    may_fail: Said
    why_long: Said

    def refers(self) -> frozenset[str]:
        """The sketch, its ideas and its needs."""
        return frozenset({self.sketch, *self.ideas, *self.needs})


class SketchDecided(Fact):
    """What becomes of one sketch, and what it taught."""

    kind: Literal["sketch.decided"] = "sketch.decided"
    sketch: str
    decision: Decision
    lesson: Said
    round: int

    def refers(self) -> frozenset[str]:
        """The sketch."""
        return frozenset({self.sketch})

    def settles(self) -> str:
        """What becomes of it."""
        return f"decided:{self.sketch}"


Facts = SketchMade | SketchChanged | SketchDecided


class MakeSketch(Command):
    """Sketch a small solution (big need, small solution).

    ``why_long`` says why, where the text is longer than the round's cap.
    """

    name: Literal["sketch.make"] = "sketch.make"
    title: NeededLine
    text: Text = ""
    ideas: tuple[Id, ...] = ()
    needs: tuple[Id, ...] = ()
    form: SketchForm | None = None
    hours: Hours | None = None
    must_be_true: Text = ""
    may_fail: Text = ""
    why_long: Text = ""


class ChangeSketch(Command):
    """Give a sketch a new version; what is left out stays."""

    name: Literal["sketch.change"] = "sketch.change"
    sketch: Id
    title: NeededLine | None = None
    text: Text | None = None
    ideas: tuple[Id, ...] | None = None
    needs: tuple[Id, ...] | None = None
    form: SketchForm | None = None
    hours: Hours | None = None
    must_be_true: Text | None = None
    may_fail: Text | None = None
    why_long: Text | None = None


class DecideSketch(Command):
    """Say what becomes of one sketch; one that is stopped leaves what it taught."""

    name: Literal["sketch.decide"] = "sketch.decide"
    sketch: Id
    decision: Decision
    lesson: Text = ""


Commands = MakeSketch | ChangeSketch | DecideSketch


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:
    """What becomes of a wish about a sketch."""
    fields = command.model_dump(exclude={"name"})
    match command:
        case MakeSketch(ideas=ideas, needs=needs):
            made = SketchMade(sketch=moment.command, round=case.round, **fields)
            return _unknown(case, ideas, needs) or (made,)
        case ChangeSketch(sketch=s) | DecideSketch(sketch=s) if s not in case.sketches:
            return Refused("no_sketch")
        case ChangeSketch(sketch=sketch):
            return _changed(case, case.sketches[sketch], command)
        case DecideSketch(sketch=sketch, decision=decision, lesson=lesson):
            known = case.sketches[sketch]
            if decision == "stopped" and not lesson:
                return Refused("lesson_needed")
            if (known.decision, known.lesson, known.decided_in) == (decision, lesson, case.round):
                return ()
            return (SketchDecided(round=case.round, **fields),)
        case _:
            assert_never(command)


def _changed(case: Case, sketch: Sketch, command: ChangeSketch) -> Outcome:
    kept = set(SketchChanged.model_fields) - {"kind", "sketch", "round"}
    was = sketch.model_dump(include=kept)
    now = was | command.model_dump(exclude={"name", "sketch"}, exclude_none=True)
    if now == was:
        return ()
    changed = SketchChanged(sketch=sketch.id, round=case.round, **now)
    return _unknown(case, now["ideas"], now["needs"]) or (changed,)


def _unknown(case: Case, ideas: tuple[str, ...], needs: tuple[str, ...]) -> Refused | None:
    if not all(i in case.notes and case.notes[i].what == "idea" for i in ideas):
        return Refused("no_idea")
    return None if all(c in case.clusters for c in needs) else Refused("no_cluster")


def evolve(case: Case, fact: Facts, record: Record) -> Case:  # noqa: ARG001
    """The case after something was sketched, or a sketch decided."""
    fields = fact.model_dump(exclude={"kind", "sketch"})
    match fact:
        case SketchMade():
            sketch = Sketch(id=fact.sketch, **fields)
        case SketchChanged(round=turn):
            was = case.sketches[fact.sketch]
            earlier = Wording(
                title=was.title, text=was.text, form=was.form, round=was.changed_in or was.round
            )
            fields |= {"round": was.round, "changed_in": turn, "earlier": (*was.earlier, earlier)}
            sketch = was.model_copy(update=fields)
        case SketchDecided(decision=decision, lesson=lesson, round=turn):
            update = {"decision": decision, "lesson": lesson, "decided_in": turn}
            sketch = case.sketches[fact.sketch].model_copy(update=update)
        case _:
            assert_never(fact)
    return case.model_copy(update={"sketches": {**case.sketches, sketch.id: sketch}})
