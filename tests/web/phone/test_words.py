"""Everything that the phone page can be asked to say, it can say."""

from typing import get_args

import pytest

from screens.phone.pages import Pages
from screens.words import Words, catalogue
from tests.web.phone.evening import Evening
from workshop.basics import Refused
from workshop.terms import BlockKind, FateKind, Role

FROM_PHONES = (
    "not_joined",
    "not_collecting",
    "no_note",
    "gathering_over",
    "note_taken_back",
    "note_in_vote",
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


async def test_the_whole_notice_stands_on_the_first_page_and_on_every_later_one(
    evening: Evening,
) -> None:
    """Who answers for it, what, how long, that it may become public, and whom to ask."""
    phone = evening.phone()
    before = await phone.page()
    await evening.desk("case.describe", municipality="Skauli kommune")
    notice = {"contact": "Servicetorget <b>32</b>", "kept_until": "2027-03-01"}
    await evening.desk("notice.give", **notice)
    first = await phone.page()
    await phone.join()
    later = await phone.page()

    assert "Arrangøren har ansvaret." in before
    assert "Det slettes når saken er ferdig." in before
    for page in (first, later):
        for words in (
            "Du er anonym.",
            "Skauli kommune har ansvaret.",
            "kan bli offentlig",
            "ikke kryptert",
            "Det slettes senest 1. mars 2027.",
            "Servicetorget &lt;b&gt;32&lt;/b&gt;",
        ):
            assert words in page
