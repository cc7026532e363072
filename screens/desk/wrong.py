"""What is wrong with something that was written, in words, and in which field it stands."""

from typing import Self


class Wrong(str):  # noqa: SLOT000 - what is made of str has no room for slots with values
    """A sentence that knows its field."""

    field: str

    def __new__(cls, words: str, field: str) -> Self:
        """The sentence, and the field's name as the command has it."""
        made = super().__new__(cls, words)
        made.field = field
        return made
