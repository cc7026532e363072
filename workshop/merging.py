"""A text that was built, edited, and is built anew: what was edited stays, the rest follows."""

from collections.abc import Sequence
from difflib import SequenceMatcher


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, which blank lines part."""
    return [part.strip("\n") for part in text.split("\n\n") if part.strip()]


def merged(old: str, mine: str, new: str) -> str:
    """What is built now, with every paragraph that was written or left out by hand.

    Where both changed, the one by hand comes first and the new one after it, for a person to see.
    """
    before, edited, built = paragraphs(old), paragraphs(mine), paragraphs(new)
    in_mine, in_new = _places(before, edited), _places(before, built)
    whole: list[str] = []
    done = mine_done = new_done = 0
    for here in (*(i for i in range(len(before)) if i in in_mine and i in in_new), len(before)):
        last = here == len(before)
        mine_here = len(edited) if last else in_mine[here]
        new_here = len(built) if last else in_new[here]
        whole += _between(before[done:here], edited[mine_done:mine_here], built[new_done:new_here])
        whole += [] if last else [before[here]]
        done, mine_done, new_done = here + 1, mine_here + 1, new_here + 1
    return "\n\n".join(whole)


def _places(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """Where each paragraph that still stands has gone to."""
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    return {b.a + n: b.b + n for b in blocks for n in range(b.size)}


def _between(before: list[str], edited: list[str], built: list[str]) -> list[str]:
    """What stands between two paragraphs that nobody has touched."""
    by_hand = [part for part in edited if part not in before or part in built]
    return by_hand + [part for part in built if part not in edited and part not in before]
