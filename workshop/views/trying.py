"""What the hall may see of a round: needs in words, sketches, and what is out with testers."""

from datetime import date

from workshop.basics import Value
from workshop.case import Case
from workshop.measures import out_for_test
from workshop.rounds import live_sketches, stated, tests_of
from workshop.said import Statement
from workshop.volunteers import willing


class WallSketch(Value):
    """A small solution on the projector, without rank."""

    title: str
    text: str


class WallRound(Value):
    """What the walls of station 5 show; each part is empty while another wall is shown."""

    statements: tuple[Statement, ...] = ()
    sketches: tuple[WallSketch, ...] = ()
    wanted: int = 0
    """How many homes, or testers with the need, are looked for."""
    willing: int = 0
    """How many have said that they can; never who."""
    out: int = 0
    """How many have a sketch at home now."""
    answer_by: date | None = None


def wall_round(case: Case) -> WallRound:
    """What the wall that is shown may tell of the round."""
    match case.shown.wall:
        case "statement" | "collecting":
            return WallRound(statements=tuple(c.statement for c in stated(case) if c.statement))
        case "sketches":
            made = live_sketches(case, case.round)
            return WallRound(sketches=tuple(WallSketch(title=s.title, text=s.text) for s in made))
        case "testing":
            # While phones are asked who can test, the wall asks the same.
            asked = case.running is not None and case.running.kind == "test"
            tests = tests_of(case, case.round)
            out = None if asked else out_for_test(case)
            return WallRound(
                wanted=sum(t.homes for t in tests if t.recorded_at is None),
                willing=willing(case, case.round),
                out=out.homes if out else 0,
                answer_by=out.until if out else None,
            )
        case _:
            return WallRound()
