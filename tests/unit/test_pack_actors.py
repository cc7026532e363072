"""Those whom a strategy names: suggested until somebody of that kind is on the map."""

from typing import get_args

import pytest

from screens.words import Words
from storage import packs
from tests.unit.given import an_evening
from workshop.pack_actors import Named, not_on_map
from workshop.terms import ActorCategory

KINDS = {kind: Words()(f"desk.category_{kind}") for kind in get_args(ActorCategory)}


def left(pack: str, *actors: tuple[str, ActorCategory]) -> tuple[Named, ...]:
    """Whom this strategy still suggests when these are on the map."""
    evening = an_evening()
    known = packs.pack(pack)
    assert known
    evening.case = evening.it.model_copy(update={"pack": known, "actors": {}})
    for who, category in actors:
        evening.made("actor.name", who=who, category=category)
    return not_on_map(evening.it, KINDS)


def test_all_are_suggested_while_the_map_is_empty_with_the_kind_they_seem_to_be() -> None:
    """The strategy's own words, and a guess that can be changed."""
    named = left("ullensaker")
    assert [n.who for n in named][:3] == ["Innbyggere", "Frivillige", "Næringsliv"]
    assert [n.category for n in named][:4] == ["resident", "voluntary", "business", "leader"]
    assert left("egen") == ()


@pytest.mark.parametrize(
    ("actor", "gone"),
    [
        (("Innbyggere 67+ i Nordbygda", "elderly"), "Innbyggere"),
        (("Beboerne på Tunet", "resident"), "Innbyggere"),
        (("Hjemmetjenesten", "employee"), "Ansatte (MER-arbeideren)"),
        (("Frivilligsentralen", "research"), None),
    ],
)
def test_who_is_on_the_map_by_name_or_kind_is_not_suggested(
    actor: tuple[str, ActorCategory], gone: str | None
) -> None:
    """Endings make no difference, and a longer word is another word."""
    every = [n.who for n in left("ullensaker")]
    assert [n.who for n in left("ullensaker", actor)] == [who for who in every if who != gone]
