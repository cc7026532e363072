"""What is lent out for a gathering: codes for who keys in paper, and codes that one votes with."""

from workshop.basics import Value


class Entry(Value):
    """Something that a helper keyed in: the command, and which paper it was."""

    command: str
    number: int
    vote: str | None = None
    """The vote that a ballot was for; None for a slip."""
    note: str | None = None
    """The note that a slip became; None for a ballot."""
    poll: str | None = None
    """The question that a sheet of answers was for."""

    @property
    def box(self) -> str | None:
        """The vote or the question, where it is no slip."""
        return self.vote or self.poll


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


class CodeSheet(Value):
    """Codes that were drawn together; they follow from the key, and are stored nowhere."""

    id: str
    gathering: str
    key: str
    count: int
