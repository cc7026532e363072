"""What holds for all simulated phones of a hall at once."""

from typing import Final, Literal, get_args

Word = Literal["late", "prank", "drop", "quiet", "back"]
"""What can be called in: latecomers, somebody who fools about, the net away, silence, all well."""
WORDS: Final[tuple[Word, ...]] = get_args(Word)


class Room:
    """The net, and whether people have anything to say."""

    def __init__(self) -> None:
        self.has_net = True
        self.is_quiet = False

    def reachable(self) -> bool:
        """Whether a phone reaches the hall."""
        return self.has_net
