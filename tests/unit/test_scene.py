"""The terminal projector's pictures: what stands on each wall, at each size."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from screens.projector.scene import Size, hint_for
from screens.projector.space import HIGH
from screens.words import LANGUAGES, Words
from tests.unit.walls import NOW, SIZES, TITLES, WALLS, a_scene, a_view, fits, read
from workshop.views import WallBar, WallCluster, WallCount, WallNote, WallPeople, WallRing

HOSTILE = "[red]x[/red] \x1b[2J {{ 7 * 7 }} <b>"
FAR = Size(120, 34)
NEAR = Size(80, 24)
LINES = some.text(max_size=200)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("wall", WALLS)
def test_every_wall_fits_its_window(wall: str, size: Size) -> None:
    """Nothing lies outside the window, in any language, on any page, with the line cut or not."""
    for language in LANGUAGES:
        lost = Words(language)("projector.lost", time="0:40")
        pages = a_scene(size, a_view(wall), language=language).pages
        for page in range(1, pages + 1):
            scene = a_scene(size, a_view(wall, page=page), lost=40, language=language)

            assert fits(scene, size), language
            assert f"{lost} 18:47" in read(scene)


@given(
    wall=some.sampled_from(sorted(WALLS)),
    columns=some.integers(1, 250),
    rows=some.integers(1, 90),
    text=LINES,
    other=LINES,
    many=some.integers(0, 14),
    page=some.integers(1, 99),
)
def test_no_words_and_no_window_break_a_wall(
    wall: str, columns: int, rows: int, text: str, other: str, many: int, page: int
) -> None:
    """Whatever people wrote, and however the window is drawn, there is a picture."""
    fields: dict[str, Any] = {
        "question": text,
        "title": other,
        "block_title": text,
        "notes": tuple(WallNote(id=f"n{n}", text=text) for n in range(min(many, 6))),
        "clusters": tuple(
            WallCluster(id=f"c{n}", number=n, title=other, notes=n) for n in range(1, many)
        ),
        "bars": tuple(
            WallBar(
                id=f"c{n}", number=n, title=other, place=many - n, dots=9 * n, tie=n // 3 or None
            )
            for n in range(1, many)
        ),
        "promises": (text, other)[:many],
        "people": WallPeople(
            asks=many % 2 == 1,
            missing=(WallCount(category="youth", n=many),),
            rings=(WallRing(key="need", names=(text, other) * many),),
            why_asked=text,
        ),
        "page": page,
    }
    size = Size(columns, rows)
    scene = a_scene(size, a_view(wall, **fields), wifi=text, password=other)

    if columns >= 60 and rows >= 18:
        assert fits(scene, size)
    assert scene.pages >= 1


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_no_dots_show_while_a_vote_is_open(size: Size) -> None:
    """A wall that is voted at has numbers of targets and who has voted, and no other figure."""
    quiet = a_scene(size, a_view("voting"))
    loud = a_scene(
        size,
        a_view(
            "voting",
            bars=(),
            clusters=tuple(
                WallCluster(id=f"c{n}", number=n, title=title, notes=99)
                for n, title in enumerate(TITLES, start=1)
            ),
        ),
    )

    assert quiet == loud
    assert "12 har stemt" in read(quiet)
    assert "Du har 3 prikker." in read(quiet)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_six_targets_stand_on_a_page(size: Size) -> None:
    """The first page holds six in their fixed order, the second the rest, at every size."""
    pages = [a_scene(size, a_view("voting", page=n)) for n in (1, 2)]

    assert [scene.pages for scene in pages] == [2, 2]
    assert [read(scene)[-6:] for scene in pages] == ["1 av 2", "2 av 2"]
    if size.rows > HIGH:
        return
    first, second = map(read, pages)
    assert [t in first for t in TITLES] == [True] * 6 + [False] * 2
    assert [t in second for t in TITLES] == [False] * 6 + [True] * 2


def test_a_large_window_has_block_type_for_six_targets() -> None:
    """Beyond 25 rows every title is four rows high, and six of them have room."""
    first, second = (a_scene(FAR, a_view("voting", page=n)) for n in (1, 2))
    numbers = [
        sum(any(tone == "live strong" for _, tone in row) for row in scene.middle)
        for scene in (first, second)
    ]

    assert numbers == [6 * 4, 2 * 4]
    assert not any(title in read(first) for title in TITLES)


def test_results_have_figures_bars_and_what_is_about_equal() -> None:
    """The longest bar is the largest figure; near ties stand in one bracket with words."""
    scene = a_scene(NEAR, a_view("results"))
    bars = ["".join(t for t, tone in row if tone == "bar") for row in scene.middle]
    lengths = [len(bar) for bar in bars if bar]

    assert "Bli oppdaget i tide 46" in read(scene)
    assert lengths == sorted(lengths, reverse=True)
    assert lengths[1] / lengths[0] == pytest.approx(27 / 46, abs=0.05)
    assert read(scene).count("omtrent likt") == 1
    assert [sum(sign in "".join(t for t, _ in r) for r in scene.middle) for sign in "┐┘"] == [1, 1]
    assert "51 stemte: 43 på telefon og 8 på papir" in read(scene)
    assert "Prikkene gir råd. De bestemmer ikke." in read(scene)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_few_ballots_give_an_order_without_figures(size: Size) -> None:
    """Where figures may not show there is no bar either."""
    bars = tuple(
        WallBar(id=t, number=n, title=t, place=n + 1, dots=None, tie=None)
        for n, t in enumerate(TITLES)
    )
    scene = a_scene(size, a_view("results", bars=bars, turnout={"phone": 3}))

    assert not any(tone == "bar" for row in scene.middle for _, tone in row)
    assert "Få har stemt på telefon eller papir." in read(scene)


def test_only_four_notes_and_the_newest_first() -> None:
    """The newest note stands first, and no wall is filled with more than four."""
    notes = tuple(WallNote(id=f"n{n}", text=f"behov {n}") for n in range(6))
    words = read(a_scene(NEAR, a_view("collecting", notes=notes)))

    assert [f"behov {n}" in words for n in range(6)] == [True] * 4 + [False] * 2
    assert words.index("behov 0") < words.index("behov 3")


def test_other_scripts_are_plain_text_at_every_size() -> None:
    """What block type has no glyphs for is shown all the same, whole."""
    text = "Мені потрібен переклад 🙂 你好"
    scenes = [
        a_scene(s, a_view("collecting", notes=(WallNote(id="n", text=text),)))
        for s in SIZES.values()
    ]

    assert all(text in read(scene) for scene in scenes)


def test_hostile_words_are_only_words() -> None:
    """Marks that steer terminals are gone, and marks of markup are letters."""
    words = read(a_scene(NEAR, a_view("collecting", notes=(WallNote(id="n", text=HOSTILE),))))

    assert "\x1b" not in words
    assert "[red]x[/red] [2J {{ 7 * 7 }} <b>" in words


def test_the_network_comes_before_the_address() -> None:
    """Where the network is known there are two ways in, numbered, one at a time, in turns."""
    known = {"wifi": "GRAN47", "password": "GRAN4747"}
    at = [NOW + timedelta(seconds=s) for s in (0, 19, 20, 40)]
    scenes = [a_scene(NEAR, a_view("join"), **known, now=now) for now in at]
    turned = a_scene(NEAR, a_view("join", page=2), **known)
    unknown = a_scene(NEAR, a_view("join"))

    assert ["Passord" in read(scene) for scene in scenes] == [True, True, False, True]
    assert "Bli med · 2 av 2" in read(turned)
    assert "192.168.8.2" in read(turned)
    assert [turned.pages, unknown.pages] == [2, 1]
    assert "192.168.8.2" in read(unknown)


def test_without_a_case_the_wall_says_how_to_get_in() -> None:
    """An empty file is no error on the wall."""
    words = read(a_scene(NEAR, None))

    assert "192.168.8.2" in words
    assert "«Ikke internett»? Behold." in words


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_the_clock_says_what_it_counts(size: Size) -> None:
    """Time left, time over and a clock that stands have three words."""
    told = [
        read(a_scene(size, a_view("collecting", left=left, paused=paused)))
        for left, paused in ((462, False), (-80, False), (462, True))
    ]

    assert ["igjen" in told[0], "over tida" in told[1], "klokka står" in told[2]] == [True] * 3


@pytest.mark.parametrize(
    ("left", "paused", "word"),
    [(760, False, "om 13 min"), (-5, False, "igjen nå"), (60, True, "snart igjen")],
)
def test_a_pause_says_when_we_begin_again(left: int, paused: bool, word: str) -> None:
    """Minutes are rounded up, and a clock that stands promises nothing."""
    assert word in read(a_scene(NEAR, a_view("pause", left=left, paused=paused)))


def test_the_end_holds_what_was_promised() -> None:
    """Promises, the day and thanks."""
    words = read(a_scene(NEAR, a_view("closing")))

    assert "Alle får svar" in words
    assert "Da hører du fra oss: on. 28. mai" in words
    assert "Takk for i dag." in words


@pytest.mark.parametrize("size", [*SIZES.values(), Size(30, 10)], ids=[*SIZES, "30x10"])
def test_a_dark_wall_has_the_time_and_nothing_else(size: Size) -> None:
    """A blank wall shows the clock only."""
    scene = a_scene(size, a_view("blank"))

    assert read(scene) == "18:47"
    assert scene.bare


def test_a_narrow_first_row_gives_way_from_the_right() -> None:
    """A cut line is said before where the hall is, and of that the station goes last."""
    words = read(a_scene(SIZES["60x18"], a_view("collecting"), lost=40))

    assert words.startswith("5 Behov-Løsning-Test · runde 1 Frakoblet 0:40 18:47")


def test_the_size_of_the_window_is_judged() -> None:
    """A window that a hall can read says so; one that it cannot says what to press."""
    told = [hint_for(Size(*size), Words()) for size in ((80, 24), (200, 50), (40, 10))]

    assert [good for _, good in told] == [True, False, False]
    assert "80 × 24, lesbar på 10 m" in told[0][0]
    assert "Gjør skriften større" in told[1][0]
    assert told[0][0] in read(a_scene(NEAR, a_view(), hint=told[0][0]))


def test_a_note_that_would_be_too_small_for_the_hall_waits() -> None:
    """At a size where lists are block type the last note is not squeezed in as plain letters."""
    texts = ("Bli oppdaget i tide", "Je vil bo heme, men huset er på to etasjer og trappa er bratt")
    every = (*texts, "Hvem ringer man når alarmen går?")
    notes = tuple(WallNote(id=f"n{n}", text=text) for n, text in enumerate(every))
    shown = read(a_scene(SIZES["120x34"], a_view("collecting", notes=notes)))

    assert "Hvem ringer man når alarmen går?" not in shown
