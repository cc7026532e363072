"""axe on every state there is in the code, in three languages, at 320 px: none is forgotten."""

from itertools import product
from typing import get_args

import pytest

from screens.words import LANGUAGES
from tests.browser.phone.conftest import NewPhone
from tests.browser.phone.hall import Hall
from tests.browser.phone.looking import Look
from tests.browser.phone.recipes import STATES
from tests.browser.phone.states import Scene
from workshop.blocks import BLOCKS
from workshop.terms import BlockKind, NoteKind, PollForm, PollKind, Stand

pytestmark = pytest.mark.browser


@pytest.fixture
def scene(hall: Hall, phone: NewPhone) -> Scene:
    scene = Scene(hall, phone(width=320))
    for title in ("Bli savnet", "Skyss til legen"):
        hall.desk("cluster.make", title=title)
    scene.join(heads="3")
    return scene


def looked_at(scene: Scene, group: str) -> list[str]:
    """What is wrong in any state of this group, in any language."""
    look = Look(scene.hall, scene.page)
    mine = {name: bring for name, bring in STATES.items() if name.startswith(f"{group} ")}
    assert mine
    for (name, bring), language in product(mine.items(), LANGUAGES):
        if group != "face":
            scene.anew()
        scene.speak(language)
        bring(scene)
        look.check(f"{name} ({language})")
        if group == "face" and not name.startswith("face helper"):
            told = scene.page.locator("#page").get_attribute("data-face")
            assert f"face {told}" == name
        assert scene.page.evaluate("document.documentElement.lang") == language, name
    return look.wrong


@pytest.mark.parametrize("group", ["face", "said", "wrong"])
def test_every_state_of_a_kind(scene: Scene, group: str) -> None:
    """Each page, each thing that a page says has happened, each field that can be wrong."""
    wrong = looked_at(scene, group)
    assert not wrong, "\n".join(wrong)


def test_every_block(scene: Scene) -> None:
    """What the meeting does now, and what is written then, by somebody elected too."""
    look = Look(scene.hall, scene.page)
    planned = {"dots", "poll"}
    for kind in get_args(BlockKind):
        if kind not in planned:
            scene.block(kind)
            look.at(f"block {kind}")
    scene.quiet()
    for kind in get_args(NoteKind):
        asked = [b for b, block in BLOCKS.items() if block.writes == kind]
        assert asked, kind
        scene.block(asked[0])
        scene.block("pause")
        look.at(f"late {kind}", f"?write={kind}")
    assert not look.wrong, "\n".join(look.wrong)


def test_every_question(scene: Scene) -> None:
    """Every kind of question, and every form that one of one's own can have."""
    look = Look(scene.hall, scene.page)
    keys = {"checklist": "culture"}
    for kind, form in (
        *((k, "") for k in get_args(PollKind)),
        *(("", f) for f in get_args(PollForm)),
    ):
        scene.quiet()
        own = {"title": "Hva nå?", "form": form or "steps", "over": "need"}
        told = own if form or kind == "choice" else {"key": keys.get(kind, "")}
        scene.hall.desk("poll.open", what=kind or "choice", **told)
        look.at(f"poll {kind}{form}")
    assert not look.wrong, "\n".join(look.wrong)


def test_what_somebody_elected_is_asked(scene: Scene) -> None:
    """A large political case asks them what kind of word they give."""
    scene.hall.desk("case.describe", size="large", process="political")
    scene.post("join", ("role", "politician"), ("heads", "1"), ("table", ""))
    scene.block("offers")
    look = Look(scene.hall, scene.page)
    look.at("offers, elected")
    assert scene.page.locator("[name=stand]").count() == len(get_args(Stand))
    assert not look.wrong, "\n".join(look.wrong)
