"""Which language a user's program speaks, and how it writes numbers and days."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from screens import language
from screens.desk.bits import Bits
from screens.desk.sheets import Before, Drawing
from screens.desk.widgets.weight import letter_of, open_meter, told
from screens.language import VARIABLE, chosen, keep
from screens.plans import kroner
from screens.settings import kept
from screens.words import LANGUAGES, Words, catalogue
from workshop.scored import Form, Group, Item, Step
from workshop.tried import Weight

NO_FILE = Path("no-such-folder/settings.toml")


@pytest.mark.parametrize(
    ("environ", "speaks"),
    [
        ({}, "nb"),
        ({"LANG": "nb_NO.UTF-8"}, "nb"),
        ({"LANG": "nn_NO.UTF-8"}, "nn"),
        ({"LANG": "en_GB.UTF-8"}, "nb"),
        ({"LC_ALL": "C", "LANG": "nn_NO.UTF-8"}, "nb"),
        ({"LANG": "nn_NO.UTF-8", VARIABLE: "en"}, "en"),
        ({VARIABLE: "klingon"}, "nb"),
    ],
)
def test_before_a_choice_it_is_bokmaal_or_what_is_set(environ: dict[str, str], speaks: str) -> None:
    """Nynorsk where the system is in nynorsk; English only where somebody has asked for it."""
    assert chosen(NO_FILE, environ) == speaks


def test_what_was_chosen_is_kept_beside_what_else_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next start speaks it, and all that speaks in this one; other choices stay."""
    monkeypatch.setattr(language, "spoken", Words())
    monkeypatch.setenv(VARIABLE, "nb")
    file = tmp_path / "new" / "settings.toml"
    keep("nn", file)
    file.write_text(f'look = "light"\n{file.read_text("utf-8")}', "utf-8")
    keep("en", file)

    assert kept(file) == {"look": "light", "language": "en"}
    assert chosen(file, {"LANG": "nn_NO"}) == "en"
    assert language.spoken.language == "en"


def test_settings_that_nobody_understands_are_no_trouble(tmp_path: Path) -> None:
    """Whoever has damaged the file by hand gets the program as it is the first time."""
    file = tmp_path / "settings.toml"
    file.write_bytes(b"language = \xff [")

    assert chosen(file, {}) == "nb"


def test_a_language_is_read_only_when_something_is_said_in_it() -> None:
    """The hall and the first paint do not pay for languages that nobody asked for."""
    catalogue.cache_clear()
    say = Words("nn")
    before = catalogue.cache_info().currsize
    say("when.and")

    assert (before, catalogue.cache_info().currsize) == (0, 1)


@pytest.mark.parametrize(
    ("speaks", "moment", "day", "number", "names"),
    [
        ("nb", "tirsdag 3. mars kl. 19", "03.03.2026", "2,9", "bolk, by og bygd"),
        ("nn", "tysdag 3. mars kl. 19", "03.03.2026", "2,9", "bolk, by og bygd"),
        ("en", "Tuesday 3 March, 19:00", "3 March 2026", "2.9", "bolk, by and bygd"),
    ],
)
def test_days_numbers_and_lists_are_written_as_people_write_them(
    speaks: str, moment: str, day: str, number: str, names: str
) -> None:
    """Each language has its own point, its own order of a date, and its own «and»."""
    say = Words(speaks)

    assert say.moment(datetime(2026, 3, 3, 19, tzinfo=UTC)) == moment
    assert say.moment(datetime(2026, 3, 3, 19, 30, tzinfo=UTC)).endswith("19:30")
    assert say.date(date(2026, 3, 3)) == day
    assert say.decimal(2.94) == number
    assert say.listed(["bolk", "by", "bygd"]) == names
    assert (say.listed(["bolk"]), say.listed([])) == ("bolk", "")


@pytest.mark.parametrize(
    ("speaks", "share", "money", "mean", "quote"),
    [
        ("nb", "40 %", "150\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}kr", "snitt 2,5", "«{a}»"),
        ("nn", "40 %", "150\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}kr", "snitt 2,5", "«{a}»"),
        ("en", "40%", "NOK\N{NO-BREAK SPACE}150,000", "average 2.5", "“{a}”"),
    ],
)
def test_shares_sums_means_and_quotes_are_written_as_people_write_them(
    speaks: str, share: str, money: str, mean: str, quote: str
) -> None:
    """The meter, the plans and the answers of a checklist ask the language how a figure looks."""
    say = Words(speaks)
    weight = Weight(need=40, solution=30, test=30)
    form = Form(items=(Item(key="a"),), steps=(Step(key="1", value=1), Step(key="4", value=4)))
    group = Group(role="resident", answers=2, counts={"a": {"1": 1, "4": 1}})
    (pick,) = Drawing(say).items(form, "checklist", None, None, group, Before())

    assert share in shown(open_meter(weight, say, 120)[1])
    assert kroner(150_000, say) == money
    assert mean in shown(pick.under)
    assert say.quoted("{a}") == quote


def shown(bits: Bits) -> str:
    """The words of a row."""
    return "".join(text for text, _ in bits)


def test_a_voice_that_changes_its_language_says_the_next_word_in_it() -> None:
    """Whoever was handed the voice need not be told."""
    say = Words()
    said = [say("when.and")]
    say.speak("en")

    assert [*said, say("when.and")] == ["og", "and"]


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_the_parts_of_a_round_have_the_letters_that_their_words_begin_with(spoken: str) -> None:
    """Need, solution and test are B, L and T only where those words begin so, on every surface."""
    say = Words(spoken)

    for part in "BLT":
        letter = letter_of(part, say)
        assert say(f"desk.weight_{part}").startswith(letter)
        assert say(f"projector.phase_{part}").startswith(f"{letter} ")


def test_which_part_is_big_is_said_with_the_letters_of_the_language() -> None:
    """«Stor B, liten L» is another sentence where need begins with N."""
    weight = Weight(need=70, solution=15, test=15)

    assert "".join(text for text, _ in told(weight, Words("nb"))) == "stor B, liten L"
    assert "".join(text for text, _ in told(weight, Words("en"))) == "big N, small S"
