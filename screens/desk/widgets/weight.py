"""The meter of a round: how much goes to need, solution and test, in bars, letters and words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

from rich.cells import cell_len

from screens.desk.acts import Say
from screens.desk.bits import Bit, Bits
from screens.desk.widgets.bars import FULL, meter
from screens.words import voice

if TYPE_CHECKING:
    from workshop.tried import Round, Weight

Shares: TypeAlias = tuple[tuple[str, int], ...]


def shares(weight: "Weight") -> Shares:
    """The three parts with their letters, in their order."""
    return (("B", weight.need), ("L", weight.solution), ("T", weight.test))


def letter_of(phase: str, say: Say) -> str:
    """The letter that the language has for need, solution or test; empty for none of them."""
    return say(f"desk.letter_{phase}") if phase else ""


def told(weight: "Weight", say: Say, live: str = "") -> Bits:
    """«stor B, liten L», with the letter of the part that is open in the hall in its own tone."""
    from workshop.weights import big

    which = big(weight)
    if which == "even":
        return ((say("desk.weight_even"), "muted"),)
    first, second = ("B", "L") if which == "need" else ("L", "B")
    return (
        (f"{say('desk.weight_big')} ", "muted"),
        (letter_of(first, say), "live strong" if live == first else "muted"),
        (f", {say('desk.weight_small')} ", "muted"),
        (letter_of(second, say), "live strong" if live == second else "muted"),
    )


def open_meter(weight: "Weight", say: Say, cells: int, live: str = "") -> tuple[Bits, Bits]:
    """Two rows over the whole width: the bars, and under each its letter and share."""
    parts = shares(weight)
    tones = [(share, "live" if letter == live else "bar") for letter, share in parts]
    bars = meter(tuple(tones), cells)
    lengths = [cell_len(text) for text, _ in bars[::2]]
    row: list[Bit] = []
    for (part, share), long in zip(parts, lengths, strict=True):
        tone = "live strong" if part == live else "strong"
        letter = letter_of(part, say)
        named = f"{letter} {say(f'desk.weight_{part}')}"
        figure = f" {voice(say).percent(share)}"
        label = named if cell_len(named + figure) <= long else letter
        air = max(1, long + 1 - cell_len(label + figure))
        row += [(label, tone), (figure, "muted"), (" " * air, "")]
    return bars, tuple(row)


def round_rows(
    turns: Sequence[tuple["Round", "Weight"]], now: int, say: Say, cells: int
) -> list[Bits]:
    """A row for each round: its number, and each letter with its bar; the one that goes on bold."""
    names = [say("desk.round_state", n=turn.no) for turn, _ in turns]
    lead = max(cell_len(name) for name in names) + 2
    rows: list[Bits] = []
    for name, (turn, weight) in zip(names, turns, strict=True):
        here = turn.no == now
        bits: list[Bit] = [(name.ljust(lead), "strong" if here else "muted")]
        room = max(6, cells - lead - 2 * len(shares(weight)) - 2 * (len(shares(weight)) - 1))
        left = room
        for index, (letter, share) in enumerate(shares(weight)):
            long = left if index == len(shares(weight)) - 1 else max(1, round(room * share / 100))
            left -= long
            air = "  " if index else ""
            bits += [
                (f"{air}{letter_of(letter, say)} ", "strong" if here else "muted"),
                (FULL * max(0, long), "bar" if here else "line"),
            ]
        rows.append(tuple(bits))
    return rows
