"""The facilitator's hand: commands to the control port, one after the other."""

import asyncio
from collections.abc import Callable

from screens.control import Control, new_command_id
from screens.rehearsal.told import Told
from workshop.case import Case


class Hand:
    """Gives the commands of one case, and remembers what was received and what refused."""

    def __init__(
        self, control: Control, case: str, new_id: Callable[[], str] = new_command_id
    ) -> None:
        """A hand on one case; the same ids from ``new_id`` again do nothing twice."""
        self.case = case
        self._new_id = new_id
        self.told = Told()
        self.refusals: list[str] = []
        self._control = control

    async def give(self, name: str, **fields: object) -> str:
        """Give a command; the answer is its id, which is also the id of what it makes."""
        command = self._new_id()
        await self._send(command, name, fields)
        return command

    async def begin(self, **fields: object) -> None:
        """Open the case itself, under the id that it has from the start."""
        await self._send(self.case, "case.open", fields)

    async def write(self, text: str, **fields: object) -> str:
        """Key in a note from paper or from the hall."""
        note = self._new_id()
        if await self._send(note, "note.write", {"text": text, **fields}):
            self.told.notes[note] = text
        return note

    async def cast(self, vote: str, number: int, picks: list[str], *, again: bool = False) -> None:
        """Key in a numbered ballot, or correct it."""
        fields = {"vote": vote, "number": number, "picks": picks, "replace": again}
        if await self._send(self._new_id(), "ballot.cast", {**fields, "origin": "paper"}):
            self.told.ballots[vote, f"paper-{number}"] = tuple(picks)

    async def look(self) -> Case:
        """The case as the hall has it now."""
        said = await asyncio.to_thread(self._control.get, f"/cases/{self.case}")
        return Case.model_validate(said)

    async def _send(self, command: str, name: str, fields: dict[str, object]) -> bool:
        case = None if name == "case.open" else self.case
        said = await asyncio.to_thread(self._control.send_as, command, case, name, **fields)
        if said.get("ok") is not True:
            self.refusals.append(f"{name}: {said.get('message', '')}")
        return said.get("ok") is True
