"""Everything that the phone page can be asked to say, it can say."""

from typing import get_args

import pytest

from screens.phone.pages import Pages
from screens.words import Words, catalogue
from workshop.basics import Refused
from workshop.terms import BlockKind, FateKind, Role

FROM_PHONES = (
    "not_joined",
    "not_collecting",
    "no_note",
    "gathering_over",
    "no_open_gathering",
    "no_vote",
    "vote_closed",
    "no_target",
)


def test_every_role_block_and_fate_has_its_words() -> None:
    """A new kind that the domain knows must be said on phones too."""
    known = catalogue("nb", "phone")
    assert {f"role_{r}" for r in get_args(Role)} <= known.keys()
    assert {f"what_{b}" for b in get_args(BlockKind)} <= known.keys()
    assert {f"now_{b}" for b in get_args(BlockKind) if b != "pause"} <= known.keys()
    assert {f"fate_{f}" for f in get_args(FateKind)} <= known.keys()


@pytest.mark.parametrize("reason", FROM_PHONES)
def test_every_refusal_that_a_phone_can_meet_has_its_own_words(reason: str) -> None:
    """A refusal says what happened, not only that it went wrong."""
    pages = Pages(Words())
    assert pages.sentence(Refused(reason)) != pages.sentence(Refused("other"))


def test_a_refusal_without_words_is_still_a_sentence() -> None:
    """What the catalogue does not know is said in general terms."""
    assert Pages(Words()).sentence(Refused("brand_new", {"most": 1})).endswith(".")
