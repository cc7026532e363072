"""The rounds of the sample: need, sketch, test, what was learnt, and how each ended."""

from typing import Final

from screens.rehearsal.sample import words
from screens.rehearsal.sample.before import LONGEST_REASON
from screens.rehearsal.sample.part import Entering
from screens.rehearsal.sample.reading import Reading

BECAUSE: Final = " fordi "


async def need_of(e: Entering, no: int) -> None:
    """The need of a round: what it is about, what was found out, and the need in words."""
    await _need(e, e.told["rounds"][no - 1])


async def round_of(e: Entering, no: int) -> None:
    """The rest of a round: sketch, test, what was learnt, and how it ended."""
    told = e.told["rounds"][no - 1]
    for sketch in told["losning"]:
        await _sketch(e, sketch)
    for test in told["tests"]:
        await _test(e, test)
    await _learn(e, told)
    reason = " ".join(change["text"] for change in told["adjustments"])[:LONGEST_REASON]
    decision = words.DECISIONS[told["decision"]]
    await e.give("round.decide", decision=decision, reason=reason)


async def _need(e: Entering, told: Reading) -> None:
    """How the round is weighed, what it is about, what was found out, and the need in words."""
    weights, need = told["weights"], told["behov"]
    await e.give("round.weigh", need=weights["B"], solution=weights["L"], test=weights["T"])
    clusters = e.of(need["cluster_ids"])
    await e.give("round.plan", focus=clusters, until=told["end"])
    for insight in need["insights"]:
        source, people = words.INSIGHTS[insight["kind"]], insight["n_people"]
        await e.give("insight.note", source=source, text=insight["text"], people=people or None)
    who, _, what = need["statement"].removesuffix(".").partition(" trenger ")
    why = _reason(need["insights"])
    await e.give("statement.write", cluster=clusters[0], who=who, what=what, why=why)


def _reason(insights: list[Reading]) -> str:
    """Why it is a need: what was found out about it, as the end of «..., fordi ...»."""
    told = next(i["text"] for i in insights if BECAUSE not in i["text"]).removesuffix(".")
    return f"{told[0].lower()}{told[1:]}"


async def _sketch(e: Entering, told: Reading) -> None:
    await e.name(
        told["id"],
        "sketch.make",
        title=told["title"],
        text=told["sketch"],
        ideas=e.of(told["idea_ids"]),
        form=words.FORMS[told["form"]],
        hours=told["effort_hours"],
    )


async def _test(e: Entering, told: Reading) -> None:
    """The card, each tester by a code, and what came of it; whose a quote is nobody wrote down."""
    test = await e.give(
        "test.plan",
        sketch=e.ids[told["sketch_id"]],
        believe=told["hypothesis"],
        do=told["method"],
        place=told["place"],
    )
    await e.give("test.start", test=test)
    testers = told["testers"]
    for tester in testers:
        await e.give(
            "tester.note",
            test=test,
            code=tester["code"],
            category=words.CATEGORIES[tester["category"]],
            has_need=tester["real_user"],
        )
    said = [told["result"], *(f"«{quote}»" for quote in told["quotes"])]
    await e.give(
        "test.record",
        test=test,
        result="\n".join([*said, *told["observed_failures"]]),
        hit=words.HITS[told["need_hit"]],
        testers=sum(tester["real_user"] for tester in testers),
    )


async def _learn(e: Entering, told: Reading) -> None:
    """What was learnt, and what is changed because of it: that of its own kind, else the last."""
    cards: dict[str, str] = {}
    made = ""
    for card in told["learnings"]:
        kind = words.LEARNINGS[card["kind"]]
        cards[kind] = made = await e.give("learning.write", learnt=card["text"], about=kind)
    for change in told["adjustments"]:
        target = words.TARGETS[change["target"]]
        learning = cards.get(target, made)
        await e.give("adjustment.make", learning=learning, target=target, text=change["text"])
