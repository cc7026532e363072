"""Stations 1 to 4 of the made-up case, and the doors that open."""

from datetime import date, timedelta

from screens.control import Control, new_command_id
from screens.practice import MARK
from screens.rehearsal.evening import Evening
from screens.rehearsal.hand import Hand


def new_case() -> str:
    """An id for one more made-up case."""
    return MARK + new_command_id()


async def end_earlier(control: Control, cases: dict[str, str | None]) -> None:
    """End what earlier rehearsals left open; ``cases`` are ids with their open votes."""
    for case, vote in cases.items():
        hand = Hand(control, case)
        if vote:
            await hand.give("vote.close")
        await hand.give("gathering.end")


async def prepare(hand: Hand, evening: Evening, today: date) -> str:
    """Fill stations 1 to 4; the answer is the id of the planned gathering."""
    await _problem(hand, evening)
    named = await _actors(hand, evening)
    await _motivation(hand, evening, today)
    await _invite(hand, evening, named)
    return await _arena(hand, evening, today)


async def open_doors(hand: Hand, evening: Evening, gathering: str, heads: int) -> None:
    """Open the gathering at station 5, with the question on the wall."""
    await hand.give("gathering.open", gathering=gathering)
    await hand.give("heads.count", heads=heads + len(evening.papers))
    await hand.give("station.go", station=5)


async def _problem(hand: Hand, evening: Evening) -> None:
    await hand.begin(title=evening.title, municipality=evening.municipality)
    await hand.give("question.write", text=evening.first_question)
    await hand.give("question.write", text=evening.question)
    await hand.give("frame.set", **evening.frame.model_dump())
    await answer_room(hand, evening)


async def answer_room(hand: Hand, evening: Evening) -> None:
    """Answer whether there is room for co-creation; asked again after each round."""
    for check, answer in evening.answers.items():
        await hand.give("handlingsrom.answer", check=check, answer=answer)


async def _actors(hand: Hand, evening: Evening) -> dict[str, str]:
    """Name everybody who can help; the answer is the ids by their names."""
    await hand.give("station.go", station=2)
    named: dict[str, str] = {}
    for actor in evening.actors:
        fields = actor.model_dump(exclude={"invited"})
        named[actor.who] = await hand.give("actor.name", **fields)
    return named


async def _invite(hand: Hand, evening: Evening, named: dict[str, str]) -> None:
    for actor in evening.actors:
        if invited := actor.invited:
            who = named[actor.who]
            asked = invited.model_dump(exclude={"expected"})
            await hand.give("invitation.plan", actor=who, **asked)
            told = {"reply": "confirmed", "expected": invited.expected}
            await hand.give("invitation.reply", actor=who, **told)


async def _motivation(hand: Hand, evening: Evening, today: date) -> None:
    await hand.give("station.go", station=3)
    for promise in evening.promises:
        due = (today + timedelta(days=promise.days)).isoformat()
        await hand.give("promise.make", text=promise.text, owner=promise.owner, due=due)
    await hand.give("fundamentals.agree", scores=evening.fundamentals[0])
    await hand.give("invitation.write", text=evening.invitation)


async def _arena(hand: Hand, evening: Evening, today: date) -> str:
    await hand.give("station.go", station=4)
    gathering = await hand.give(
        "gathering.plan", day=today.isoformat(), **evening.gathering.model_dump()
    )
    for block in evening.blocks:
        await hand.give("block.plan", gathering=gathering, **block.model_dump())
    await hand.give("room.look", gathering=gathering)
    return gathering
