"""What is asked on a scale: built from the pack, written into a fact, and read out of it again."""

from functools import cache
from itertools import zip_longest
from typing import Any, Final, Literal, get_args

from workshop.basics import Fact, Refused, Said, SaidLines
from workshop.packs.model import Pack
from workshop.packs.parts import Checklist, Fundamental
from workshop.scored import Form, Item, Step
from workshop.terms import Check, FundamentalKey, PollForm

FUNDAMENTALS: Final[tuple[FundamentalKey, ...]] = get_args(FundamentalKey)
ROOM: Final[tuple[Check, ...]] = ("prepared", "known", "realisable", "serious", "anchored")
"""The questions about the handlingsrom that a hall can answer (Jevnaker 3.1)."""
FEWEST: Final = 5
"""Fewer answers than this are never shown as figures."""
OfMethod = Literal["fundamentals", "checklist", "handlingsrom", "exit"]
"""What is asked in words of the method or of the pack."""
HEARD: Final = "heard"
HIGHEST_HEARD: Final = 5


@cache
def unknown() -> Step:
    """The answer of whoever does not know."""
    return Step(key="unknown")


@cache
def yes_no() -> tuple[Step, ...]:
    """The answers to a question of yes or no."""
    return Step(key="yes"), Step(key="no"), unknown()


class FormFact(Fact):
    """A fact that holds a form, with its words apart from the rest so that they can go."""

    key: str
    title: Said
    items: tuple[str, ...]
    texts: SaidLines
    helps: SaidLines
    steps: tuple[str, ...]
    labels: SaidLines
    values: tuple[int | None, ...]
    form: PollForm = "steps"
    about: tuple[str, ...] = ()
    """What each item is about, where its words are somebody's own and so not copied here."""
    poles: SaidLines = ()


def asked(pack: Pack, what: OfMethod, key: str, title: str) -> tuple[Form, int] | Refused:
    """What a poll of this kind asks, and under how many answers it shows nothing."""
    match what:
        case "fundamentals":
            # A team talks about its own scores: they are silent, and never secret afterwards.
            return fundamentals(pack, title), 1
        case "checklist":
            known = pack.checklist(key)
            if known is None:
                return Refused("no_checklist", {"key": key})
            return checklist(pack, known), known.fewest if known.anonymous else 1
        case "handlingsrom" | "exit":
            return of_method(what, title), FEWEST


def of_method(what: Literal["handlingsrom", "exit"], title: str = "") -> Form:
    """What the method itself asks a hall, whatever the pack; the catalogue has its words."""
    if what == "handlingsrom":
        return Form(title=title, items=tuple(Item(key=check) for check in ROOM), steps=yes_no())
    steps = tuple(Step(key=str(n), value=n) for n in range(1, HIGHEST_HEARD + 1))
    return Form(title=title, items=(Item(key=HEARD),), steps=steps)


def fundamentals(pack: Pack, title: str = "") -> Form:
    """The five fundamentals, scored from 0; named by the pack, or else by the catalogue."""
    named = {f.key: f for f in pack.fundamentals}
    items = tuple(
        Item(key=key, text=named[key].name, help=_anchored(named[key], pack.fundamental_most))
        if key in named
        else Item(key=key)
        for key in FUNDAMENTALS
    )
    steps = tuple(Step(key=str(n), value=n) for n in range(pack.fundamental_most + 1))
    return Form(title=title, items=items, steps=(*steps, unknown()))


def _anchored(named: Fundamental, most: int) -> str:
    """The question, and on lines of their own what the scores mean where the pack says it."""
    middle = (most + 1) // 2
    anchors = ((0, named.none), (middle, named.some), (most, named.full))
    return "\n".join([named.question, *(f"{n}: {text}" for n, text in anchors if text)])


def checklist(pack: Pack, asked: Checklist) -> Form:
    """A checklist of the pack with its scale."""
    return Form(
        key=asked.key,
        title=asked.name,
        items=tuple(Item(key=i.key, text=i.text, help=i.help) for i in asked.items),
        steps=tuple(Step(**step.model_dump()) for step in pack.scale(asked.scale).steps),
    )


def form_fields(form: Form) -> dict[str, Any]:
    """A form as the fields of a fact."""
    return {
        "key": form.key,
        "title": form.title,
        "items": tuple(item.key for item in form.items),
        "texts": tuple(item.text for item in form.items),
        "helps": tuple(item.help for item in form.items),
        "steps": tuple(step.key for step in form.steps),
        "labels": tuple(step.label for step in form.steps),
        "values": tuple(step.value for step in form.steps),
        "form": form.kind,
        "about": tuple(item.about for item in form.items) if _is_about(form) else (),
        "poles": form.poles,
    }


def _is_about(form: Form) -> bool:
    return any(item.about for item in form.items)


def form_of(fact: FormFact) -> Form:
    """The form that a fact holds; its words are empty where they were forgotten."""
    items = zip_longest(fact.items, fact.texts, fact.helps, fact.about, fillvalue="")
    steps = zip_longest(fact.steps, fact.labels, fact.values)
    return Form(
        key=fact.key,
        title=fact.title,
        items=tuple(Item(key=k, text=text, help=h, about=about) for k, text, h, about in items),
        steps=tuple(Step(key=k, label=label or "", value=v) for k, label, v in steps),
        kind=fact.form,
        poles=fact.poles,
    )
