"""A case that anything at all was done to: commands made from their own schema, with rude words."""

import random
from datetime import UTC, datetime
from typing import Any, Final

from pydantic import ValidationError

from tests.unit.given import CASE, Evening
from workshop.basics import Origin, Refused
from workshop.commands import PARSE

SCHEMA: Final[dict[str, Any]] = PARSE.json_schema()
NOW: Final = datetime(2025, 1, 21, 19, 0, tzinfo=UTC)
WORDS: Final = (
    *("[/x][@click=app.quit]k[/]", "👨‍👩‍👧 العربية {x} %s", "ord " * 49, "語" * 150, "x" * 199),
    *("<script>alert(1)</script>", "a\nb\n\nc", "Bussen går for tidlig", "=cmd|' /C calc'!A0"),
    *("# md | a | b |", "e\u0301" * 90, "\u202eRLO", "{{ 7 * 7 }}"),
)
ORIGINS: Final[tuple[Origin, ...]] = ("desk", "paper", "spoken", "hands", "import")
BUSY: Final = (
    *("note.write", "cluster.make", "note.cluster", "block.start", "vote.open", "ballot.cast"),
    *("vote.close", "station.go", "projector.show", "sketch.make", "test.plan", "gathering.open"),
)
"""What an evening mostly consists of, so that more of what builds on it is taken."""
NEVER: Final = frozenset({"case.open", "person.join", "words.forget", "gathering.end"})
KEEPS: Final = {"about": "cluster", "picks": "cluster", "targets": "cluster", "ideas": "note"}
"""What the ids under a field are ids of, where the name does not say."""


class Anything:
    """An evening on which wishes are made without any plan."""

    def __init__(self, seed: int) -> None:
        # The same evening for the same seed, and nothing to guess.
        self.chance = random.Random(seed)
        self.evening = Evening()
        self.made: dict[str, list[str]] = {}
        self.evening.made("case.open", id=CASE, title=WORDS[0])
        self.keep("gathering", self.evening.made("gathering.plan", title=WORDS[1]))
        self.evening.made("gathering.open", gathering=self.made["gathering"][0])

    def keep(self, kind: str, made: str) -> None:
        """Remember what was made, to be named by later wishes."""
        self.made.setdefault(kind, []).append(made)

    def wish(self) -> str | None:
        """One wish about anything; its command where it was taken."""
        names = sorted(set(SCHEMA["discriminator"]["mapping"]) - NEVER)
        name: str = self.chance.choice(BUSY if self.chance.random() < 0.4 else names)
        origin = self.chance.choice(ORIGINS)
        fields = self._object(self._named(SCHEMA["discriminator"]["mapping"][name]))
        fields["name"] = name
        command_id = f"{name}-{len(self.evening.history):05d}"
        try:
            outcome = self.evening.when(**fields, id=command_id, origin=origin)
        except ValidationError:
            return None
        if isinstance(outcome, Refused):
            return None
        self.keep(name.partition(".")[0], command_id)
        return name

    def _named(self, path: str) -> dict[str, Any]:
        named: dict[str, Any] = SCHEMA["$defs"][path.rpartition("/")[2]]
        return named

    def _object(self, schema: dict[str, Any]) -> dict[str, Any]:
        must = set(schema.get("required", ()))
        return {
            name: self._any(field, name)
            for name, field in schema.get("properties", {}).items()
            if name != "name" and (name in must or self.chance.random() < 0.6)
        }

    def _any(self, schema: dict[str, Any], name: str) -> Any:
        """A value that the schema allows."""
        if "$ref" in schema:
            return self._any(self._named(schema["$ref"]), name)
        for ways in ("anyOf", "oneOf", "enum"):
            if ways in schema:
                way = self.chance.choice(schema[ways])
                return way if ways == "enum" else self._any(way, name)
        match schema.get("type"):
            case "string":
                return self._text(schema, name)
            case "integer":
                least = schema.get("minimum", 0)
                most = schema.get("maximum", least + 9)
                return self.chance.choice((least, most, self.chance.randint(least, most)))
            case "boolean":
                return self.chance.random() < 0.5
            case "array":
                inner = schema.get("prefixItems")
                if inner:
                    return [self._any(item, name) for item in inner]
                many = self.chance.choice((0, 1, 1, 2, 3))
                return [self._any(schema.get("items", {}), name) for _ in range(many)]
            case "object" if "properties" in schema:
                return self._object(schema)
            case "object":
                keys = schema.get("propertyNames", {"type": "string"})
                inside = schema.get("additionalProperties", {"type": "string"})
                return {self._any(keys, name): self._any(inside, name) for _ in range(2)}
        return schema.get("const")

    def _text(self, schema: dict[str, Any], name: str) -> str:
        pattern = schema.get("pattern", "")
        if schema.get("format") == "date":
            return self.chance.choice(("2026-05-28", "2024-12-31", "2027-01-01"))
        if "A-Za-z0-9_.-" in pattern:
            kind = KEEPS.get(name, name.removesuffix("s"))
            known = self.made.get(kind) or [i for ids in self.made.values() for i in ids]
            return self.chance.choice(known)
        return "18:30" if "[0-5]" in pattern else self.chance.choice(WORDS)


def anything(seed: int, wishes: int) -> Evening:
    """An evening after so many wishes."""
    evening = Anything(seed)
    for _ in range(wishes):
        evening.wish()
    return evening.evening
