"""One entering of the sample: its hand, its file, and the ids that the hall gave."""

from typing import Any

from screens.rehearsal.hand import Hand
from screens.rehearsal.sample.reading import Reading


class Entering:
    """What the parts of an entering share."""

    def __init__(self, hand: Hand, told: Reading) -> None:
        """An entering by this hand of what the file tells."""
        self.hand = hand
        self.told = told
        self.ids: dict[str, str] = {}
        """What the hall calls what the file calls otherwise."""

    async def give(self, name: str, **fields: Any) -> str:
        """Give a command; its id is that of what it makes."""
        return await self.hand.give(name, **fields)

    async def name(self, known: str, name: str, **fields: Any) -> str:
        """Give a command, and remember its id under the file's own name for it."""
        self.ids[known] = made = await self.give(name, **fields)
        return made

    def of(self, known: list[str]) -> list[str]:
        """The hall's ids of these."""
        return [self.ids[one] for one in known]
