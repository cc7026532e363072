"""Pictures of figures: what they hold, what they keep back, and that every drawer tells it all."""

import re

import pytest

from screens.charts import Charts, as_html, as_text
from screens.paper.page import as_html as as_page_of
from screens.paper.report import as_markdown
from screens.projector.painter import Painter
from screens.projector.scene import Size
from screens.words import LANGUAGES, Words
from tests.unit.given import an_evening
from tests.unit.walls import BECAME, ROAD, SIZES, URL, VOICES, a_scene, a_view, fits, read
from workshop import pictures
from workshop.pictures import REST, Label, Line, Picture, together
from workshop.views import projector_view

ALL = {"road": ROAD, "voices": VOICES, "became": BECAME}


def test_the_road_tells_what_each_round_weighed_and_how_it_ended() -> None:
    """A round for a line: big need first, then what was chosen; the last goes on."""
    evening = an_evening()
    first = pictures.road(evening.it)
    evening.made("round.weigh", need=20, solution=50, test=30)
    now = pictures.road(evening.it)

    assert first.lines[0].values == (70, 15, 15)
    assert now.lines[-1].values == (20, 50, 30)
    assert [line.told.key for line in now.lines if line.told] == ["road_open"]
    assert "veier løsningen mest" in Charts(Words()).of(now).sentence


def test_nobody_is_found_in_a_picture_of_few() -> None:
    """Kinds under five are one line together, and never so that one can be reckoned out."""
    assert together({"resident": 12, "leader": 2, "youth": 4}) == {"resident": 12, REST: 6}
    assert together({"resident": 12, "politician": 7, "youth": 2}) == {"resident": 12, REST: 9}
    assert together({"youth": 2}) == {REST: 2}


def test_what_became_counts_every_answer_and_what_still_lacks_one() -> None:
    """Each fate with its number, and the rest as without an answer."""
    evening = an_evening()
    made = [evening.made("cluster.make", title=title) for title in ("Buss", "Benk", "Kaffe")]
    evening.made("fate.give", target=made[0], fate="in_use", answer="Bussen går fra mandag")

    told = {line.label.key: line.values for line in pictures.became(evening.it).lines}

    assert told == {"fate_in_use": (1,), "unanswered": (2,)}
    assert Charts(Words()).of(pictures.became(evening.it)).sentence == "1 av 3 har fått svar."


@pytest.mark.parametrize("wall", ALL)
def test_the_wall_gets_its_picture_and_no_other_does(wall: str) -> None:
    """A picture's figures leave the hall only while it is shown."""
    evening = an_evening()
    evening.made("projector.show", wall=wall)
    shown = projector_view(evening.it, evening.now, ()).picture
    evening.made("projector.show", wall="question")

    assert shown is not None
    assert shown.name == wall
    assert projector_view(evening.it, evening.now, ()).picture is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ALL)
def test_text_and_page_tell_the_same_figures(name: str, language: str) -> None:
    """Every label and every figure stands in both, in each language, with a sentence."""
    chart = Charts(Words(language)).of(ALL[name])
    page = re.sub(r"<[^>]+>", " ", str(as_html(chart)))
    text = "\n".join("".join(part for part, _ in bits) for bits in as_text(chart, 76))

    assert chart.sentence
    for row in chart.rows:
        assert row.label in page
        assert row.label in text
        assert all(word in page for word in row.words)
        assert name == "road" or all(word in text for word in row.words)
    assert max(map(len, text.splitlines())) <= 76


def test_what_people_wrote_stays_words_in_a_drawing() -> None:
    """A title with tags in it is text on the page."""
    label = Label(text="<script>alert(1)</script>")
    picture = Picture(
        name="result",
        kind="bars",
        columns=(Label(key="dots"),),
        lines=(Line(label=label, values=(3,)),),
    )

    page = as_html(Charts(Words()).of(picture))

    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_bars_keep_their_measure_whatever_is_told_after_them() -> None:
    """The largest share is the longest drawing, also where another line has more words."""
    rows = as_text(Charts(Words()).of(ROAD), 60)
    needs = ["".join(text for text, tone in bits if tone == "bar").count("█") for bits in rows]

    drawn = [n for n in needs if n]
    assert drawn == sorted(drawn, reverse=True)
    assert len(set(drawn)) == 3


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("wall", ALL)
def test_pictures_fit_the_terminal_with_sentence_and_all_lines(wall: str, size: Size) -> None:
    """On every page, in every size of window; nothing lies outside."""
    scenes = [a_scene(size, a_view(wall))]
    scenes += [a_scene(size, a_view(wall, page=n + 1)) for n in range(1, scenes[0].pages)]
    drawn = sum(
        any((tone in {"bar", "live"} and "█" in text) or "▄▄" in text for text, tone in row)
        for scene in scenes
        for row in scene.middle
    )

    assert all(fits(scene, size) for scene in scenes)
    assert all(Charts(Words()).of(ALL[wall]).sentence in read(s) for s in scenes)
    assert wall == "voices" or drawn >= len(ALL[wall].lines)


def test_a_picture_without_figures_says_so() -> None:
    """Nobody was there yet: a sentence and no drawing."""
    nothing = Picture(name="voices", kind="columns", columns=(), lines=())
    view = a_view("voices", picture=nothing)

    assert "Ingenting å vise ennå." in read(a_scene(SIZES["80x24"], view))
    assert "Ingenting å vise ennå." in Painter(Words()).draw(view, URL).html


def test_a_vote_is_drawn_in_the_report_with_its_table_beside() -> None:
    """Letters in the text, lines on the page; words that were erased leave a dash."""
    evening = an_evening()
    made = [evening.made("cluster.make", title=title) for title in ("Buss", "``` <b>Benk")]
    vote = evening.made("vote.open", dots=1)
    for number in range(1, 7):
        evening.made("ballot.cast", origin="paper", vote=vote, picks=[made[0]], number=number)
    evening.made("vote.close")
    text, page = as_markdown(evening.it, Words()), as_page_of(evening.it, Words())

    assert re.search(r"Buss +█+ 6", text)
    assert "| Buss | 6 |" in text
    assert text.count("```") == 2
    assert '<rect width="1000"' in page
    assert "<b>Benk" not in page
    assert "language-chart" not in page
    empty = Picture(
        name="result",
        kind="bars",
        columns=(Label(key="dots"),),
        lines=(Line(label=Label(), values=(3,)),),
    )
    assert Charts(Words()).of(empty).rows[0].label == "–"


def test_a_vote_of_few_is_not_drawn() -> None:
    """Under five ballots there are no figures, and so no drawing either."""
    evening = an_evening()
    made = evening.made("cluster.make", title="Buss")
    vote = evening.made("vote.open", dots=1)
    evening.made("ballot.cast", origin="paper", vote=vote, picks=[made], number=1)
    evening.made("vote.close")

    assert pictures.result(evening.it, evening.it.votes[vote]) is None
    assert "```" not in as_markdown(evening.it, Words())
