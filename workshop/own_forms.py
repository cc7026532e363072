"""Questions of one's own: the forms that a hall can answer in, and what an answer must hold."""

from collections.abc import Mapping
from functools import cache
from typing import Final, Protocol, assert_never

from workshop.basics import Refused
from workshop.case import Case
from workshop.clusters import standing
from workshop.forms import FEWEST, unknown, yes_no
from workshop.rounds import live_sketches
from workshop.scored import Form, Item, Poll, Step
from workshop.terms import PollForm, PollSource

CAN: Final = "can"
"""The key of the one answer there is to «I can test»."""
HIGHEST: Final = 5
"""The highest step of a scale and of an axis."""
EFFECT: Final = "effect"
EFFORT: Final = "effort"
AXES: Final = (EFFECT, EFFORT)
"""What something gives, then what it takes; one at a time (peers 4.5)."""
ITEMS: Final[Mapping[PollForm, tuple[int, int]]] = {
    "steps": (1, 40),
    "statement": (1, 12),
    "agreement": (2, 40),
    "scale": (1, 12),
    "ranking": (2, 7),
    "axes": (2, 9),
    "testing": (1, 12),
}
"""How few and how many things can be asked about; a ranking is of a few."""


@cache
def agree() -> tuple[Step, ...]:
    """The answers to whether one agrees."""
    return Step(key="agree"), Step(key="disagree"), Step(key="pass")


class Own(Protocol):
    """A question of one's own."""

    @property
    def form(self) -> PollForm:
        """How it is answered."""
        ...

    @property
    def title(self) -> str:
        """The question."""
        ...

    @property
    def items(self) -> tuple[str, ...]:
        """What is asked about, where it is typed."""
        ...

    @property
    def steps(self) -> tuple[str, ...]:
        """What one can answer, where that is typed."""
        ...

    @property
    def over(self) -> PollSource | None:
        """What is asked about, where the hall has made it."""
        ...

    @property
    def targets(self) -> tuple[str, ...]:
        """Some of those; all where none is named."""
        ...

    @property
    def from_one(self) -> bool:
        """Whether a scale begins at 1; else at 0."""
        ...

    @property
    def poles(self) -> tuple[str, ...]:
        """Words for the ends of a scale, or for the two axes."""
        ...


def own_form(case: Case, own: Own) -> tuple[Form, int] | Refused:
    """What is asked, and under how many answers nothing is shown; or why it cannot be asked."""
    if len(own.steps) == 1 or (own.form == "steps" and not own.title):
        return Refused("choice_lacks")
    things = _things(case, own)
    if isinstance(things, Refused):
        return things
    fewest, most = ITEMS[own.form]
    if not fewest <= len(things) <= most:
        return Refused("choice_items", {"fewest": fewest, "most": most})
    items = _both(things) if own.form == "axes" else things
    form = Form(
        # A single thing is its own heading.
        title=own.title or (things[0].text if len(things) == 1 else ""),
        items=items,
        steps=_steps(own, len(items)),
        kind=own.form,
        poles=own.poles if own.form in {"scale", "axes"} else (),
    )
    # Who can test offers something and has no opinion to hide, as with «test.offer».
    return form, 1 if own.form == "testing" else FEWEST


def _things(case: Case, own: Own) -> tuple[Item, ...] | Refused:
    if own.over is None:
        texts = own.items or ((own.title,) if own.title else ())
        return tuple(Item(key=f"i{n}", text=text) for n, text in enumerate(texts, start=1))
    known = made(case, own.over)
    named = tuple(dict.fromkeys(own.targets)) or known
    if not named:
        return Refused("nothing_to_ask_about")
    if any(target not in known for target in named):
        return Refused("no_target")
    return tuple(Item(key=f"i{n}", about=about) for n, about in enumerate(named, start=1))


def made(case: Case, over: PollSource) -> tuple[str, ...]:
    """What the hall has made and may see, oldest first."""
    match over:
        case "need":
            return standing(case)
        case "idea":
            ideas = (n for n in case.notes.values() if n.what == "idea" and n.lies_open)
            return tuple(note.id for note in ideas if note.state == "shown")
        case "sketch":
            return tuple(sketch.id for sketch in live_sketches(case, case.round))


def _both(things: tuple[Item, ...]) -> tuple[Item, ...]:
    """Each thing on the one axis, then each on the other."""
    return tuple(
        item.model_copy(update={"key": f"{axis}_{n}"})
        for axis in AXES
        for n, item in enumerate(things, start=1)
    )


def _steps(own: Own, items: int) -> tuple[Step, ...]:
    match own.form:
        case "steps":
            typed = (Step(key=f"s{n}", label=text) for n, text in enumerate(own.steps, start=1))
            return tuple(typed) or yes_no()
        case "statement":
            return yes_no()
        case "agreement":
            return agree()
        case "scale":
            return (*_numbers(1 if own.from_one else 0, HIGHEST), unknown())
        case "ranking":
            return _numbers(1, items)
        case "axes":
            return _numbers(1, HIGHEST)
        case "testing":
            return (Step(key=CAN),)
        case _:
            assert_never(own.form)


def _numbers(first: int, last: int) -> tuple[Step, ...]:
    return tuple(Step(key=str(n), value=n) for n in range(first, last + 1))


def wrong_with(poll: Poll, answers: Mapping[str, str], *, again: bool) -> Refused | None:
    """Why these answers are none; ``again`` says that the same has answered before."""
    items = {item.key for item in poll.form.items}
    steps = {step.key for step in poll.form.steps}
    if not answers and not (again and poll.form.kind == "testing"):
        return Refused("poll_blank")
    if not (answers.keys() <= items and set(answers.values()) <= steps):
        return Refused("no_step")
    if poll.form.kind == "ranking":
        if len(set(answers.values())) < len(answers):
            return Refused("rank_twice")
        if answers.keys() != items:
            return Refused("rank_lacks", {"n": len(items)})
    return None
