"""Erasing on request: a note, all that one person's code can find, or a whole case."""

from dataclasses import dataclass
from typing import Any, Final

from screens import remembering
from screens.control import new_command_id
from screens.copying import Copies
from screens.recording import Recorder, Told
from screens.secrets import mark, read_secret
from storage.batch import Wish
from storage.ledger import Ledger
from storage.trouble import Trouble
from workshop.basics import Id, Line, Refused, Value
from workshop.case import Case
from workshop.forgetting import ForgetWords

NOTHING: Final = "nothing_to_erase"


class Ask(Value):
    """What somebody wants erased; ``only_look`` tells what that would be."""

    case: Id | None = None
    """The case; a code is looked for in all where none is named."""
    notes: tuple[Id, ...] = ()
    code: Line = ""
    whole_case: bool = False
    only_look: bool = False


@dataclass(frozen=True, slots=True)
class _Target:
    case: Case
    command: ForgetWords
    ballots: tuple[tuple[str, str], ...]


class Eraser:
    """Erases through the one write path, and then in the copies."""

    def __init__(self, ledger: Ledger, copies: Copies, recorder: Recorder) -> None:
        """An eraser; the recorder says what is wrong."""
        self._ledger = ledger
        self._copies = copies
        self._recorder = recorder

    def erase(self, ask: Ask) -> Told:
        """What was erased, or would be; ``ok`` false with a message where something is wrong."""
        found = self._targets(ask)
        if isinstance(found, Refused):
            return self._recorder.no(found.reason, **found.values)
        notes = sum(self._notes_in(target) for target in found)
        told = {
            "ok": True,
            "cases": [target.case.id for target in found],
            "notes": notes,
            "ballots": sum(self._ballots_in(target) for target in found),
            "copies": [],
        }
        if ask.only_look:
            return told
        for target in found:
            wrong = self._erase_one(target, told)
            if wrong is not None:
                return wrong
        # What somebody was keying in may be just what had to go.
        remembering.forget(self._ledger.path)
        return told

    def _targets(self, ask: Ask) -> list[_Target] | Refused:
        cases = self._ledger.cases
        if ask.case is not None and ask.case not in cases:
            return Refused("no_case")
        if ask.code:
            return self._of_code(ask.code, [cases[ask.case]] if ask.case else [*cases.values()])
        if ask.case is None:
            return Refused("no_case")
        case = cases[ask.case]
        if ask.whole_case:
            return [_Target(case, ForgetWords(whole_case=True), ())]
        if not ask.notes:
            return Refused(NOTHING)
        if any(note not in case.notes for note in ask.notes):
            return Refused("no_note")
        return [_Target(case, ForgetWords(notes=ask.notes), ())]

    def _of_code(self, code: str, cases: list[Case]) -> list[_Target] | Refused:
        secret = read_secret(code)
        if secret is None:
            return Refused("bad_code")
        found: list[_Target] = []
        for case in cases:
            notes = tuple(n.id for n in case.notes.values() if n.mark == mark(secret, n.id))
            keys = ((box, mark(secret, box)) for box in case.boxes)
            ballots = tuple(key for key in keys if self._ledger.ballot(*key) is not None)
            testers = tuple(
                tester.id
                for test in case.tests.values()
                for tester in test.heard
                if tester.mark and tester.mark == mark(secret, test.id)
            )
            if notes or ballots or testers:
                command = ForgetWords(notes=notes, testers=testers)
                found.append(_Target(case, command, ballots))
        return found or Refused(NOTHING)

    def _notes_in(self, target: _Target) -> int:
        """What people wrote themselves: notes, and answers after a test."""
        if target.command.whole_case:
            return len(target.case.notes)
        return len(target.command.notes) + len(target.command.testers)

    def _ballots_in(self, target: _Target) -> int:
        if not target.command.whole_case:
            return len(target.ballots)
        return len(self._ledger.ballots_of(target.case.boxes))

    def _erase_one(self, target: _Target, told: dict[str, Any]) -> Told | None:
        """Empty the words of one case's facts, here and in the copies; what went wrong."""
        case, command = target.case.id, target.command
        ballots = target.ballots
        if command.whole_case:
            ballots = tuple(self._ledger.ballots_of(target.case.boxes))
        id_ = new_command_id()
        try:
            answer = self._ledger.record(Wish(id_, case, command, None, choices=ballots)).result()
            if isinstance(answer, Refused):
                return self._recorder.no(answer.reason, **answer.values)
            told["copies"] += self._copies.forget(self._emptied(case, id_), ballots)
        except Trouble as trouble:
            return self._recorder.trouble(trouble)
        return None

    def _emptied(self, case: str, command: str) -> list[str]:
        """The ids of the facts whose words a command emptied."""
        history = self._ledger.history(case)
        seqs = {s for r in history if r.command == command for s in getattr(r.fact, "seqs", ())}
        return [record.id for record in history if record.seq in seqs]
