"""The report's beginning: what it is, the question, the room, who helps, what is promised."""

from collections.abc import Iterator

from screens.paper.markdown import bullets, day, moment, plain, quote, table
from screens.words import Words
from workshop import handlingsrom
from workshop.case import Case
from workshop.planned import Gathering
from workshop.recipe import STATIONS


def about(case: Case, say: Words) -> Iterator[str]:
    """What this is, and what it does not tell."""
    if case.municipality:
        yield f"**{plain(case.municipality)}**"
    if handlingsrom.verdict(case) == "unsuitable":
        yield f"**{say('report.not_samskaping')}**"
    size, process = say(f"report.size_{case.size}"), say(f"report.process_{case.process}")
    yield say("report.about", size=size, process=process, rounds=case.round)
    yield say("report.privacy")


def question(case: Case, say: Words) -> Iterator[str]:
    """The question in its last wording, and those before it."""
    yield f"## {say('report.question')}"
    yield quote(case.question) if case.question else say("report.no_question")
    earlier = case.questions[:-1]
    if earlier:
        yield say("report.earlier_questions")
        yield bullets([f"{moment(q.at)}: {plain(q.text)}" for q in earlier])


def room(case: Case, say: Words) -> Iterator[str]:
    """What is fixed and open, who decides, and what was answered about the room."""
    frame = case.frame
    yield f"## {say('report.room')}"
    for key, lines in (("fixed", frame.fixed), ("open", frame.open)):
        yield f"**{say(f'report.{key}')}**"
        yield bullets([plain(line) for line in lines]) if lines else say("report.nothing")
    decides = ", ".join(plain(p) for p in (frame.who_decides, frame.when_decided) if p)
    yield f"**{say('report.decides')}** {decides or say('report.nothing')}"
    if case.answers:
        rows = [
            [say(f"report.check_{check}"), say(f"report.answer_{case.answers[check]}")]
            for check in handlingsrom.CHECKS
            if check in case.answers
        ]
        yield table([say("report.check"), say("report.answer")], rows)
        yield f"**{say('report.verdict')}** {say(f'report.verdict_{handlingsrom.verdict(case)}')}"
    if case.overrides:
        yield say("report.overrides")
        yield bullets(
            [
                f"{moment(o.at)}: {_gate(case, o.gate, say)} {plain(o.reason)}"
                for o in case.overrides
            ]
        )


def _gate(case: Case, gate: str, say: Words) -> str:
    """What was lacking; a gate that the recipe does not have, in the words it came with."""
    known = {check.key for station in STATIONS for check in station.checks(case)}
    return say("report.lacking", gate=say(f"report.gate_{gate}") if gate in known else plain(gate))


def gatherings(case: Case, say: Words) -> Iterator[str]:
    """Where and when people met, how many took part, and the run sheet."""
    for gathering in case.gatherings.values():
        yield f"## {say('report.gathering')}: {plain(gathering.title)}"
        yield bullets(list(_facts_of(case, gathering, say)))
        if gathering.blocks:
            rows = [
                [plain(b.title) or say(f"report.block_{b.kind}"), str(b.minutes)]
                for b in gathering.blocks
            ]
            yield table([say("report.block"), say("report.minutes")], rows)


def _facts_of(case: Case, gathering: Gathering, say: Words) -> Iterator[str]:
    if gathering.place:
        yield f"{say('report.place')}: {plain(gathering.place)}"
    if gathering.day:
        start = f" kl. {gathering.start}" if gathering.start else ""
        yield f"{say('report.when')}: {day(gathering.day)}{start}"
    here = [p for p in case.presences.values() if p.gathering == gathering.id]
    heads = sum(p.heads for p in here)
    yield f"{say('report.phones', n=len(here))} {say('report.for_heads', n=heads)}"
    slips = [n for n in case.notes.values() if n.gathering == gathering.id and n.origin == "paper"]
    yield say("report.slips", n=len(slips))
    if gathering.heads is not None:
        yield say("report.heads", n=gathering.heads)
    if gathering.opened_at:
        yield f"{say('report.opened')}: {moment(gathering.opened_at)}"
    if gathering.ended_at:
        yield f"{say('report.ended')}: {moment(gathering.ended_at)}"
