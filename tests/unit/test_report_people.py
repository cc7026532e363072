"""The report about people: the map, its gaps, who was there, what was promised and offered."""

import json

import pytest

from screens.heard import turned_around
from screens.inviting import built, is_behind, rebuilt
from screens.paper.report import as_json, as_markdown
from screens.words import Words
from tests.unit.given import Evening, an_evening

SAY = Words()


@pytest.fixture
def evening() -> Evening:
    """Two rounds: youth in the first, nobody of them in the second."""
    evening = an_evening()
    youth = evening.made("actor.name", who="Ungdomsrådet", category="youth", must=True, expected=4)
    evening.made(
        "invitation.plan",
        actor=youth,
        gain="Bli *hørt*",
        barriers=[{"barrier": "transport", "remedy": "Vi henter"}, {"barrier": "hearing"}],
        channel="phone",
    )
    evening.made("invitation.reply", actor=youth, reply="confirmed")
    evening.made("actor.present", actor=youth, present=4)
    promise = evening.made("promise.make", text="Svar til alle", owner="Kari", due="2025-05-28")
    evening.made("promise.keep", promise=promise, kept=True)
    evening.made("block.start", kind="missing")
    asked = {"sender": "phone", "phone": "anna", "what": "actor"}
    note = evening.made("note.write", text="Drosjene", category="business", **asked)
    evening.made("actor.name", who="Drosjene", category="business", role="expert", note=note)
    evening.made("note.write", text="Naboen", **asked)
    evening.made("block.start", kind="offers")
    evening.made("note.write", sender="phone", phone="anna", what="offer", text="Jeg kjører")
    evening.made("gathering.end")
    evening.made("round.decide", decision="new_round", reason="Vi spør flere")
    second = evening.made("gathering.plan", title="Folkemøte 2")
    evening.made("gathering.open", gathering=second)
    evening.made("person.join", sender="phone", phone="anna2", role="resident")
    return evening


@pytest.mark.parametrize(
    ("process", "told"),
    [("political", "var ikke med fra starten"), ("administrative", "Er oppgaven intern, er det")],
)
def test_a_team_among_its_own_is_not_told_that_residents_came_last(process: str, told: str) -> None:
    """Where employees have the need, an evening of employees turns nothing around."""
    evening = Evening()
    evening.made("case.open", title="Mange ansikter", process=process)
    gathering = evening.made("gathering.plan", title="Vaktrommet")
    evening.made("gathering.open", gathering=gathering)
    evening.made("person.join", sender="phone", phone="kari", role="employee")

    assert told in turned_around(evening.it, SAY)


def test_everything_about_people_is_told(evening: Evening) -> None:
    """Rings, replies, barriers with remedies, kept promises, suggestions, offers."""
    report = as_markdown(evening.it, SAY)

    for told in (
        "| Ungdomsrådet | ungdom | Har behovet, må være med | bekreftet | 4 |",
        "| Drosjene | næringsliv | Kan faget, foreslått i salen | ikke spurt | – |",
        r"| Ungdomsrådet | Bli \*hørt\* | – | skyss: Vi henter; hørsel: ikke noe råd ennå |",
        "| Svar til alle | Kari | 28.5.2025 | ja |",
        "- Drosjene (næringsliv) Satt på lista over hjelpere.",
        "- Naboen\n",
        "- Jeg kjører\n",
        "- Ungdomsrådet: et hinder mangler råd.",
    ):
        assert told in report, told


def test_the_evenings_stand_beside_each_other(evening: Evening) -> None:
    """Figures and bars by role, and a sentence each for who was there and is gone."""
    report = as_markdown(evening.it, SAY)

    assert "| Ungdom | 4 ████████ | – |" in report
    assert "| Innbygger | 1 ██ | 1 ██ |" in report
    assert "Her var de med fra starten: 9 av 9 på «Folkemøte 1»." in report
    assert "- Ungdom: var der i runde 1, borte i runde 2." in report


def test_as_data_no_note_tells_as_what_its_writer_came(evening: Evening) -> None:
    """Where few came as something, that would be who they are."""
    case = json.loads(as_json(evening.it))["case"]

    assert all("role" not in note for note in case["notes"])
    assert [v["by_role"] for v in case["voices"]] == [
        {"resident": 1, "relative": 4, "youth": 4},
        {"resident": 1},
    ]


def test_the_invitation_is_built_of_the_case(evening: Evening) -> None:
    """Question, why, where and when, promises, what helps, whom to ask; and it follows the case."""
    evening.made("notice.give", contact="Kari, tlf. 900 00 000")
    evening.made("why_asked.say", text="Dere bor her.")
    evening.made(
        "gathering.plan", title="Folkemøte 3", place="Grendehuset", day="2025-06-01", start="18:00"
    )
    letter = built(evening.it, SAY)
    assert letter.split("\n\n") == [
        "Skauli spør: Hva trenger du for å bo hjemme?",
        "Derfor er du spurt: Dere bor her.",
        "Vi møtes: Folkemøte 3, 1.6.2025, kl. 18:00, Grendehuset.",
        "Dette lover vi:\n– Svar til alle",
        "Da hører du fra oss: 28.5.2025.",
        "For at det skal være lett å komme:\n– skyss: Vi henter",
        "Spør gjerne: Kari, tlf. 900 00 000",
    ]

    mine = letter.replace("Dere bor her.", "Du bor her, og vi trenger deg.")
    evening.made("invitation.write", text=mine, built=letter)
    assert not is_behind(evening.it, SAY)
    evening.made("promise.make", text="Kaffe")
    assert is_behind(evening.it, SAY)
    assert rebuilt(evening.it, SAY) == mine.replace("– Svar til alle", "– Svar til alle\n– Kaffe")
