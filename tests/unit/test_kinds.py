"""Values of many kinds are told apart as pydantic's union tells them, kind by kind."""

import subprocess
import sys

import pytest
from pydantic import ValidationError

from tests.house.house import ROOT
from workshop.commands import COMMANDS, PARSE
from workshop.facts import FACTS, KINDS
from workshop.notes import WriteNote


def test_a_value_becomes_its_kind() -> None:
    """The tag decides, and what is wrong is told without it."""
    assert isinstance(PARSE.validate_python({"name": "note.write", "text": "Buss"}), WriteNote)
    with pytest.raises(ValidationError) as wrong:
        PARSE.validate_python({"name": "note.write", "text": 5, "more": 1})
    assert {e["loc"] for e in wrong.value.errors()} == {("text",), ("more",)}


@pytest.mark.parametrize("value", [{}, [], "x", {"name": "no.such"}, {"name": ["note.write"]}])
def test_what_is_no_kind_is_refused(value: object) -> None:
    """As a union refuses it."""
    with pytest.raises(ValidationError):
        PARSE.validate_python(value)


def test_the_schema_has_every_kind() -> None:
    """For who writes a client."""
    assert set(PARSE.json_schema()["discriminator"]["mapping"]) == set(COMMANDS)
    assert set(FACTS.json_schema(mode="serialization")["discriminator"]["mapping"]) == set(KINDS)


def test_no_kind_is_made_ready_before_it_is_met() -> None:
    """A hall that starts pays for none of them; pydantic builds a model when it is first used."""
    code = (
        "from workshop.facts import KINDS\nfrom workshop.commands import COMMANDS\n"
        "built = [k for k, m in (KINDS | COMMANDS).items() if m.__pydantic_complete__]\n"
        "print(len(built))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert int(done.stdout) == 0
