"""Gatherings with a run sheet, to be checked and followed."""

from typing import Any

from storage import templates
from tests.unit.given import Evening
from workshop.planned import Gathering


def from_template(evening: Evening, name: str, **fields: Any) -> Gathering:
    """A gathering that was planned from a template that comes along."""
    evening.template = templates.template(name)
    gathering = evening.made("gathering.plan", title="Kveld", template=name, **fields)
    return evening.it.gatherings[gathering]


def an_arena(**fields: Any) -> Evening:
    """A large case with a folkemøte of 150 minutes from 18:00."""
    evening = Evening()
    evening.made("case.open", title="Gode år hjemme")
    from_template(evening, "folkemote", **({"start": "18:00"} | fields))
    return evening
