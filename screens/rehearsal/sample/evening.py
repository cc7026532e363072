"""The gatherings of the sample: who came, what they said, and what they voted for."""

from screens.rehearsal.sample import words
from screens.rehearsal.sample.before import LONGEST_REASON
from screens.rehearsal.sample.part import Entering
from screens.rehearsal.sample.reading import Reading


async def come(e: Entering, no: int) -> None:
    """A gathering is opened, and heads are counted; at the first one also who they were."""
    event = e.told["events"][no - 1]
    await e.give("gathering.open", gathering=e.ids[event["id"]])
    await e.give("heads.count", heads=event["present"])
    if no == 1:
        for actor in e.told["actors"]:
            await e.give("actor.present", actor=e.ids[actor["id"]], present=actor["present"])


async def needs(e: Entering) -> None:
    """Forty needs; slips as paper, what phones sent as brought in."""
    await e.give("station.go", station=5)
    await e.give("block.start", kind="needs")
    slip = 0
    for need in e.told["needs"]:
        paper = need["source"] == "papir"
        slip += paper
        e.ids[need["id"]] = note = await e.hand.write(
            need["text"],
            what="need",
            table=_table(need),
            number=slip if paper else None,
            origin="paper" if paper else "import",
        )
        state = {"state": "shown"}
        if need.get("moderation") == "skjult_fra_storskjerm":
            state = {"state": "hidden", "reason": need["facilitator_note"][:LONGEST_REASON]}
        await e.give("note.moderate", note=note, **state)


async def clusters(e: Entering) -> None:
    """Thirteen clusters of them."""
    for cluster in e.told["need_clusters"]:
        notes = e.of(cluster["need_ids"])
        await e.name(cluster["id"], "cluster.make", title=cluster["title"], notes=notes)


async def ideas(e: Entering) -> None:
    """Thirty ideas, tied to the clusters of the needs that they name, with their room."""
    await e.give("block.start", kind="ideas")
    home = {
        need: e.ids[cluster["id"]]
        for cluster in e.told["need_clusters"]
        for need in cluster["need_ids"]
    }
    for idea in e.told["ideas"]:
        about = dict.fromkeys(home[need] for need in idea["need_refs"] if need in home)
        e.ids[idea["id"]] = note = await e.hand.write(
            idea["text"], what="idea", about=list(about), table=_table(idea), origin="import"
        )
        await e.give("note.moderate", note=note, state="shown")
        if "handlingsrom" in idea:
            await e.give("idea.place", note=note, room=words.ROOMS[idea["handlingsrom"]])
        looked = {"leap": words.LEAPS[idea["change"]], "size": words.SIZES[idea["size"]]}
        renews = words.RENEWS[idea["innovation_type"]]
        await e.give("idea.describe", note=note, renews=renews, **looked)


async def vote_on_needs(e: Entering) -> None:
    """Fifty-four ballots, keyed in by their numbers."""
    await _vote(e, "need", e.told["votes"]["needs"])


async def vote_on_ideas(e: Entering) -> None:
    """Fifty-two ballots."""
    await _vote(e, "idea", e.told["votes"]["ideas"])


async def _vote(e: Entering, over: str, told: Reading) -> None:
    vote = await e.give(
        "vote.open", over=over, dots=told["dots_per_voter"], stacking=told["stacking"]
    )
    for number, picks in enumerate(told["ballots"].values(), start=1):
        await e.hand.cast(vote, number, e.of(picks))
    await e.give("vote.close")


async def leave(e: Entering) -> None:
    """The gathering is ended."""
    await e.give("gathering.end")


async def culture(e: Entering) -> None:
    """Leaders answer how it is where they work: so many numbered sheets as give the counts."""
    told = e.told["culture_selfassessment"]
    await e.give("gathering.open", gathering=e.ids[words.LEADERS])
    await e.give("heads.count", heads=told["n"])
    poll = await e.give("poll.open", what="checklist", key=words.CULTURE)
    sheets: list[dict[str, str]] = [{} for _ in range(told["n"])]
    for item in told["items"]:
        steps = [
            str(step)
            for step, people in enumerate(item["distribution_1_5"], start=1)
            for _ in range(people)
        ]
        # Counts are all that a poll keeps, so it is nobody's sheet that is put together here.
        for sheet, step in zip(sheets, steps, strict=True):
            sheet[f"k{item['item']}"] = step
    for number, answers in enumerate(sheets, start=1):
        await e.give("poll.answer", poll=poll, number=number, answers=answers, origin="paper")
    await e.give("poll.close")
    await e.give("gathering.end")


def _table(note: Reading) -> int:
    return int(note["table"].lstrip("b"))
