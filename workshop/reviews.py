"""Checklists that are gone through together, item by item, with what is done about each."""

from typing import Annotated, Literal, assert_never

from pydantic import StringConstraints

from workshop import forms
from workshop.basics import (
    Command,
    Fact,
    Id,
    Line,
    Moment,
    Outcome,
    Record,
    Refused,
    Said,
    Text,
)
from workshop.case import Case
from workshop.forms import FormFact, form_fields, form_of
from workshop.packs.parts import When
from workshop.scored import Reply, Review

Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,40}$")]


class ReviewBegun(FormFact):
    """A checklist was taken out; what it asks was fixed. The id is the command's."""

    kind: Literal["review.begun"] = "review.begun"
    review: str
    when: tuple[When, ...]
    none_zero: bool
    action: Said
    round: int


class ItemAgreed(Fact):
    """What was agreed on one item of a checklist."""

    kind: Literal["checklist.agreed"] = "checklist.agreed"
    review: str
    item: str
    step: str | None
    note: Said
    action: Said
    owner: Said

    def refers(self) -> frozenset[str]:
        """The review that it belongs to."""
        return frozenset({self.review})

    def settles(self) -> str:
        """The item."""
        return f"review:{self.review}:{self.item}"


Facts = ReviewBegun | ItemAgreed


class AgreeChecklist(Command):
    """Agree on one item of a checklist of the pack; what is left out stays.

    It belongs to the newest review of that checklist in this round and
    gathering, and else begins a new one; ``new`` always begins one.
    """

    name: Literal["checklist.agree"] = "checklist.agree"
    checklist: Line
    item: Key
    step: Key | None = None
    note: Text | None = None
    action: Line | None = None
    owner: Line | None = None
    review: Id | None = None
    new: bool = False


Commands = AgreeChecklist


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:
    """What becomes of an agreed item."""
    if command.review is not None and command.review not in case.reviews:
        return Refused("no_review")
    review = case.reviews.get(command.review or "") or now(case, command.checklist)
    begun: tuple[Fact, ...] = ()
    if review is None or (command.new and command.review is None):
        known = case.pack.checklist(command.checklist)
        if known is None:
            return Refused("no_checklist", {"key": command.checklist})
        form = forms.checklist(case.pack, known)
        review = Review(
            id=moment.command, at=moment.at, round=case.round, gathering=case.gathering, form=form
        )
        begun = (
            ReviewBegun(
                review=review.id,
                when=known.when,
                none_zero=known.none_zero,
                action=known.action,
                round=case.round,
                **form_fields(form),
            ),
        )
    if command.item not in {item.key for item in review.form.items}:
        return Refused("no_item")
    if command.step is not None and command.step not in {s.key for s in review.form.steps}:
        return Refused("no_step")
    before = review.replies.get(command.item, Reply())
    fields = {"step", "note", "action", "owner"}
    reply = before.model_copy(update=command.model_dump(include=fields, exclude_none=True))
    if reply == before:
        return begun
    return (*begun, ItemAgreed(review=review.id, item=command.item, **reply.model_dump()))


def of(case: Case, checklist: str) -> tuple[Review, ...]:
    """The reviews of a checklist, oldest first."""
    return tuple(r for r in case.reviews.values() if r.form.key == checklist)


def now(case: Case, checklist: str) -> Review | None:
    """The review of a checklist that goes on: the newest, of this round and gathering."""
    known = of(case, checklist)
    if not known or (known[-1].round, known[-1].gathering) != (case.round, case.gathering):
        return None
    return known[-1]


def unexplained(review: Review) -> tuple[str, ...]:
    """The items of the least kind without a word about why (Ullensaker's principles)."""
    least = min(review.form.values, default=None)
    return tuple(
        key
        for key, reply in review.replies.items()
        if review.none_zero and review.form.value(reply.step) == least
        if reply.step and not reply.note and not reply.action
    )


def open_items(review: Review) -> tuple[str, ...]:
    """The items that nobody has agreed on yet."""
    answered = {key for key, reply in review.replies.items() if reply.step}
    return tuple(item.key for item in review.form.items if item.key not in answered)


def let_in(case: Case) -> bool | None:
    """Whether the pack's intake filter is passed: all answered, every zero explained.

    None where the pack has no such filter.
    """
    filters = [c for c in case.pack.checklists if "intake" in c.when]
    if not filters:
        return None
    last = [(of(case, c.key) or (None,))[-1] for c in filters]
    return all(r is not None and not open_items(r) and not unexplained(r) for r in last)


def evolve(case: Case, fact: Facts, record: Record) -> Case:
    """The case after something was agreed on a checklist."""
    match fact:
        case ReviewBegun():
            review = Review(
                id=fact.review,
                at=record.at,
                gathering=record.gathering,
                form=form_of(fact),
                **fact.model_dump(include={"when", "none_zero", "action", "round"}),
            )
        case ItemAgreed():
            known = case.reviews[fact.review]
            reply = Reply(**fact.model_dump(include={"step", "note", "action", "owner"}))
            review = known.model_copy(update={"replies": {**known.replies, fact.item: reply}})
        case _:
            assert_never(fact)
    return case.model_copy(update={"reviews": {**case.reviews, review.id: review}})
