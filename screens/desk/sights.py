"""What the frame shows of a state: the first row, the way through the recipe, the hall."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from screens.desk.acts import Say
from screens.desk.bits import Bit, Bits, Mark, mark
from screens.desk.everywhere import NextBlock, ShowHall
from screens.desk.out import out_blocks
from screens.desk.pacing import pace_bits, pace_now, rush_bits, wave_bits
from screens.desk.state import DeskState
from screens.desk.ticking import clock_of
from screens.desk.widgets.bars import thin
from screens.desk.widgets.header import HeaderState, saved
from screens.desk.widgets.rail import RailState, Stop
from screens.desk.widgets.salen import Block, Pulse, SalenState, sign_row
from workshop import fundamentals, recipe, rounds
from workshop.case import Case
from workshop.practice import is_made_up
from workshop.secret import Box

PLACES: Final = ("problem", "helpers", "motivation", "arena", "needs", "learnt")
"""The place of each station, in the recipe's order."""
_SIGNS: Final = {"done": Mark.DONE, "begun": Mark.WORK, "untouched": Mark.NOT_YET}
_MINUTES: Final = 12


def current_of(place: str) -> str:
    """The stop on the rail that a place belongs to: its own, or that of its first page."""
    from screens.desk.places import PAGED

    return next((pages[0] for pages in PAGED if place in pages), place)


def header_of(state: DeskState, say: Say) -> HeaderState:
    """Case, gathering and place; when it was stored, or that it is not."""
    case = state.case
    evening = case.evening if case else None
    more = tuple(part for part in ((evening.title, evening.place) if evening else ()) if part)
    stored: Bits = ()
    if state.lost:
        stored = saved(say("desk.header_not_saved"), stored=False)
    elif state.saved_at:
        at = state.saved_at.astimezone().strftime("%H:%M:%S")
        stored = saved(say("desk.header_saved", at=at))
    alone = bool(state.about.get("only_this_machine"))
    net = ((say("desk.header_alone"), "warn"),) if alone else ()
    badge = say("desk.practice_badge") if case and is_made_up(case.id) else ""
    return HeaderState(say("desk.program"), case.title if case else "", more, stored, net, badge)


def rail_of(state: DeskState, say: Say, current: str) -> RailState:
    """The six stations with how far each has come, and where the hall is."""
    return RailState(
        home=Stop("home", "0", say("desk.rail_home")),
        recipe=say("desk.rail_recipe"),
        recipe_key="F7",
        stations=tuple(_stop(state.case, i, say) for i in range(len(PLACES))),
        beside_title=say("desk.rail_beside"),
        beside=(
            Stop("check", "r", say("desk.rail_check")),
            Stop("fundamentals", "f", say("desk.rail_fundamentals"), _due(state.case)),
            Stop("checklists", "s", say("desk.rail_checklists")),
        ),
        current=current,
    )


def _due(case: Case | None) -> str:
    """That the fundamentals should be scored again."""
    return Mark.LACKS if case and case.assessments and fundamentals.due(case) else ""


def _stop(case: Case | None, index: int, say: Say) -> Stop:
    name = PLACES[index]
    title = "rounds" if name == "needs" else name
    short = say("desk.rail_rounds_short") if name == "needs" else ""
    sign, under = Mark.NOT_YET, ""
    if case:
        sign = _SIGNS[recipe.standing(case, recipe.STATIONS[index])]
        if case.gathering and case.station == index + 1:
            sign = Mark.LIVE
        if name == "needs" and case.notes:
            part = say(f"desk.round_{rounds.state(case)}")
            under = f"{say('desk.rail_round', n=case.round)} · {part}"
        if name == "learnt" and case.overrides:
            under = say("desk.rail_overrides", n=len(case.overrides))
    return Stop(name, str(index + 1), say(f"desk.rail_{title}"), sign, under, short)


def salen_of(
    state: DeskState, say: Say, now: Callable[[], datetime], since: float, current: str = ""
) -> SalenState:
    """The hall while a gathering is open; before it, what the station lacks."""
    case = state.case
    if case is None:
        return SalenState(say("desk.salen_title"), "F3")
    if case.evening is None:
        return SalenState(
            say("desk.salen_title"),
            "F3",
            before=(
                _closed(say),
                *out_blocks(case, say),
                *_expected(case, say, current),
                _gate(case, say, current),
            ),
            brief=((say("desk.salen_not_open"), "muted"),),
        )
    shows = say(f"desk.wall_{case.shown.wall}")
    page = {"page": min(case.shown.page, state.wall.pages), "pages": state.wall.pages}
    return SalenState(
        title=say("desk.salen_title"),
        key="F3",
        clock=clock_of(case, say, now(), since),
        before=(*_pace(case, say, now()), _join(state, case, say), _counts(case, say)),
        pulse=Pulse(say("desk.salen_pulse"), _pulse(case, now())),
        after=(_wall(state, shows, page, say),),
        brief=(*_late(case, say, now()), *_rushed(case, say, now()), *_brief(case, say)),
        brief_right=(
            *_wall_brief(state, shows, page, say),
            (f"  {say('desk.salen_code')} ", "muted"),
            (case.evening.code, "strong"),
        ),
    )


def _wall(state: DeskState, shows: str, page: dict[str, int], say: Say) -> Block:
    """What the wall shows, which page of it, and whether any screen shows it at all."""
    rows = [sign_row(Mark.SHOWN, shows)]
    if page["pages"] > 1:
        told = (("  ", ""), (say("desk.salen_page", **page), "muted"))
        rows.append((told, ((ShowHall.shown_key(), "muted"),)))
    if state.wall.followers == 0:
        rows.append(sign_row(Mark.LACKS, say("desk.salen_no_wall")))
    return Block("shows", say("desk.salen_shows"), rows=tuple(rows))


