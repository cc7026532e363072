"""What those elected dare, hold to, drive and support: from phone to wall, report and follow-up."""

from datetime import date

import pytest

from screens.paper.report import as_markdown
from screens.projector.cards import cards_of
from screens.projector.painter import Painter
from screens.words import Words
from tests.unit.arenas import from_template
from tests.unit.given import Evening, an_evening
from workshop import plan_checks, portfolio
from workshop.said import Note
from workshop.views import phone_view, projector_view

SAY = Words()
SAID = "si nei til en ferdig løsning"


def a_council() -> Evening:
    """A seminar of a large political case, with one who is elected and one leader at a table."""
    evening = Evening()
    evening.made("case.open", title="Gode år hjemme", municipality="Skauli")
    gathering = from_template(evening, "folkevalgtseminar")
    evening.made("gathering.open", gathering=gathering.id)
    for phone, role in (("per", "politician"), ("kari", "politician"), ("leder", "leader")):
        table = 2 if role == "leader" else 1
        evening.made("person.join", sender="phone", phone=phone, role=role, table=table)
    evening.made("block.start", kind="offers")
    return evening


def offered(evening: Evening, phone: str) -> Note:
    told = {"what": "offer", "text": SAID, "stand": "dare"}
    note = evening.made("note.write", sender="phone", phone=phone, **told)
    return evening.it.notes[note]


def test_somebody_elected_is_asked_what_they_stand_for_and_nobody_can_tell_who() -> None:
    """The kind of word lies on the note, and the table, which would tell who it was, does not."""
    evening = a_council()
    note = offered(evening, "per")
    view = phone_view(evening.it, evening.now, evening.it.presences["per"], (), None)

    assert (note.stand, note.table, note.role) == ("dare", None, None)
    assert view.stands == ("promise", "dare", "hold", "drive", "support")


@pytest.mark.parametrize("phone", ["leder"])
def test_others_make_an_offer_as_before(phone: str) -> None:
    """Whoever is not elected is asked nothing more, and what is sent all the same is left out."""
    evening = a_council()
    note = offered(evening, phone)
    view = phone_view(evening.it, evening.now, evening.it.presences[phone], (), None)

    assert (note.stand, note.table, view.stands) == (None, 2, ())


def test_where_politicians_are_not_natural_nobody_is_asked() -> None:
    """A small task in the administration has no council to be brave (Jevnaker 3)."""
    evening = a_council()
    evening.made("case.describe", size="small", process="administrative")
    view = phone_view(evening.it, evening.now, evening.it.presences["per"], (), None)

    assert view.stands == ()
    note = offered(evening, "per")
    assert note.stand is None


def test_what_is_stood_for_goes_all_the_way() -> None:
    """As a pledge it keeps its kind: on the wall, in the report, and when it is followed up."""
    evening = a_council()
    note = offered(evening, "per")
    pledge = evening.made("pledge.make", note=note.id, text=SAID, who="Kommunestyret")
    evening.made("pledge.make", text="Kaffe", who="Laget")
    evening.made("follow_up.set", day="2026-01-21")
    evening.made("projector.show", wall="pledges")
    case = evening.it
    sentence = "Kommunestyret tør: si nei til en ferdig løsning"

    assert case.pledges[pledge].stand == "dare"
    cards = cards_of(projector_view(case, evening.now, ()), SAY)
    assert [text for card in cards for part in card.parts for text in part.texts] == [
        sentence,
        "Laget: Kaffe",
    ]
    report = as_markdown(case, SAY)
    assert "## Dette står de folkevalgte for" in report
    assert "**Kommunestyret tør:** si nei til en ferdig løsning" in report
    day = date(2026, 1, 21)
    late = portfolio.portfolio((case,), date(2026, 1, 22))[0].late
    assert portfolio.Due(day, "pledge", SAID, "Kommunestyret") in late


def test_the_next_gathering_opens_with_what_they_stand_for() -> None:
    """On the wall and on every phone, until somebody has said that it was not kept."""
    evening = an_evening()
    pledge = evening.made("pledge.make", text="å lytte først", stand="hold")
    evening.made("projector.show", wall="opening")
    case = evening.it
    wall = Painter(SAY).draw(projector_view(case, evening.now, ()), "http://10.0.0.2/").html
    view = phone_view(case, evening.now, case.presences["anna"], (), None)

    assert "Vi står fast ved: å lytte først" in wall
    assert view.welcome
    assert [(s.stand, s.text) for s in view.welcome.stands] == [("hold", "å lytte først")]
    evening.made("pledge.keep", pledge=pledge, kept=False)
    after = phone_view(evening.it, evening.now, case.presences["anna"], (), None)
    assert after.welcome
    assert after.welcome.stands == ()


def test_a_pledge_can_become_a_promise_again() -> None:
    """What is left out of a change stays, and the kind can be chosen anew."""
    evening = an_evening()
    pledge = evening.made("pledge.make", text="å lytte først", stand="support")
    evening.made("pledge.change", pledge=pledge, who="Ordføreren")
    assert evening.it.pledges[pledge].stand == "support"
    evening.made("pledge.change", pledge=pledge, stand="promise")
    assert evening.it.pledges[pledge].stand == "promise"


def test_a_table_of_politicians_is_no_noise_where_only_they_were_asked() -> None:
    """A seminar for two kinds has nothing to say of mixed tables, and phones offer those two."""
    evening = a_council()
    gathering = plan_checks.newest(evening.it)
    assert gathering

    assert plan_checks.lonely_tables(evening.it, gathering) == ((1, "politician"),)
    assert "tables" not in {c.key for c in plan_checks.plan_checks(evening.it, gathering)}
    view = phone_view(evening.it, evening.now, None, (), None)
    assert view.roles == ("politician", "leader")
