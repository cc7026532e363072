"""The council seminar (23 elected, 4 leaders): culture, handlingsrom and the fundamentals."""

import json

import pytest

from screens.paper.report import as_json, as_markdown
from screens.words import Words
from tests.web.phone.evening import Evening, Phone
from workshop import fundamentals
from workshop.counting import most_said
from workshop.handlingsrom import judge
from workshop.scored import Poll
from workshop.views import projector_view

POLITICIANS, LEADERS = 23, 4
FRAMED = {"prepared": "no", "known": "no", "realisable": "yes", "serious": "yes", "anchored": "yes"}
TASKS = {
    "Velg mellom skole A og B": ({**FRAMED, "prepared": "yes"}, "unsuitable"),
    "Gode år hjemme": (FRAMED, "suitable_framed"),
    "Ny app er bestilt": ({**FRAMED, "known": "yes"}, "development"),
}


async def council(evening: Evening) -> tuple[list[Phone], list[Phone]]:
    """Everybody with a phone of their own."""
    here: tuple[list[Phone], list[Phone]] = ([], [])
    for phones, role, count in ((here[0], "politician", POLITICIANS), (here[1], "leader", LEADERS)):
        for _ in range(count):
            phone = evening.phone()
            await phone.join(role=role)
            phones.append(phone)
    return here


async def all_answer(phones: list[Phone], poll: str, answers: dict[str, str]) -> None:
    """Each of them answers the same."""
    for phone in phones:
        assert (await phone.say("/answer", poll=poll, answers=answers)).status_code == 200


def shown(poll: Poll) -> dict[str, int | None]:
    """How many answers of each role stand in the figures."""
    return {group.role: group.answers for group in poll.groups}


@pytest.mark.parametrize(("key", "items"), [("culture", 9), ("politics", 7)])
async def test_four_leaders_are_hidden_and_23_politicians_shown(
    evening: Evening, key: str, items: int
) -> None:
    """Results only after closing; nobody can take one sum from another; the report neither."""
    politicians, leaders = await council(evening)
    poll = await evening.desk("poll.open", what="checklist", key=key)
    keys = [item.key for item in evening.case.polls[poll].form.items]
    assert len(keys) == items
    await all_answer(politicians, poll, dict.fromkeys(keys, "4"))
    await all_answer(leaders, poll, dict.fromkeys(keys, "1"))
    wall = projector_view(evening.case, evening.service.now(), ()).poll
    assert wall is not None
    assert (wall.answered, wall.counts) == (27, {})

    await evening.desk("poll.close")

    done = evening.case.polls[poll]
    assert shown(done) == {"leader": None, "politician": POLITICIANS}
    assert (done.answers, done.withheld) == (POLITICIANS, LEADERS)
    assert done.counts == {item: {"4": POLITICIANS} for item in keys}
    text = as_markdown(evening.case, Words())
    assert "Ledere: skjult, færre enn 5 svarte." in text
    whole = json.loads(as_json(evening.case))["case"]
    assert "presences" not in whole
    assert {g["role"]: g["answers"] for g in whole["polls"][0]["groups"]} == shown(done)


async def test_three_tasks_point_three_ways(evening: Evening) -> None:
    """Choosing between schools is not suitable, an ordered app is development, ours is framed."""
    politicians, leaders = await council(evening)
    await evening.desk(
        "frame.set", fixed=["Sykehjem"], open=["Tid og sted"], who_decides="Kommunestyret"
    )
    pointed = {}
    for task, (answers, _) in TASKS.items():
        poll = await evening.desk("poll.open", what="handlingsrom", title=task)
        assert task in await politicians[0].page()
        await all_answer([*politicians, *leaders], poll, answers)
        await evening.desk("poll.close")
        done = evening.case.polls[poll]
        assert shown(done) == {"leader": None, "politician": POLITICIANS}
        said = most_said(done.form, done.counts)
        pointed[task] = judge(said, evening.case.frame)  # type: ignore[arg-type]

    assert pointed == {task: verdict for task, (_, verdict) in TASKS.items()}


async def test_anchoring_goes_from_zero_to_three(evening: Evening) -> None:
    """The zero makes the answer zero; after the mandate the product is 72."""
    scores = {"need": 2, "value": 1, "driver": 4, "team": 3, "anchoring": 0}
    await evening.desk("fundamentals.agree", scores=scores)
    await evening.desk("projector.show", wall="fundamentals")
    wall = projector_view(evening.case, evening.service.now(), ()).scores
    assert wall is not None
    assert (wall.product, wall.zeros) == (0, ("anchoring",))
    assert "Svaret er null: Forankring." in as_markdown(evening.case, Words())

    await evening.desk("fundamentals.agree", scores={**scores, "anchoring": 3}, new=True)

    products = [fundamentals.product(a) for a in evening.case.assessments.values()]
    assert products == [0, 72]
