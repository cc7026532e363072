"""The report's gatherings: where and when people met, and how the evening went."""

from collections.abc import Iterator

from screens.paper.markdown import bullets, day, moment, plain, table
from screens.words import Words
from workshop.case import Case
from workshop.planned import Block, Gathering, Held


def gatherings(case: Case, say: Words) -> Iterator[str]:
    """Where and when people met, how many took part, and the run sheet."""
    for gathering in case.gatherings.values():
        yield f"## {say('report.gathering')}: {plain(gathering.title)}"
        yield bullets(list(_facts_of(case, gathering, say)))
        if gathering.rules:
            yield f"**{say('report.talk_rules')}**"
            yield bullets([plain(rule) for rule in gathering.rules])
        rows = list(_run_sheet(gathering, say))
        if rows:
            heads = ("block", "led_by", "planned_minutes", "real_minutes")
            yield table([say(f"report.{head}") for head in heads], rows)


def _run_sheet(gathering: Gathering, say: Words) -> Iterator[list[str]]:
    """Every block with its planned and its real minutes, then those that were not planned."""
    took = {b.id: [h for h in gathering.held if h.block == b.id] for b in gathering.blocks}
    for block in gathering.blocks:
        held = took[block.id]
        # What was shortened on the way was planned longer to begin with, but not when it began.
        planned = held[0].minutes if held else block.minutes
        yield [_name(block, say), plain(block.role) or "–", str(planned), _real(held)]
    for one in gathering.held:
        if one.block not in took:
            yield [_name(one, say), "–", "–", _real([one])]


def _name(block: Block | Held, say: Words) -> str:
    return plain(block.title) or say(f"report.block_{block.kind}")


def _real(held: list[Held]) -> str:
    """Whole minutes that it took, all times together; nothing where it was not held."""
    ended = [(h.until - h.since).total_seconds() for h in held if h.until]
    return str(round(sum(ended) / 60)) if ended else "–"


def _facts_of(case: Case, gathering: Gathering, say: Words) -> Iterator[str]:
    if gathering.place:
        yield f"{say('report.place')}: {plain(gathering.place)}"
    if gathering.day:
        hours = "–".join(t for t in (gathering.start, gathering.end) if t)
        when = day(gathering.day, say)
        when = say("when.moment", day=when, at=hours) if hours else when
        yield f"{say('report.when')}: {when}"
    if gathering.template:
        yield f"{say('report.template')}: {plain(gathering.template)}"
    if gathering.room:
        lacks = plain(gathering.room.lacks)
        yield say("report.room_lacks", lacks=lacks) if lacks else say("report.room_ready")
    here = [p for p in case.presences.values() if p.gathering == gathering.id]
    heads = sum(p.heads for p in here)
    if here:
        yield f"{say('report.phones', n=len(here))} {say('report.for_heads', n=heads)}"
    slips = [n for n in case.notes.values() if n.gathering == gathering.id and n.origin == "paper"]
    yield say("report.slips", n=len(slips))
    if gathering.heads is not None:
        yield say("report.heads", n=gathering.heads)
    if gathering.opened_at:
        yield f"{say('report.opened')}: {moment(gathering.opened_at, say)}"
    if gathering.ended_at:
        yield f"{say('report.ended')}: {moment(gathering.ended_at, say)}"
