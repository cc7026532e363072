"""Answer sheets for polls and checklists, so that paper counts as phones do.

Every answer has the sign beside it that the desk keys it in by. Widths and heights are taken a
little larger than the font's own; a test measures what comes of it in a browser.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from screens.paper.ballots import EM, lines, width
from screens.scales import Scales
from screens.telling import Telling
from screens.words import Words
from workshop import forms
from workshop.case import Case
from workshop.findings import things
from workshop.scored import Form
from workshop.terms import PollForm, PollKind
from workshop.views import worded

METHOD: Final[tuple[PollKind, ...]] = ("exit", "handlingsrom", "fundamentals")
"""What every case can ask; the first is asked at the end of every evening."""
HOW: Final[frozenset[PollForm]] = frozenset({"ranking", "testing"})
"""The forms that are answered otherwise than with one cross for each question."""
_ASKED: Final = 3.9
"""Millimetres of an em in the size that a question is printed in."""
_SMALL: Final = 3.1
_LINE: Final = 5.4
_SMALL_LINE: Final = 4.4
_ROW: Final = 8.2
_BESIDE: Final = 16.0
"""What stands around the words of an answer: its box, its sign, and air."""
_AIR: Final = 4.6


@dataclass(frozen=True, slots=True)
class Question:
    """One item with the number that it is keyed in by, and what makes it clearer."""

    number: int
    text: str
    help: str


@dataclass(frozen=True, slots=True)
class Answers:
    """A sheet to answer on: how many share a page, and the questions of each of its pages."""

    title: str
    """Empty where the only question is the title."""
    steps: tuple[tuple[str, str], ...]
    """The sign that the desk keys in, and the words; empty where the sign is all there is."""
    legend: tuple[tuple[str, str], ...]
    """What the signs mean, told once where the words would take a second row at each question."""
    together: int
    sheets: tuple[tuple[Question, ...], ...]
    how: str = ""
    """How one answers on it."""


@dataclass(frozen=True, slots=True)
class _Shape:
    together: int
    width: float
    height: float
    """Millimetres for questions, and for the title above them."""


_SHAPES: Final = (_Shape(4, 85.0, 94.0), _Shape(2, 178.0, 106.0), _Shape(1, 178.0, 246.0))


def answer_sheet(case: Case, about: str, say: Words) -> Answers | None:
    """The open poll, or what ``about`` names: a checklist of the pack, or one of the method's.

    None where it names nothing.
    """
    found = form_asked(case, about)
    if found is None:
        return None
    what, form = found
    scales = Scales(say)
    axes = _axes(form, say)
    questions = tuple(
        Question(
            n,
            scales.item(item),
            "\n".join([scales.help(item), *scales.anchors(item), axes[n - 1]]).strip(),
        )
        for n, item in enumerate(form.items, start=1)
    )
    steps = tuple(_steps(what, form, scales))
    title = scales.title(what, form)
    title = "" if [q.text for q in questions] == [title] else title
    legend: tuple[tuple[str, str], ...] = ()
    if len(questions) > 1 and _rows(steps, _SHAPES[-1].width) > 1:
        legend = tuple((sign, words) for sign, words in steps if words)
        steps = tuple((sign, "") for sign, _ in steps)
    legend = scales.ends(form) or legend
    together, sheets = _laid(title, questions, steps, legend)
    how = say(f"paper.answer_how_{form.kind}" if form.kind in HOW else "paper.answer_how")
    if form.kind == "axes":
        how = f"{how} {say('score.axis_ends', low=min(form.values), high=max(form.values))}"
    return Answers(title, steps, legend, together, sheets, how)


def _axes(form: Form, say: Words) -> list[str]:
    """What is asked of each item: on axes the one question for all, and then the other."""
    if form.kind != "axes":
        return [""] * len(form.items)
    asked = Telling(say).asks(form)
    return [text for text in asked for _ in things(form)]


def known(case: Case) -> tuple[str, ...]:
    """What sheets can be made for, beside the open poll."""
    return (*METHOD, *(c.key for c in case.pack.checklists))


def form_asked(case: Case, about: str) -> tuple[PollKind, Form] | None:
    """The kind and the form of what ``about`` names, or of the open poll where it is empty."""
    if not about and case.poll:
        poll = case.polls[case.poll]
        return poll.what, worded(case, poll.form)
    match about or METHOD[0]:
        case "exit" | "handlingsrom" as what:
            return what, forms.of_method(what)
        case "fundamentals":
            return "fundamentals", forms.fundamentals(case.pack)
        case key:
            listed = case.pack.checklist(key)
            return ("checklist", forms.checklist(case.pack, listed)) if listed else None


def _steps(what: PollKind, form: Form, scales: Scales) -> Iterator[tuple[str, str]]:
    """Each answer with its sign: its value, its place, or its first letter (as the desk reads)."""
    numbered = bool(form.values)
    for place, step in enumerate(form.steps, start=1):
        words = scales.step(what, step)
        number = step.value if numbered else place
        sign = words[:1].casefold() if number is None else str(number)
        yield sign, "" if words == sign else words


def _laid(
    title: str,
    questions: Sequence[Question],
    steps: Sequence[tuple[str, str]],
    legend: Sequence[tuple[str, str]],
) -> tuple[int, tuple[tuple[Question, ...], ...]]:
    """As many sheets on a page as there is room for; several pages for one where it is long."""
    for shape in _SHAPES:
        room = shape.height - (_LINE * 1.5 * lines(title, shape.width * EM / 5.6) if title else 0)
        room -= _rows(legend, shape.width) * _LINE if legend else 0
        pages = _filled(questions, steps, shape.width, room)
        tallest = max(_height(q, steps, shape.width) for q in questions)
        if (len(pages) == 1 and tallest <= room) or shape is _SHAPES[-1]:
            return shape.together, pages
    raise AssertionError


def _filled(
    questions: Sequence[Question], steps: Sequence[tuple[str, str]], wide: float, room: float
) -> tuple[tuple[Question, ...], ...]:
    pages: list[list[Question]] = [[]]
    used = 0.0
    for question in questions:
        height = _height(question, steps, wide)
        if used + height > room and pages[-1]:
            pages.append([])
            used = 0.0
        pages[-1].append(question)
        used += height
    return tuple(map(tuple, pages))


def _height(question: Question, steps: Sequence[tuple[str, str]], wide: float) -> float:
    asked = _LINE * lines(question.text, (wide - 8) * EM / _ASKED)
    told = sum(_SMALL_LINE * lines(t, wide * EM / _SMALL) for t in question.help.splitlines())
    more = sum(lines(words, (wide - _BESIDE) * EM / _ASKED) - 1 for _, words in steps if words)
    return asked + told + _rows(steps, wide) * _ROW + more * _LINE + _AIR


def _rows(steps: Sequence[tuple[str, str]], wide: float) -> int:
    """How many rows the answers take, each with its box."""
    rows, used = 1, 0.0
    for _, words in steps:
        takes = _BESIDE + width(words) * _ASKED / EM
        if used and used + takes > wide:
            rows, used = rows + 1, 0.0
        used += takes
    return rows
