"""Every form of a question on the terminal's wall and on the page: blind, then told in words."""

from dataclasses import dataclass
from typing import Any

import pytest

from screens.projector.painter import Painter
from screens.projector.scene import Moment, Scenes, Size
from screens.projector.seen import Seen
from screens.telling import LONGEST, Telling
from screens.words import Words
from tests.unit.given import Evening, an_evening
from tests.unit.test_scene_scores import page_of, view_of
from tests.unit.walls import NOW, SIZES, URL, fits, read
from workshop.views import worded

FOUR = ("Kveldsbuss", "Møteplass", "Ett nummer å ringe", "Flere benker langs elva")


@dataclass(frozen=True)
class Asked:
    """A question, what each of eight sheets answered, and what the wall then says."""

    fields: dict[str, Any]
    answers: tuple[dict[str, str], ...]
    told: tuple[str, ...]


KINDS = {
    "statement": Asked(
        {"items": ["Vi møtes igjen"]},
        ({"i1": "yes"},) * 5 + ({"i1": "no"},) * 2 + ({"i1": "unknown"},),
        ("5 sier ja, 2 sier nei, 1 vet ikke.",),
    ),
    "agreement": Asked(
        {"items": FOUR},
        ({"i1": "agree", "i2": "agree", "i3": "disagree", "i4": "pass"},) * 4
        + ({"i1": "agree", "i2": "disagree", "i3": "disagree", "i4": "pass"},) * 4,
        (
            "Dette samler oss",
            "8 av 8 er enige",
            "8 av 8 er uenige",
            "Dette deler oss",
            "4 er enige, 4 er uenige",
            "Få tok stilling",
        ),
    ),
    "scale": Asked(
        {"title": "Hvor trygg?", "items": FOUR[:2], "poles": ["Utrygg", "Trygg"]},
        ({"i1": "4", "i2": "0"},) * 4 + ({"i1": "3", "i2": "5"},) * 4,
        (
            "Minst halvparten svarte fra 3 til 4. Midterste svar: 3,5.",
            "Svarene spriker. Snakk om hvorfor.",
        ),
    ),
    "ranking": Asked(
        {"items": FOUR},
        ({"i1": "2", "i2": "1", "i3": "3", "i4": "4"},) * 8,
        ("Øverst: Møteplass. 8 satte det først.", "1. Møteplass", "4. Flere benker langs elva"),
    ),
    "axes": Asked(
        {"items": FOUR[:2]},
        ({"effect_1": "5", "effort_1": "1", "effect_2": "2", "effort_2": "5"},) * 4
        + ({"effect_1": "5", "effort_1": "2", "effect_2": "2", "effort_2": "1"},) * 4,
        ("Mye nytte, lite arbeid", "Midt på", "folk er uenige"),
    ),
    "testing": Asked(
        {"items": FOUR[:2]},
        ({"i1": "can"},) * 5 + ({"i1": "can", "i2": "can"},) * 3,
        ("Kveldsbuss: 8 kan teste.", "Møteplass: 3 kan teste."),
    ),
}


def open_with(kind: str) -> Evening:
    """A question of this kind with eight sheets keyed in, still open."""
    evening, asked = an_evening(), KINDS[kind]
    poll = evening.made("poll.open", what="choice", form=kind, **asked.fields)
    for number, answers in enumerate(asked.answers, start=1):
        evening.made("poll.answer", origin="paper", poll=poll, number=number, answers=answers)
    return evening


def pages_of(evening: Evening, size: Size, *, blocks: bool = False) -> str:
    """All the pages of the terminal's wall after each other; each must fit.

    Without ``blocks`` every letter is the terminal's own, and so can be read here.
    """
    scenes = Scenes(Words(), "medspill.db", blocks=blocks)
    said, page, pages = [], 1, 1
    while page <= pages:
        view = view_of(evening).model_copy(update={"page": page})
        scene = scenes.scene(Seen(view, url=URL), size, Moment(now=NOW))
        assert fits(scene, size)
        said.append(read(scene))
        page, pages = page + 1, scene.pages
    return " ".join(" ".join(said).split())


def whole_page(evening: Evening) -> str:
    """All the pages of the page's wall after each other."""
    painter, view = Painter(Words()), view_of(evening)
    pages = painter.draw(view, URL).pages
    each = (view.model_copy(update={"page": n}) for n in range(1, pages + 1))
    return " ".join(painter.draw(one, URL).html for one in each)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("kind", KINDS)
def test_while_it_is_open_no_answer_is_seen(kind: str, size: Size) -> None:
    """What is asked and how many have answered; no figure, no bar, no sentence."""
    evening = open_with(kind)

    told = pages_of(evening, size) + page_of(view_of(evening))

    assert "8 har svart" in told
    assert not any(sentence in told for sentence in KINDS[kind].told)
    assert "<svg" not in page_of(view_of(evening)).partition('class="middle"')[2]


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("kind", KINDS)
def test_afterwards_the_picture_has_its_sentence(kind: str, size: Size) -> None:
    """What the picture shows is said in words, on the terminal and on the page."""
    evening = open_with(kind)
    evening.made("poll.close")

    told = pages_of(evening, size)
    page = whole_page(evening)

    for sentence in KINDS[kind].told:
        assert sentence in page
        assert sentence in told
    assert pages_of(evening, size, blocks=True)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("kind", ["agreement", "ranking", "axes", "testing"])
def test_long_ideas_stand_whole_in_the_list_and_short_in_the_sentence(
    kind: str, size: Size
) -> None:
    """What somebody wrote is on one of the pages to its last word, and no page is flooded."""
    evening = an_evening()
    for end in ("først", "sist"):
        text = f"{'Vi kan prøve at noen ringer rundt hver kveld ' * 6}{end}"
        idea = evening.made("note.write", what="idea", text=text)
        evening.made("note.moderate", note=idea, state="shown")
    poll = evening.made("poll.open", what="choice", form=kind, over="idea")
    form = evening.it.polls[poll].form
    steps = [step.key for step in form.steps]
    for number in range(1, 7):
        answers = {item.key: steps[n % len(steps)] for n, item in enumerate(form.items)}
        evening.made("poll.answer", origin="paper", poll=poll, number=number, answers=answers)
    evening.made("poll.close")

    told = pages_of(evening, size)

    assert "kveld først" in told
    assert "kveld sist" in told
    case = evening.it
    sentences = Telling(Words()).told(worded(case, form), case.polls[poll].counts)
    assert sentences
    assert all(len(sentence) < 2 * LONGEST + 80 for sentence in sentences)
