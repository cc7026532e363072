"""The parts of the case that say who keys in paper under a code of the gathering's."""

from workshop.basics import Value


class Entry(Value):
    """Something that a helper keyed in: the command, and which paper it was."""

    command: str
    number: int
    vote: str | None = None
    """The vote that a ballot was for; None for a slip."""
    note: str | None = None
    """The note that a slip became; None for a ballot."""


class Helper(Value):
    """A code with which somebody keys in paper, and what came in with it."""

    id: str
    code: str
    gathering: str
    over: bool = False
    """Whether it was called back, or its gathering has ended."""
    entries: tuple[Entry, ...] = ()
    """What was keyed in and stands as it was, oldest first; a paper once."""
    handed: int = 0
    """How often something was keyed in, corrections among them."""
