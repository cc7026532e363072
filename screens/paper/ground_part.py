"""The report on station 1: the question and its versions, the room there was, what was passed."""

from collections.abc import Iterator
from typing import Final, get_args

from screens.paper.markdown import bullets, day, moment, plain, quote, table
from screens.words import Words
from workshop import handlingsrom, holders
from workshop.case import Case
from workshop.framed import Override, Question
from workshop.recipe import STATIONS
from workshop.terms import RoomPoint, Side

NOW_AND_THEN: Final = ("room_again", holders.GATE)
"""Checks that a station has only while they do not hold."""


def question(case: Case, say: Words) -> Iterator[str]:
    """The question as it was asked, every other version with what became of it, and objections."""
    yield f"## {say('report.question')}"
    yield quote(case.question) if case.question else say("report.no_question")
    others = [q for q in case.questions if q != case.asked]
    if others:
        yield say("report.earlier_questions")
        yield bullets([_version(q, say) for q in others])
    said = [n for n in case.notes.values() if n.state != "hidden" and n.lies_open]
    objections = [n for n in said if n.what == "objection"]
    if objections:
        yield say("report.objections")
        yield bullets([plain(note.text) for note in objections])
    for side in get_args(Side):
        wanted = [n for n in said if n.side == side]
        if wanted:
            yield say(f"report.wanted_{side}")
            yield bullets([plain(note.text) for note in wanted])
    if case.strength:
        yield f"**{say('report.strength')}**"
        yield quote(case.strength)


def _version(version: Question, say: Words) -> str:
    why = f" {plain(version.why)}" if version.why else ""
    judged = say(f"report.question_{version.verdict}")
    return f"{moment(version.at, say)}: {say.quoted(plain(version.text))} {judged}{why}"


def room(case: Case, say: Words) -> Iterator[str]:
    """What is fixed and open, who decides, what was answered, what was passed against advice."""
    frame = case.frame
    yield f"## {say('report.room')}"
    for key, lines in (("fixed", frame.fixed), ("open", frame.open)):
        yield f"**{say(f'report.{key}')}**"
        yield bullets([plain(line) for line in lines]) if lines else say("report.nothing")
    if frame.budget:
        yield f"**{say('report.budget')}** {plain(frame.budget)}"
    decides = ", ".join(plain(p) for p in (frame.who_decides, frame.when_decided) if p)
    yield f"**{say('report.decides')}** {decides or say('report.nothing')}"
    if case.answers:
        yield from _judged(case, say)
    if case.clarifications:
        yield say("report.clarifications")
        yield bullets([_clarification(case, point, say) for point in case.clarifications])
    if case.overrides:
        yield say("report.overrides")
        yield bullets([_override(case, o, say) for o in case.overrides])


def _judged(case: Case, say: Words) -> Iterator[str]:
    rows = [
        [say(f"report.check_{check}"), say(f"report.answer_{case.answers[check]}")]
        for check in handlingsrom.CHECKS
        if check in case.answers
    ]
    yield table([say("report.check"), say("report.answer")], rows)
    yield f"**{say('report.verdict')}** {say(f'report.verdict_{handlingsrom.verdict(case)}')}"
    if handlingsrom.only_small(case):
        yield say("report.only_small")
    if len(case.looks) > 1:
        yield say("report.looks")
        yield bullets(
            [
                say("report.look", no=k.round, verdict=say(f"report.verdict_{k.verdict}"))
                for k in case.looks
            ]
        )


def _clarification(case: Case, point: RoomPoint, say: Words) -> str:
    noted = case.clarifications[point]
    key = "decides" if point == "decides" else "open" if point == "frame" else f"check_{point}"
    due = f" ({day(noted.due, say)})" if noted.due else ""
    owner = f" {plain(noted.owner)}{due}" if noted.owner else due
    still = any(noted == open_ for open_ in handlingsrom.owed(case))
    state = say("report.still_unclear" if still else "report.now_clear")
    return f"{say(f'report.{key}')} {plain(noted.text)}{owner}: {state}"


def _override(case: Case, passed: Override, say: Words) -> str:
    """When, what was lacking, and why; a gate that the recipe lacks, in the words it came with."""
    known = {check.key for station in STATIONS for check in station.checks(case)}
    gate = passed.gate
    told = say(f"report.gate_{gate}") if gate in {*known, *NOW_AND_THEN} else plain(gate)
    return f"{moment(passed.at, say)}: {say('report.lacking', gate=told)} {plain(passed.reason)}"
