"""Checklists are data of the pack: one way to go through any of them, item by item."""

import pytest

from storage import packs
from tests.unit.given import Evening, an_evening, refusal
from workshop import recipe, reviews
from workshop.asking import to_ask
from workshop.packs.model import Pack


def with_pack(name: str) -> Evening:
    """An evening whose case has this pack."""
    evening = an_evening()
    pack = packs.pack(name)
    assert pack is not None
    evening.case = evening.it.model_copy(update={"pack": pack})
    return evening


def agree(evening: Evening, checklist: str, item: str, **fields: object) -> None:
    """The team agrees on an item."""
    evening.made("checklist.agree", checklist=checklist, item=item, **fields)


SHIPPED = [
    (name, checklist.key, len(checklist.items))
    for name in packs.shipped()
    for checklist in (packs.pack(name) or Pack()).checklists
]


@pytest.mark.parametrize(("name", "key", "items"), SHIPPED)
def test_every_checklist_of_every_pack_can_be_asked_and_gone_through(
    name: str, key: str, items: int
) -> None:
    """From phones, and together at the desk, with the same items and steps."""
    evening = with_pack(name)
    poll = evening.made("poll.open", what="checklist", key=key)
    form = evening.it.polls[poll].form
    assert len(form.items) == items
    evening.made("poll.close")
    for item in form.items:
        agree(evening, key, item.key, step=form.steps[-1].key)

    (review,) = reviews.of(evening.it, key)

    assert reviews.open_items(review) == ()
    assert review.form == form


def test_what_the_sources_count_is_there() -> None:
    """Jevnaker's 9 signs and 10 + 7 + 9 means, Lier's 8, Ullensaker's 5, Lunner's 4 and 7."""
    counted = {(name, key): items for name, key, items in SHIPPED}
    jevnaker = [
        n
        for (name, key), n in counted.items()
        if name == "jevnaker" and key not in {"criteria", "panel"}
    ]
    assert sorted(jevnaker) == [7, 9, 9, 10]
    assert counted["lier", "principles"] == 8
    assert counted["ullensaker", "intake"] == 5
    assert (counted["lunner", "values"], counted["lunner", "strategies"]) == (4, 7)


def test_an_item_gets_its_answer_note_and_what_is_done_bit_by_bit() -> None:
    """What is left out stays; the same again is nothing new; undo takes the last."""
    evening = with_pack("lier")
    first = (packs.pack("lier") or Pack()).checklists[0].items[0].key
    agree(evening, "principles", first, step="no")
    agree(evening, "principles", first, action="Kurs i høst", owner="Kari")
    assert evening.when("checklist.agree", checklist="principles", item=first, step="no") == ()

    (review,) = evening.it.reviews.values()

    reply = review.replies[first]
    assert (reply.step, reply.action, reply.owner) == ("no", "Kurs i høst", "Kari")
    assert refusal(evening.when("undo")) is None


def test_start_and_end_are_two_reviews() -> None:
    """A new one is begun on request, and the first stays as it was."""
    evening = with_pack("lier")
    first = (packs.pack("lier") or Pack()).checklists[0].items[0].key
    agree(evening, "principles", first, step="no")
    agree(evening, "principles", first, step="yes", new=True)

    before, after = reviews.of(evening.it, "principles")

    assert (before.replies[first].step, after.replies[first].step) == ("no", "yes")


def test_the_intake_filter_wants_every_zero_explained() -> None:
    """Ullensaker: all five above zero, or a word about why not; it never stops anybody."""
    evening = with_pack("ullensaker")

    def held() -> bool:
        checks = recipe.STATIONS[0].checks(evening.it)
        return next(check.holds for check in checks if check.key == "intake")

    assert not held()
    keys = [i.key for i in (packs.pack("ullensaker") or Pack()).checklists[0].items]
    for key in keys:
        agree(evening, "intake", key, step="1")
    assert held()
    agree(evening, "intake", keys[0], step="0")
    assert not held()
    assert reviews.unexplained(evening.it.reviews[next(iter(evening.it.reviews))]) == (keys[0],)
    agree(evening, "intake", keys[0], note="Det kommer i neste fase")
    assert held()


def test_a_case_whose_pack_has_no_filter_is_not_asked_for_one() -> None:
    """The empty pack lacks nothing."""
    checks = recipe.STATIONS[0].checks(an_evening().it)

    assert "intake" not in {check.key for check in checks}


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"checklist": "none", "item": "a"}, "no_checklist"),
        ({"checklist": "principles", "item": "none"}, "no_item"),
        ({"checklist": "principles", "item": "", "step": "yes"}, None),
    ],
)
def test_only_what_the_pack_asks_can_be_agreed_on(
    fields: dict[str, str], reason: str | None
) -> None:
    """Another list, item or step is refused."""
    evening = with_pack("lier")
    first = (packs.pack("lier") or Pack()).checklists[0].items[0].key
    outcome = evening.when("checklist.agree", **({**fields, "item": fields["item"] or first}))  # type: ignore[arg-type]

    assert refusal(outcome) == reason
    step = evening.when("checklist.agree", checklist="principles", item=first, step="maybe")
    assert refusal(step) == "no_step"


def test_two_answers_of_one_scale_cannot_have_the_same_key() -> None:
    """Answers are kept by the key of their step, so a pack must tell them apart."""
    steps = [{"key": "a", "label": "Ja"}, {"key": "a", "label": "Nei"}]

    with pytest.raises(ValueError, match=r"twice:scales\.0\.steps\.1\.key:a"):
        Pack.model_validate({"scales": [{"key": "own", "steps": steps}]})


def test_a_planned_block_of_questions_holds_several_polls_and_what_is_agreed() -> None:
    """It runs by its own clock; what was asked alone or gone through together is done."""
    evening = with_pack("jevnaker")
    asks = ("culture", "politics", "intake")
    gathering = evening.it.gathering
    block = evening.made("block.plan", gathering=gathering, kind="poll", asks=asks, minutes=25)
    evening.made("block.start", block=block)
    assert to_ask(evening.it) == ("culture", "politics")

    evening.made("poll.open", what="checklist", key="culture")
    evening.made("poll.close")
    assert to_ask(evening.it) == ("politics",)
    item = evening.it.pack.checklist("politics")
    assert item is not None
    evening.made("checklist.agree", checklist="politics", item=item.items[0].key, step="4")

    assert to_ask(evening.it) == ()
    assert evening.it.running is not None
    assert (evening.it.running.block, evening.it.running.minutes) == (block, 25)
    evening.made("block.stop")
    assert to_ask(evening.it) == ()
