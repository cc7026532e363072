"""How facts and commands look on the wire of the control port."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, StringConstraints, TypeAdapter, ValidationError

from storage.batch import Receipt
from workshop.basics import Origin, Record
from workshop.case import Case
from workshop.commands import PARSE, AnyCommand
from workshop.facts import FACTS

CommandId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{8,64}$")]


class Envelope(BaseModel):
    """A command as it comes in: its id, the case it is about, and the command's own fields."""

    model_config = ConfigDict(extra="allow", frozen=True, defer_build=True)

    id: CommandId
    case: CommandId | None = None
    name: str
    origin: Origin = "desk"

    def command(self) -> AnyCommand:
        """The command inside; raises ValidationError where a field is wrong."""
        return PARSE.validate_python({"name": self.name, **(self.model_extra or {})})


_RECORD: Final[TypeAdapter[Record]] = TypeAdapter(Record)


def record_to_json(record: Record) -> bytes:
    """One record as a line of JSON."""
    return _RECORD.dump_json(record)


def record_from_json(line: bytes) -> Record:
    """The record that a line of JSON holds."""
    bare = _RECORD.validate_json(line)
    return Record(**{f: getattr(bare, f) for f in _PLAIN}, fact=FACTS.validate_python(bare.fact))


_PLAIN: Final = tuple(f for f in Record.__slots__ if f != "fact")


def canonical(body: object) -> bytes:
    """The same bytes for the same fields, in whatever order they came."""
    return json.dumps(body, sort_keys=True, ensure_ascii=False).encode(errors="replace")


def receipt(answer: Receipt) -> dict[str, Any]:
    """What the sender of a command is told when it is on the disk."""
    return {
        "ok": True,
        "command": answer.command,
        "seq": answer.seq,
        "at": answer.at.isoformat(timespec="milliseconds"),
        "repeated": answer.repeated,
    }


@cache
def schema() -> dict[str, Any]:
    """JSON Schema of what commands, facts and cases hold on the wire."""
    return {
        "command": PARSE.json_schema(),
        "fact": FACTS.json_schema(mode="serialization"),
        "case": Case.model_json_schema(mode="serialization"),
    }


def complaints(error: ValidationError) -> list[Mapping[str, Any]]:
    """What is wrong with a body: where, which rule, and its limits; never the body itself."""
    return [
        {"field": ".".join(map(str, e["loc"])), "rule": _rule(e), **_limits(e.get("ctx", {}))}
        for e in error.errors(include_url=False, include_input=False)
    ]


def _rule(complaint: Mapping[str, Any]) -> str:
    """The rule's name: pydantic's, or ours where it is a rule of our own."""
    ours = complaint.get("ctx", {}).get("error")
    # Pydantic explains a day in the same place, in sentences that change with its version.
    return str(complaint["type"] if isinstance(ours, str) else ours or complaint["type"])


def _limits(context: Mapping[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in context.items() if isinstance(v, str | int | float)}
