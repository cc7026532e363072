"""Forgetting: people's words are emptied for good; that it was done is itself a fact."""

from collections.abc import Iterable, Iterator
from typing import ClassVar, Literal

from pydantic import BaseModel

from workshop.basics import Command, Fact, Id, Moment, Outcome, Record, Refused, said_fields
from workshop.case import Case
from workshop.problem import FrameAdded, FrameSet


class WordsForgotten(Fact):
    """The words of these facts were emptied, here and in every copy that could be reached."""

    final: ClassVar[bool] = True
    kind: Literal["words.forgotten"] = "words.forgotten"
    seqs: tuple[int, ...]
    whole_case: bool = False


Facts = WordsForgotten


class ForgetWords(Command):
    """Empty the words of some notes, with their earlier wordings and parts, or of a whole case.

    ``testers`` are those who answered after a test.
    """

    name: Literal["words.forget"] = "words.forget"
    notes: tuple[Id, ...] = ()
    testers: tuple[Id, ...] = ()
    whole_case: bool = False


Commands = ForgetWords


def decide(case: Case, command: ForgetWords, moment: Moment) -> Outcome:
    """Which facts hold the words; nobody's words are forgotten while the case is in a hall."""
    if any(note not in case.notes for note in command.notes):
        return Refused("no_note")
    heard = {t.id for test in case.tests.values() for t in test.heard}
    if not heard.issuperset(command.testers):
        return Refused("no_tester")
    if not command.whole_case:
        return _some_forgotten(case, command, moment)
    if case.gathering is not None:
        return Refused("gathering_open")
    every = (r.seq for r in moment.history if said_fields(type(r.fact)))
    return (WordsForgotten(seqs=tuple(every), whole_case=True),)


def _some_forgotten(case: Case, command: ForgetWords, moment: Moment) -> Outcome:
    wanted, testers = set(command.notes), set(command.testers)
    for record in moment.history:
        if getattr(record.fact, "part_of", None) in wanted:
            wanted.add(record.fact.note)
    about = [
        r
        for r in moment.history
        if said_fields(type(r.fact))
        and (not wanted.isdisjoint(_is_about(r.fact)) or getattr(r.fact, "tester", None) in testers)
    ]
    framed = {r.fact.text for r in about if isinstance(r.fact, FrameAdded)} - {""}
    # What was taken into the frame was written again with each later change of the frame.
    frames = [r for r in moment.history if isinstance(r.fact, FrameSet) and _holds(r.fact, framed)]
    forgotten = WordsForgotten(seqs=tuple(sorted({r.seq for r in (*about, *frames)})))
    if not frames:
        return (forgotten,)
    return forgotten, FrameSet(**case.frame.without(framed).model_dump())


def _holds(frame: FrameSet, lines: set[str]) -> bool:
    return not lines.isdisjoint((*frame.fixed, *frame.open))


def _is_about(fact: Fact) -> tuple[object, ...]:
    """The note that a fact tells of, or that it answers: an answer often says it again."""
    return getattr(fact, "note", None), getattr(fact, "target", None)


def holding(history: Iterable[Record], words: str) -> tuple[str, ...]:
    """The notes in which these words stand or have stood, in the order they were written."""
    sought = words.casefold()
    held = (r.fact for r in history if any(sought in t.casefold() for t in _said(r.fact)))
    # In some facts a field of that name is a remark, and no note.
    about = (getattr(f, "note", None) for f in held if "note" not in said_fields(type(f)))
    return tuple(dict.fromkeys(note for note in about if note))


def _said(fact: Fact) -> Iterator[str]:
    for name in said_fields(type(fact)):
        yield from _words_in(getattr(fact, name))


def _words_in(value: object) -> Iterator[str]:
    """Every text in it, however deep: a run sheet is a row of blocks, each with its own words."""
    match value:
        case str():
            yield value
        case BaseModel():
            for _, inner in value:
                yield from _words_in(inner)
        case tuple():
            for inner in value:
                yield from _words_in(inner)


def evolve(case: Case, fact: WordsForgotten, record: Record) -> Case:  # noqa: ARG001
    """The case knows that it was erased; its words are gone from its other facts."""
    return case.model_copy(update={"erased": True}) if fact.whole_case else case
