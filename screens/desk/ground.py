"""What station 1 shows of a case: its question, the eight answers, and what else it knows."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from screens.desk.acts import Say
from screens.desk.bits import Bits, Mark, mark, width
from screens.desk.widgets.picks import Pick
from screens.words import voice

if TYPE_CHECKING:
    from workshop.case import Case
    from workshop.framed import Question
    from workshop.terms import Check, RoomPoint

SIGNS: Final = {True: Mark.DONE, False: Mark.LACKS}
JUDGED: Final = {"used": "ok", "draft": "muted", "rejected": "muted"}
LONGEST: Final = 200


def tells_of(text: str, say: Say) -> Bits:
    """Whether a wording is open and free of solutions, and how long it is."""
    from workshop.hints import is_open, solution_in
    from workshop.text import clean

    count = (f"{len(clean(text))}/{LONGEST}", "muted")
    if not text.strip():
        return (count,)
    found = solution_in(text)
    if found:
        words = ", ".join(voice(say).quoted(word) for word in found)
        told = say("desk.place_problem_solution", words=words)
        # One piece, so that it is broken between words where it is too long for its row.
        return ((f"{Mark.LACKS} {told}  {count[0]}", "warn"),)
    open_ = is_open(text)
    return (
        mark(SIGNS[open_]),
        (f" {say('desk.place_problem_is_open' if open_ else 'desk.place_problem_not_open')}  ", ""),
        mark(Mark.DONE),
        (f" {say('desk.place_problem_no_solution')}  ", ""),
        count,
    )


def versions(case: "Case", say: Say) -> list[Pick]:
    """The wording that holds first, then the others, the newest first."""
    held = case.asked
    numbers = {q.id: n for n, q in enumerate(case.questions, start=1)}
    picks = []
    if held is not None:
        picks.append(
            Pick(held.id, held.text, tone="strong", under=tells_of(held.text, say), gap=True)
        )
    else:
        none = say("desk.place_problem_no_question")
        picks.append(Pick("-none", none, tone="muted", choosable=False, gap=True))
    others = [q for q in reversed(case.questions) if q != held]
    for last, question in enumerate(others, start=1):
        lead: Bits = ((f"v{numbers[question.id]}  ", "muted"),)
        told = verdict_of(question, say)
        quoted = say("desk.place_problem_quoted", text=question.text)
        under: Bits = ((told, "muted"),)
        picks.append(
            Pick(question.id, quoted, lead, tone="muted", under=under, gap=last == len(others))
        )
    return picks


def verdict_of(question: "Question", say: Say) -> str:
    """What became of a version, and why."""
    judged = say(f"desk.place_problem_verdict_{question.verdict}")
    return (
        say("desk.place_problem_why", verdict=judged, why=question.why) if question.why else judged
    )


def room_state(case: "Case", say: Say) -> Bits:
    """The verdict, in the heading of the eight questions."""
    from workshop import handlingsrom

    if case.form != "cocreation":
        return (mark(Mark.NONE), (f" {say(f'desk.place_problem_form_{case.form}')}", "strong"))
    judged = handlingsrom.verdict(case)
    if judged is None:
        return ((say("desk.place_problem_not_judged"), "muted"),)
    good = judged in handlingsrom.GOOD
    return (mark(SIGNS[good]), (f" {say(f'desk.place_problem_{judged}')}", "strong"))


def room_tells(case: "Case", say: Say) -> Bits:
    """What the verdict means, in plain words."""
    from workshop import handlingsrom, presets

    judged = handlingsrom.verdict(case)
    told: list[str] = []
    if case.form != "cocreation":
        told.append(say("desk.place_problem_not_cocreation"))
        if case.form == "poll":
            told.append(say("desk.place_problem_poll_where"))
        if judged in handlingsrom.GOOD:
            told.append(say("desk.place_problem_room_after_all"))
    elif judged is None:
        told += [say(f"desk.place_problem_ask_{who}") for who in presets.of(case).both.asked]
    elif judged in handlingsrom.GOOD:
        told.append(say("desk.place_problem_innovation"))
    else:
        told.append(say(f"desk.place_problem_means_{judged}"))
    calm = judged in {None, *handlingsrom.GOOD}
    if handlingsrom.only_small(case):
        told.append(say("desk.place_problem_only_small"))
        calm = False
    if handlingsrom.is_due(case):
        decided = [r.no for r in case.rounds if r.decision is not None]
        told.append(say("desk.place_problem_look_again", no=decided[-1]))
        calm = False
    return ((" ".join(told), "muted" if calm else "warn"),)


_BESIDE = 20
"""Cells of an answer that leave the question room on its row; a longer one stands under it."""


def points(case: "Case", say: Say) -> list[Pick]:
    """The eight questions with their answers."""
    from workshop.handlingsrom import POINTS, owed

    noted = {c.point: c for c in owed(case)}
    picks = []
    for number, point in enumerate(POINTS, start=1):
        told, good = _answer(case, point, say)
        sign = Mark.NOT_YET if good is None else SIGNS[good]
        tone = "" if good else "muted" if good is None else "warn"
        note = noted.get(point)
        under: Bits = ()
        if note is not None:
            day = voice(say).day(note.due) if note.due else ""
            parts = [part for part in (note.text, note.owner, day) if part]
            under = ((" · ".join(parts), "muted"),)
        answer: Bits = ((told or Mark.NONE, tone),)
        beside = width(answer) <= _BESIDE
        picks.append(
            Pick(
                point,
                say(f"desk.place_problem_check_{point}"),
                (mark(sign), (f" {number}  ", "muted")),
                right=answer if beside else (),
                under=under if beside else (*answer, *under),
            )
        )
    return picks


def _answer(case: "Case", point: "RoomPoint", say: Say) -> tuple[str, bool | None]:
    """The answer in words, and whether it is as good as can be; None while there is none."""
    frame = case.frame
    if point == "frame":
        if not (frame.fixed or frame.open):
            return "", None
        told = say("desk.place_problem_fixed_things", n=len(frame.fixed))
        return (told if frame.fixed else say("desk.answer_no")), bool(frame.open)
    if point == "decides":
        told = ", ".join(part for part in (frame.who_decides, frame.when_decided) if part)
        return told, True if frame.who_decides else None
    return _said(case, point, say)


def _said(case: "Case", check: "Check", say: Say) -> tuple[str, bool | None]:
    from workshop.handlingsrom import BEST

    answer = case.answers.get(check)
    if answer is None:
        return "", None
    return say(f"desk.answer_{answer}"), answer == BEST[check]


def also(case: "Case", say: Say) -> list[Pick]:
    """Who has the need, what is sealed, what already works, and what the hall objects."""
    sealed = sum(belief.verdict is None for belief in case.assumptions.values())
    holders = [a for a in case.actors.values() if a.role == "has_need"]
    named = (f"{a.name} ({say(f'desk.category_{a.category}')})" for a in holders)
    names = voice(say).listed(named)
    objections = [n for n in case.notes.values() if n.what == "objection" and n.counts]
    rows: Sequence[tuple[str, str, str]] = (
        ("holders", names, say("desk.place_problem_holders_none")),
        (
            "sealed",
            say("desk.place_problem_sealed_count", n=sealed) if sealed else "",
            say("desk.place_problem_sealed_none"),
        ),
        ("strength", case.strength, say("desk.place_problem_strength_none")),
    )
    picks = [_also(key, told, none, say) for key, told, none in rows]
    for note in objections:
        lead: Bits = (mark(Mark.LACKS), (" ", ""))
        under: Bits = ((say("desk.place_problem_objection"), "muted"),)
        picks.append(
            Pick(note.id, say("desk.place_problem_quoted", text=note.text), lead, under=under)
        )
    return [*picks, *_wanted(case, say)]


def _wanted(case: "Case", say: Say) -> Iterator[Pick]:
    """What somebody in the hall wants fixed or open, and whether it is in the frame now."""
    from workshop.framed import as_line

    for note in case.notes.values():
        if note.side and note.lies_open and note.state != "hidden":
            there = as_line(note.text) in case.frame.on(note.side)
            sign = Mark.DONE if there else Mark.NOT_YET
            under: Bits = ((say(f"desk.place_problem_wanted_{note.side}"), "muted"),)
            quoted = say("desk.place_problem_quoted", text=note.text)
            yield Pick(note.id, quoted, (mark(sign), (" ", "")), under=under)


def _also(key: str, told: str, none: str, say: Say) -> Pick:
    sign = Mark.DONE if told else Mark.NOT_YET
    title = say(f"desk.place_problem_{key}")
    under: Bits = ((told or none, "" if told else "muted"),)
    return Pick(key, title, (mark(sign), (" ", "")), tone="strong", under=under)
