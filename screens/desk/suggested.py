"""How a suggestion is told: the notes in their own words, and what becomes of them."""

from typing import TYPE_CHECKING, Final

from screens.desk.acts import Say
from screens.desk.ahead import worth_a_look
from screens.desk.bits import Bit, Bits, fit
from screens.desk.plain import one_line
from screens.desk.wrapping import wrap

if TYPE_CHECKING:
    from workshop.case import Case
    from workshop.likeness.suggesting import Suggestion

TITLE: Final = 80
"""How long a cluster's first title may be, in letters: it is the words of a note."""
MOST: Final = 4
"""How many notes of a group are read out."""
FEW: Final = 2
"""So few are read out on two rows each, more on one."""


def told(case: "Case", one: "Suggestion", words: Say, cells: int, most: int = MOST) -> Bits:
    """The rows of a suggestion, at most so many cells wide, with so many notes read out."""
    bits: list[Bit] = []
    notes = [*one.notes, *([one.like] if one.like else [])]
    each = 2 if len(notes) <= FEW else 1
    for note in notes[:most]:
        rows = wrap(one_line(case.notes[note].text), cells - 2)
        if len(rows) > each:
            rows = [*rows[: each - 1], fit(" ".join(rows[each - 1 :]), cells - 2)]
        for at, row in enumerate(rows):
            tone = "muted" if note == one.like else ""
            bits += [("  " if at else "· ", "muted"), (row, tone), ("\n", "")]
    if len(notes) > most:
        bits.append((words("and_more", n=len(notes) - most) + "\n", "muted"))
    # The whole title: taken, it is a cluster's name, which the wall may show.
    return (*bits, ("\n".join(wrap(_outcome(case, one, words), cells)), "muted"))


def _outcome(case: "Case", one: "Suggestion", words: Say) -> str:
    from workshop.clusters import standing

    if one.cluster is None:
        title = title_of(case, one)
        key = "becomes" if title else "becomes_unnamed"
        return words(key, title=title, n=len(one.notes))
    title = one_line(case.clusters[one.cluster].title)
    return words("goes_into", title=title, n=standing(case).index(one.cluster) + 1)


def title_of(case: "Case", one: "Suggestion") -> str:
    """A first title: the most telling note that may name them, cut between two words.

    Empty where none may: the wall shows titles, and so nobody's number, health or insult.
    """
    first = first_of(case, one)
    if not _may_name(case, first):
        return ""
    line = one_line(case.notes[first].text).strip()
    if len(line) <= TITLE:
        return line
    return line[:TITLE].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"


def first_of(case: "Case", one: "Suggestion") -> str:
    """The note that speaks for all: what others lie under, else the most telling let through."""
    over = {note.into for note in case.notes.values()}
    shown = [note for note in one.notes if case.notes[note].state == "shown"]
    plain = [note for note in one.notes if _may_name(case, note)]
    return next((note for note in one.notes if note in over), [*shown, *plain, *one.notes][0])


def _may_name(case: "Case", note: str) -> bool:
    """Whether the hall may read it: it was let through, or nothing in it asks for a look."""
    said = case.notes[note]
    if said.state in {"shown", "hidden"}:
        return said.state == "shown"
    return not any(kind != "solution" for kind in worth_a_look(said.text, said.what))