def _wall_brief(state: DeskState, shows: str, page: dict[str, int], say: Say) -> Bits:
    if state.wall.followers == 0:
        return (mark(Mark.LACKS), (f" {say('desk.salen_no_wall_brief')}", ""))
    of = say("desk.salen_page_brief", **page) if page["pages"] > 1 else ""
    return ((f"{Mark.SHOWN} ", "live"), (shows, ""), (of, "muted"))


def _closed(say: Say) -> Block:
    closed = ((say("desk.salen_not_open"), "muted"),)
    return Block("closed", rows=((closed, ((NextBlock.shown_key(), "muted"),)),))


def _expected(case: Case, say: Say, current: str) -> tuple[Block, ...]:
    """How many are expected of each kind, where one works on who can help."""
    from workshop.actor_map import expected_by_role

    by_role = expected_by_role(case) if current == "helpers" else {}
    most = max(by_role.values(), default=0)
    rows = tuple(
        (
            ((f"{say(f'people.role_{role}'):<10} ", "muted"), *thin(n, most, 6)),
            ((str(n), "strong"),),
        )
        for role, n in by_role.items()
    )
    return (Block("expected", say("desk.salen_expected"), True, rows, air=True),) if rows else ()


def _gate(case: Case, say: Say, current: str) -> Block:
    """What is true of the station that one works on, or else of where the hall is.

    What somebody has passed with a reason is no longer lacking.
    """
    number = PLACES.index(current) if current in PLACES else case.station - 1
    passed = {override.gate for override in case.overrides}
    checks = recipe.STATIONS[number].checks(case)
    rows = [sign_row(_gate_sign(check, passed), say(f"desk.gate_{check.key}")) for check in checks]
    if any(not check.holds and check.key not in passed for check in checks):
        rows.append(((), ()))
        rows.append((((say("desk.salen_gate_advice"), "muted"),), ()))
    return Block("gate", say("desk.salen_gate"), strong=True, rows=tuple(rows), air=True)


def _gate_sign(check: recipe.Check, passed: set[str]) -> str:
    if check.holds:
        return Mark.DONE
    return Mark.NONE if check.key in passed else Mark.LACKS


def _pace(case: Case, say: Say, now: datetime) -> tuple[Block, ...]:
    """Early or late, while something of the plan is left; what has run dry, or comes in a rush."""
    pace = pace_now(case, now)
    told = {"pace": pace_bits(pace, say) if pace else (), "wave": wave_bits(case, say, now)}
    told["rush"] = rush_bits(case, say, now)
    return tuple(Block(name, rows=((bits, ()),)) for name, bits in told.items() if bits)


def _late(case: Case, say: Say, now: datetime) -> Bits:
    """How late it is, where the hall has only one row."""
    pace = pace_now(case, now)
    if pace is None or pace.behind <= 0:
        return ()
    return (mark(Mark.LACKS), (f" {say('desk.pace_brief', n=pace.behind)}", ""), ("  ", ""))


def _rushed(case: Case, say: Say, now: datetime) -> Bits:
    told = rush_bits(case, say, now)
    return (*told, ("  ", "")) if told else ()


def _join(state: DeskState, case: Case, say: Say) -> Block:
    address = str(state.about.get("phone_url", "")).removeprefix("http://").rstrip("/")
    code = case.evening.code if case.evening else ""
    rows: tuple[tuple[Bits, Bits], ...] = ((((code, "strong"),), ()), (((address, ""),), ()))
    return Block("join", say("desk.salen_join"), rows=rows)


def _open_box(case: Case) -> Box:
    """The vote or the poll that is open."""
    return case.votes[case.vote] if case.vote else case.polls[case.poll or ""]


def _figures(case: Case) -> tuple[int, int, int | None]:
    papers = sum(n.origin == "paper" and n.gathering == case.gathering for n in case.notes.values())
    if case.vote or case.poll:
        papers = len(_open_box(case).numbers)
    return len(case.here), papers, case.evening.heads if case.evening else None


def _counts(case: Case, say: Say) -> Block:
    phones, papers, heads = _figures(case)
    rows: list[tuple[Bits, Bits]] = [
        (((say("desk.salen_phones"), "muted"),), ((str(phones), "strong"),)),
        (((say("desk.salen_paper"), "muted"),), ((str(papers), "strong"),)),
    ]
    if case.vote or case.poll:
        cast = sum(_open_box(case).turnout.values())
        key = "desk.salen_voted" if case.vote else "desk.salen_answered"
        rows.append((((say(key), "muted"),), ((str(cast), "strong"),)))
    told = str(heads) if heads is not None else Mark.NONE
    rows.append((((say("desk.salen_heads"), "muted"),), ((told, "strong"),)))
    return Block("counts", rows=tuple(rows))


def _brief(case: Case, say: Say) -> Bits:
    phones, papers, heads = _figures(case)
    told: list[Bit] = [
        (f"{say('desk.salen_phones')} ", "muted"),
        (str(phones), ""),
        ("  ", ""),
        (f"{say('desk.salen_paper')} ", "muted"),
        (str(papers), ""),
    ]
    if heads is not None:
        told += [("  ", ""), (f"{say('desk.salen_heads_short')} ", "muted"), (str(heads), "")]
    return tuple(told)


def _pulse(case: Case, now: datetime) -> tuple[float, ...]:
    minutes = [0.0] * _MINUTES
    oldest = now - timedelta(minutes=_MINUTES)
    for at in (note.at for note in case.notes.values() if oldest < note.at <= now):
        minutes[_MINUTES - 1 - int((now - at).total_seconds() // 60)] += 1
    return tuple(minutes)
