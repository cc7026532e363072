"""Station 6 of the sample: what became of it all, who does what, and the year after."""

from screens.rehearsal.sample import words
from screens.rehearsal.sample.part import Entering
from screens.rehearsal.sample.reading import Reading


async def fates(e: Entering) -> None:
    """What became of the ideas; seventeen still wait for their answer, on purpose."""
    for idea in e.told["ideas"]:
        if idea["answer"]:
            fate, answer = words.FATES[idea["status"]], idea["answer"]
            await e.give("fate.give", target=e.ids[idea["id"]], fate=fate, answer=answer)


async def pledges(e: Entering) -> None:
    """Who does what."""
    actors = {actor["id"]: actor["name"] for actor in e.told["actors"]}
    for pledge in e.told["pledges"]:
        await e.give("pledge.make", text=pledge["text"], who=actors[pledge["actor"]])


async def decision(e: Entering) -> None:
    """What those who decide decided, in the gathering where they did."""
    made = e.told["decision"]
    await e.give(
        "decision.make",
        result="adopt",
        body=made["body"].capitalize(),
        day=made["date"],
        text=made["result"],
    )


async def judgement(e: Entering) -> None:
    """Whether the solution is new, useful, and used."""
    told = e.told["n3"]
    answers = {ours: words.YET[told[theirs]["answer"]] for ours, theirs in words.N3.items()}
    note = " ".join(told[theirs]["text"] for theirs in words.N3.values())
    await e.give("solution.judge", sketch=_solution(e), note=note, **answers)


async def year_after(e: Entering) -> None:
    """Use and effects when somebody looked a year later, and the judgement that they allow."""
    for told in e.told["followups"]:
        await e.give(
            "use.record",
            sketch=_solution(e),
            users=told["users_now"],
            per_week=told["uses_per_week"],
            months=told["months"],
            text=told["still_open"],
        )
        for effect in told["effects"]:
            await _effect(e, effect)
        judged = e.told["n3"]
        answers = {ours: words.YET[judged[theirs]["answer"]] for ours, theirs in words.N3.items()}
        answers["used"] = words.YET[told["nyttiggjort"]]
        await e.give("solution.judge", sketch=_solution(e), **answers)
        await e.give("answer_date.set", day=told["told_participants_at"])
        # The last of all: whoever looks whether the whole sample is in, looks for this.
        await e.give("follow_up.set", day=told["date"])


async def _effect(e: Entering, told: Reading) -> None:
    figures = {ours: _figure(told[ours]) for ours in ("baseline", "target")}
    benefit = await e.give("benefit.expect", text=told["indicator"], **figures)
    await e.give("benefit.measure", benefit=benefit, measured=_figure(told["actual"]))


def _solution(e: Entering) -> str:
    """The sketch that the file judges by its title; the newest of them."""
    titles = {s["title"]: s["id"] for turn in e.told["rounds"] for s in turn["losning"]}
    return e.ids[titles[e.told["n3"]["solution"]]]


def _figure(number: float | None) -> str:
    """As Norwegians write it; what nobody measured is empty, never zero."""
    return "" if number is None else f"{number:g}".replace(".", ",")
