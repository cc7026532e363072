"""The forms of station 4: a gathering from a template, and one block of its run sheet."""

from collections.abc import Mapping
from itertools import count, islice
from typing import TYPE_CHECKING, Any, get_args

from screens.desk.form import Ask
from screens.desk.room import day, number, typed_day

if TYPE_CHECKING:
    from screens.desk.room import Room
    from workshop.case import Case
    from workshop.planned import Block, Gathering
    from workshop.templates.model import Template

METHOD = ("fundamentals", "handlingsrom", "exit")
"""What every case can ask, whatever its strategy."""
NO_TEMPLATE = "-"
"""The choice to begin with an empty run sheet."""


async def plan(place: "Room", case: "Case", now: "Gathering | None") -> None:
    """Plan a new gathering, or change the one that is there."""

    async def store(values: Mapping[str, str]) -> str:
        fields: dict[str, Any] = {**values, "day": day(values["day"])}
        if now is not None:
            return await place.store("gathering.change", gathering=now.id, **fields)
        lengths = fields.pop("lengths", "")
        if fields["template"] == NO_TEMPLATE:
            fields["template"] = ""
        fields["title"] = fields["title"].strip() or usual_title(place, case, fields["template"])
        if lengths:
            fields["by_weights"] = lengths == "weights"
        return await place.store("gathering.plan", **fields)

    fields = (*(() if now else _beginning(place, case)), *_when(place, now))
    await place.form(place.words("gathering"), fields, store)


def _beginning(place: "Room", case: "Case") -> tuple[Ask, ...]:
    """Which template, those that suit the case first; and whose minutes, from round 2."""
    from storage import templates

    known = templates.everyone()

    def strange(pair: "tuple[str, Template]") -> tuple[bool, bool]:
        return case.size not in pair[1].sizes, case.process not in pair[1].processes

    order = sorted(known, key=strange)
    choices = (*((name, t.name) for name, t in order), (NO_TEMPLATE, place.words("no_template")))
    usual = "andre_kveld" if case.round > 1 and case.size == "large" else choices[0][0]
    asks = [Ask("template", place.words("field_template"), usual, "choice", choices)]
    if case.round > 1:
        ways = ("weights", "template")
        labels = tuple((way, place.words(f"lengths_{way}", n=case.round)) for way in ways)
        asks.append(Ask("lengths", place.words("field_lengths"), "weights", "choice", labels))
    return tuple(asks)


def _when(place: "Room", now: "Gathering | None") -> tuple[Ask, ...]:
    when = typed_day(now.day if now else None)
    title, hint = (now.title, "") if now else ("", place.words("hint_title"))
    return (
        Ask("title", place.words("field_title"), title, hint=hint),
        Ask("place", place.words("field_place"), now.place if now else ""),
        Ask("day", place.words("field_day"), when, hint=place.say("desk.hint_day")),
        Ask("start", place.words("field_start"), now.start if now else "18:00"),
        Ask("end", place.words("field_end"), now.end if now else "", hint=_end_hint(place, now)),
    )


def usual_title(place: "Room", case: "Case", template: str) -> str:
    """«Folkemøte», then «Folkemøte 2»: what it is, by its template."""
    from storage import templates

    names = {key: told.name for key, told in templates.everyone()}
    name = names.get(template, place.words("usual_title"))
    known = {gathering.title for gathering in case.gatherings.values()}
    numbered = (f"{name} {n}" for n in count(2))
    return next(title for title in (name, *islice(numbered, len(known) + 1)) if title not in known)


def _end_hint(place: "Room", now: "Gathering | None") -> str:
    return "" if now else place.words("hint_end")


async def edit(place: "Room", gathering: "Gathering", block: "Block | None", at: int) -> None:
    """Change a block, or make a new one at this place of the run sheet (from 1)."""
    from workshop.blocks import BLOCKS
    from workshop.terms import BlockKind

    async def store(values: Mapping[str, str]) -> str:
        fields: dict[str, Any] = {**values, "minutes": number(values["minutes"])}
        if "asks" in values:
            fields["asks"] = values["asks"].split()
        if block is None:
            return await place.store("block.plan", gathering=gathering.id, at=at, **fields)
        return await place.store("block.change", block=block.id, **fields)

    kinds = place.labels("block", get_args(BlockKind))
    usual = place.words("hint_minutes", n=BLOCKS["needs"].minutes)
    minutes = str(block.minutes) if block else ""
    fields = (
        Ask("kind", place.words("field_kind"), block.kind if block else "", "choice", kinds),
        Ask("title", place.words("field_block_title"), block.title if block else ""),
        *_asks(place, block),
        Ask("minutes", place.words("field_minutes"), minutes, hint=usual),
        Ask("role", place.words("field_role"), block.role if block else ""),
        Ask("method", place.words("field_method"), block.method if block else ""),
        Ask("target", place.words("field_target"), block.target if block else ""),
        Ask("cue", place.words("field_cue"), block.cue if block else "", "prose"),
    )
    await place.form(place.words("new_block" if block is None else "edit_block"), fields, store)


def _asks(place: "Room", block: "Block | None") -> tuple[Ask, ...]:
    """What a block of questions asks; several stay together as they were planned."""
    case = place.case
    if case is None or block is None or block.kind != "poll":
        return ()
    names = {c.key: c.name for c in case.pack.checklists}
    names |= {what: place.say(f"score.title_{what}") for what in METHOD}
    told = {"": place.words("asks_later"), **names}
    now = " ".join(block.asks)
    told.setdefault(now, ", ".join(names.get(asked, asked) for asked in block.asks))
    return (Ask("asks", place.words("field_asks"), now, "choice", tuple(told.items())),)
