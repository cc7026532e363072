"""The report's beginning: what it is, and where and when people met."""

from collections.abc import Iterator

from screens.paper.markdown import bullets, day, moment, plain, table
from screens.words import Words
from workshop import handlingsrom
from workshop.case import Case
from workshop.planned import Gathering


def about(case: Case, say: Words) -> Iterator[str]:
    """What this is, and what it does not tell."""
    if case.municipality:
        yield f"**{plain(case.municipality)}**"
    if not handlingsrom.is_cocreation(case):
        led_as = say(f"report.form_{case.form}")
        yield f"**{say('report.not_samskaping', form=led_as)}**"
    size, process = say(f"report.size_{case.size}"), say(f"report.process_{case.process}")
    yield say("report.about", size=size, process=process, rounds=case.round)
    yield say("report.privacy")


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
