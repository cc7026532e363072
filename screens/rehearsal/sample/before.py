"""Stations 1 and 2 of the sample, and what was scored before anybody was invited."""

from typing import Final

from screens.rehearsal.sample import words
from screens.rehearsal.sample.part import Entering
from screens.rehearsal.sample.reading import Reading

CHECKS: Final = {
    "prepared": "choice_among_prepared_solutions",
    "known": "solution_open",
    "realisable": "can_be_realised",
    "serious": "taken_seriously",
    "anchored": "anchored",
}
LONGEST_REASON: Final = 200


async def opening(e: Entering) -> None:
    """Title, municipality, size, strategy."""
    scope = e.told["scope"]
    await e.hand.begin(
        title=e.told["title"],
        municipality=e.told["municipality"],
        size=words.SIZES[scope["size"]],
        process=words.PROCESSES[scope["arena"]],
        pack=e.told["strategy_pack"],
    )


async def question(e: Entering) -> None:
    """Every wording of the question, with its verdict and why."""
    for version in e.told["problem"]["versions"]:
        written = await e.give("question.write", text=version["text"])
        verdict = words.VERDICTS[version["verdict"]]
        await e.give("question.judge", question=written, verdict=verdict, why=version["why"])


async def beliefs(e: Entering) -> None:
    """What people believed beforehand, sealed."""
    for belief in e.told["problem"]["sealed_assumptions"]:
        await e.give("assumption.seal", text=belief["text"], by_role=belief["by"])


async def room(e: Entering) -> None:
    """How much room there is, what lies fast, what is open, and who decides."""
    told = e.told["handlingsrom"]
    for check, key in CHECKS.items():
        said = bool(told["answers"][key]) is not (check == "known")
        await e.give("handlingsrom.answer", check=check, answer="yes" if said else "no")
    await e.give("clarification.note", point="anchored", text=told["answers"]["anchored"])
    await e.give("frame.set", fixed=told["fixed"], open=told["open"], who_decides=told["decides"])


async def gatherings(e: Entering) -> None:
    """Every gathering in its order, with the run sheet of its kind."""
    leaders = e.told["culture_selfassessment"]
    before = [event for event in e.told["events"] if event["date"] < leaders["at"]]
    await _events(e, before)
    title = leaders["group"].capitalize()
    await e.name(words.LEADERS, "gathering.plan", title=title, day=leaders["at"])
    await _sheet(e, words.LEADERS, words.LEADERS)
    await _events(e, e.told["events"][len(before) :])


async def _events(e: Entering, events: list[Reading]) -> None:
    for event in events:
        template = words.TEMPLATES.get(event["kind"], "")
        await e.name(
            event["id"],
            "gathering.plan",
            title=words.GATHERINGS[event["kind"]],
            place=event["place"],
            day=event["date"],
            start=event["start"],
            end=event["end"],
            template=template,
        )
        await _sheet(e, event["id"], event["kind"])


async def _sheet(e: Entering, gathering: str, kind: str) -> None:
    """The blocks of a gathering that no template is for."""
    for block, minutes in words.SHEETS.get(kind, {}).items():
        asks = {"asks": [words.CULTURE]} if block == "poll" else {}
        fields = {"kind": block, "minutes": minutes, **asks}
        await e.give("block.plan", gathering=e.ids[gathering], **fields)


async def actors(e: Entering) -> None:
    """Who can help, what they gain, how they were asked, and what they answered."""
    for actor in e.told["actors"]:
        named = await e.name(
            actor["id"],
            "actor.name",
            who=actor["name"],
            category=words.CATEGORIES[actor["category"]],
            role=words.ROLES[actor["role"]],
            driver=actor["role"] == "padriver",
            usual=actor["category"] in {"ansatt", "politiker"},
            expected=actor["expected"],
        )
        channel = words.CHANNELS[actor["invited_by"].split()[0]]
        await e.give("invitation.plan", actor=named, gain=actor["motivation"], channel=channel)
        await e.give("invitation.reply", actor=named, reply=words.REPLIES[actor["status"]])


async def assess(e: Entering, no: int) -> None:
    """One assessment of the five fundamentals; its note belongs to the weakest."""
    told = e.told["fundamentals"][no - 1]
    scores = {words.FUNDAMENTALS[key]: score for key, score in told["scores"].items()}
    weakest = words.FUNDAMENTALS[told["weakest"]]
    notes = {weakest: told["notes"]} if told["notes"] else {}
    await e.give("fundamentals.agree", scores=scores, notes=notes, new=True)
