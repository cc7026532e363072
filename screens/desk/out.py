"""What is out with testers, beside the hall: how many, until when, and what they said."""

from typing import TYPE_CHECKING, Final

from screens.desk.acts import Say
from screens.desk.bits import Bits
from screens.desk.widgets.salen import Block
from screens.words import voice
from workshop import measures, rounds

if TYPE_CHECKING:
    from workshop.case import Case

_QUOTES: Final = 3


def out_blocks(case: "Case", say: Say) -> tuple[Block, ...]:
    """The test that is out, and the newest quotes without anybody's name; none where none is."""
    out = measures.out_for_test(case)
    if out is None:
        return ()
    tests = rounds.out(case)
    real = sum(rounds.real_testers(case, t) for t in tests)
    rows: list[tuple[Bits, Bits]] = [
        (((say("desk.salen_out_homes"), "muted"),), ((str(out.homes), "strong"),)),
        (((say("desk.salen_out_real"), "muted"),), ((str(real), "strong"),)),
    ]
    if out.until:
        rows.append(
            (((say("desk.salen_out_until"), "muted"),), ((voice(say).date(out.until), "strong"),))
        )
    blocks = [Block("out", say("desk.salen_out"), strong=True, rows=tuple(rows), air=True)]
    heard = [t for test in tests for t in test.heard if t.quote]
    if heard:
        newest = sorted(heard, key=lambda t: t.at)[-_QUOTES:]
        told = tuple((((voice(say).quoted(t.quote), ""),), ()) for t in newest)
        blocks.append(Block("said", say("desk.salen_said"), strong=True, rows=told, air=True))
    return tuple(blocks)
