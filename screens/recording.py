"""A command as it comes in becomes a wish, and the ledger's answer what the sender is told."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from screens import wire
from screens.language import spoken
from screens.secrets import digest
from screens.words import Words
from storage.batch import Wish
from storage.ledger import Answer, Ledger
from storage.trouble import Trouble
from workshop.basics import Refused
from workshop.secret import SecretWish

Told = dict[str, Any]

OK: Final = 200
MALFORMED: Final = 422
REFUSED: Final = 409
NOT_STORED: Final = 507

_MENDABLE: Final = {
    "blank": ("blank", ""),
    "too_long": ("text_too_long", "max_length"),
    "string_too_long": ("text_too_long", "max_length"),
    "less_than_equal": ("number_too_large", "le"),
    "greater_than_equal": ("number_too_small", "ge"),
}
"""What a person can mend who wrote the words or the number: the sentence, and its limit."""


class Recorder:
    """Reads commands of the desk's, in a hall or without one."""

    def __init__(self, ledger: Ledger, say: Words) -> None:
        self._ledger = ledger
        self._say = say

    def ask(self, body: bytes) -> "tuple[str, Future[Answer]] | Told":
        """The case and the answer to come, or what is wrong with the body."""
        try:
            envelope = wire.Envelope.model_validate_json(body)
            command = envelope.command()
        except ValidationError as error:
            return self.malformed(error)
        case = envelope.id if envelope.name == "case.open" else envelope.case
        if case is None:
            return self.no("no_case")
        # What somebody chose leaves no trace, not even one that a guess could be tried against.
        shown = None if isinstance(command, SecretWish) else digest(body)
        wish = Wish(envelope.id, case, command, shown, origin=envelope.origin)
        return case, self._ledger.record(wish)

    def told(self, case: str, answer: Answer) -> tuple[int, Told]:
        """The status of an answer, and the answer in words."""
        if isinstance(answer, Refused):
            return REFUSED, self.no(answer.reason, **answer.values)
        return OK, {"case": case, **wire.receipt(answer)}

    def no(self, reason: str, details: object = None, **values: object) -> Told:
        """Why something was not done, in words."""
        message = self._say(f"refused.{reason}", **values)
        told = {"ok": False, "reason": reason, "message": message, **values}
        return told if details is None else told | {"details": details}

    def malformed(self, error: ValidationError) -> Told:
        """What is wrong with a body: in words where a person can mend it, and field by field."""
        details = wire.complaints(error)
        told = self.no("malformed", details=details)
        mendable = next((d for d in details if d["rule"] in _MENDABLE), None)
        if mendable is None:
            return told
        key, limit = _MENDABLE[mendable["rule"]]
        return told | {"message": self._say(f"refused.{key}", limit=mendable.get(limit, ""))}

    def trouble(self, trouble: Trouble) -> Told:
        """What is the matter with the disk, in words."""
        message = self._say(f"trouble.{trouble.reason}", **trouble.values)
        return {"ok": False, "reason": trouble.reason, "message": message}


class Alone:
    """Commands on a file that has no hall; this process holds the file's lock."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._recorder = Recorder(ledger, spoken)

    def send_all(self, bodies: Sequence[Mapping[str, Any]]) -> list[Told]:
        """Record commands in their order; one answer each, as a hall gives them."""
        asked = [self._recorder.ask(wire.canonical(body)) for body in bodies]
        return [one if isinstance(one, dict) else self._wait(*one) for one in asked]

    def _wait(self, case: str, answer: "Future[Answer]") -> Told:
        try:
            return self._recorder.told(case, answer.result())[1]
        except Trouble as trouble:
            return self._recorder.trouble(trouble)


@contextmanager
def alone(file: Path) -> Iterator[Alone]:
    """The file, open to this process only. Raises Trouble where it cannot be."""
    ledger = Ledger.open(file)
    try:
        yield Alone(ledger)
    finally:
        ledger.close()
