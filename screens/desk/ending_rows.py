"""The rows of station 6's last page: pledges, offers, decisions, solutions, benefits, programme."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from screens.desk.bits import Bits, Mark, mark
from screens.desk.widgets.picks import Pick

if TYPE_CHECKING:
    from datetime import date

    from workshop.case import Case
    from workshop.closed import Pledge
    from workshop.said import Note

Words = Callable[..., str]
Written = Callable[["date"], str]
"""How a day is written."""
PROGRAMME = "programme"


def parts(case: "Case", words: Words, written: Written) -> Iterator[tuple[str, list[Pick]]]:
    """Each heading with its rows; offers and programme only where there are any."""
    from workshop.closed import KEPT_LAST

    pledges = sorted(case.pledges.values(), key=lambda p: KEPT_LAST[p.kept])
    yield "pledges", [_pledge(p, words, written) for p in pledges]
    if offers := _offers(case, words):
        yield "offers", offers
    yield "decisions", _decisions(case, words, written)
    yield "solutions", _solutions(case, words)
    yield "benefits", _benefits(case, words)
    if case.pack.programmes:
        yield "programmes", [_programme(case, words)]


def _offers(case: "Case", words: Words) -> list[Pick]:
    """What people in the hall said that they could do, and nobody has written as a pledge yet."""
    taken = {pledge.note for pledge in case.pledges.values()}
    return [
        Pick(note.id, note.text, (mark(Mark.NOT_YET), (" ", "")), right=_of_note(note, words))
        for note in case.notes.values()
        if note.what == "offer" and note.counts and note.id not in taken
    ]


def _of_note(note: "Note", words: Words) -> Bits:
    return ((words(f"stand_{note.stand}"), "muted"),) if note.stand else ()


def _programme(case: "Case", words: Words) -> Pick:
    from workshop.programmes import programme_of

    mine = programme_of(case)
    lead: Bits = (mark(Mark.DONE if mine else Mark.NOT_YET), (" ", ""))
    reason = case.belongs.reason
    under: Bits = ((reason, "muted"),) if reason else ()
    return Pick(PROGRAMME, mine.name if mine else words("no_programme"), lead, under=under)


def _pledge(pledge: "Pledge", words: Words, written: Written) -> Pick:
    sign = {None: Mark.NOT_YET, True: Mark.DONE, False: Mark.WRONG}[pledge.kept]
    due = written(pledge.due) if pledge.due else words("no_day")
    who = pledge.who or words("no_who")
    if pledge.stand != "promise":
        who = f"{who} · {words(f'stand_{pledge.stand}')}"
    right: Bits = ((due, "muted" if pledge.due else "warn"),)
    under: Bits = ((who, "muted" if pledge.who else "warn"),)
    if pledge.kept is False:
        under = ((f"{words('not_kept')} · ", "warn"), *under)
    return Pick(pledge.id, pledge.text, (mark(sign), (" ", "")), right=right, under=under)


def _decisions(case: "Case", words: Words, written: Written) -> list[Pick]:
    rows = []
    for made in case.decisions:
        when = written(made.day) if made.day else ""
        where = " · ".join(filter(None, (made.body, made.case_no, made.text)))
        told = words(f"result_{made.result}")
        lead: Bits = (mark(Mark.DONE), (" ", ""))
        rows.append(Pick(made.id, told, lead, right=((when, "muted"),), under=((where, "muted"),)))
    return rows


def _solutions(case: "Case", words: Words) -> list[Pick]:
    from workshop.newness import amounts_to

    rows = []
    for sketch in case.sketches.values():
        judged = case.judged.get(sketch.id)
        amounts = amounts_to(judged, case.pack)
        sign = Mark.DONE if amounts == "innovation" else Mark.PARTLY if judged else Mark.NOT_YET
        uses = case.uses.get(sketch.id, ())
        told = words("not_used")
        if uses:
            seen = uses[-1]
            often = words("per_week", n=seen.per_week)
            told = words("used", users=seen.users, often=often, n=seen.months)
        right: Bits = ((words(f"amounts_{amounts}"), "muted"),)
        lead: Bits = (mark(sign), (" ", ""))
        rows.append(Pick(sketch.id, sketch.title, lead, right=right, under=((told, "muted"),)))
    return rows


def _benefits(case: "Case", words: Words) -> list[Pick]:
    rows = []
    for benefit in case.benefits.values():
        now = benefit.measured or words("not_measured")
        told = words(
            "from_to",
            baseline=benefit.baseline or words("not_measured"),
            target=benefit.target or words("no_target"),
            owner=benefit.owner or words("no_owner"),
        )
        sign = Mark.DONE if benefit.measured else Mark.NOT_YET
        lead: Bits = (mark(sign), (" ", ""))
        right: Bits = ((now, "" if benefit.measured else "muted"),)
        rows.append(Pick(benefit.id, benefit.text, lead, right=right, under=((told, "muted"),)))
    return rows
