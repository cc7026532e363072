"""Station 6: pledges, decisions, what is expected, and whether a solution is in use."""

from typing import Any

import pytest

from screens.paper.report import as_json, as_markdown
from screens.words import Words
from storage import packs
from tests.unit.given import Evening, an_evening, refusal
from workshop.changes import changes
from workshop.closed import Judgement
from workshop.closing import fate_of
from workshop.newness import amounts_to
from workshop.packs.model import Pack
from workshop.programmes import programme_of
from workshop.views import projector_view

BREAKS = packs.pack("gausdal") or Pack()
PLAIN = packs.pack("jevnaker") or Pack()


def a_solution() -> tuple[Evening, str]:
    """An evening with one sketch."""
    evening = an_evening()
    return evening, evening.made("sketch.make", title="Morgenringen")


@pytest.mark.parametrize(
    ("new", "useful", "used", "amounts"),
    [
        ("no", "yes", "yes", "improvement"),
        ("yes", "no", "no", "back_to_need"),
        ("yes", "yes", "not_yet", "promising"),
        ("yes", "yes", "no", "promising"),
        ("yes", "yes", "yes", "innovation"),
        ("yes", "not_yet", "yes", "unknown"),
        ("not_yet", "yes", "yes", "unknown"),
    ],
)
def test_only_new_useful_and_used_is_innovation(
    new: str, useful: str, used: str, amounts: str
) -> None:
    """The result matrix, with nothing assumed where nobody has said."""
    judged = Judgement.model_validate({"new": new, "useful": useful, "used": used})

    assert amounts_to(judged, PLAIN) == amounts
    assert amounts_to(None, PLAIN) == "unknown"


def test_where_the_strategy_wants_a_break_the_rest_is_improvement() -> None:
    """Gausdal's rule, and no other municipality's."""
    judged = Judgement(new="yes", useful="yes", used="yes", breaks=False)

    assert amounts_to(judged, BREAKS) == "improvement"
    assert amounts_to(judged, PLAIN) == "innovation"


def test_nobody_calls_it_used_before_its_use_is_shown() -> None:
    """«Nyttiggjort» wants figures of use; with them it stands, without them it is refused."""
    evening, sketch = a_solution()
    judge: dict[str, Any] = {"sketch": sketch, "new": "yes", "useful": "yes", "used": "yes"}
    assert refusal(evening.when("solution.judge", **judge)) == "use_not_shown"
    evening.made("use.record", sketch=sketch, users=0)
    assert refusal(evening.when("solution.judge", **judge)) == "use_not_shown"

    evening.made("use.record", sketch=sketch, users=24, per_week=7, months=5, text="Hver morgen")
    evening.made("solution.judge", **judge)

    assert evening.it.judged[sketch].used == "yes"
    assert [use.users for use in evening.it.uses[sketch]] == [0, 24]


def test_a_pledge_is_made_changed_looked_at_and_taken_off() -> None:
    """It keeps whether it was done when its words change."""
    evening = an_evening()
    pledge = evening.made("pledge.make", text="Koordinerer ringene", who="Frivilligsentralen")
    evening.made("pledge.keep", pledge=pledge, kept=True)
    evening.made("pledge.change", pledge=pledge, due="2026-05-28")
    kept = evening.it.pledges[pledge]
    evening.made("pledge.remove", pledge=pledge)

    assert (kept.kept, kept.who, str(kept.due)) == (True, "Frivilligsentralen", "2026-05-28")
    assert evening.it.pledges == {}
    assert refusal(evening.when("pledge.keep", pledge=pledge, kept=True)) == "no_pledge"
    assert refusal(evening.when("pledge.make", text="a", note="nope")) == "no_note"


def test_decisions_are_kept_with_body_and_case_number() -> None:
    """The second decision does not take the first one's place."""
    evening = an_evening()
    evening.made("decision.make", result="new_round", body="Arbeidsgruppa")
    evening.made(
        "decision.make", result="adopt", body="Kommunestyret", day="2026-05-22", case_no="41/26"
    )

    assert [(d.result, d.case_no) for d in evening.it.decisions] == [
        ("new_round", ""),
        ("adopt", "41/26"),
    ]


def test_what_is_not_measured_is_not_zero() -> None:
    """A benefit without a measurement has none, also when its baseline is missing."""
    evening = an_evening()
    benefit = evening.made("benefit.expect", text="Opplevd trygghet", target="3,5")
    before = evening.it.benefits[benefit]
    evening.made("benefit.measure", benefit=benefit, measured="4,0")

    assert (before.baseline, before.measured) == ("", "")
    assert evening.it.benefits[benefit].measured == "4,0"


def test_what_was_not_kept_is_read_first() -> None:
    """Then what nobody has looked at, and last what was kept."""
    evening = an_evening()
    for text in ("Skyss", "Middag", "Ringer"):
        evening.made("pledge.make", text=text)
    kept, _, broken = evening.it.pledges
    evening.made("pledge.keep", pledge=kept, kept=True)
    evening.made("pledge.keep", pledge=broken, kept=False)
    told = as_markdown(evening.it, Words())

    assert told.index("Ringer") < told.index("Middag") < told.index("Skyss")


def test_every_need_has_the_fate_of_where_it_was_sorted() -> None:
    """By itself, by its cluster, under another note, in parts, or where its cluster went."""
    evening = an_evening()
    texts = ("Buss", "Buss om kvelden", "Mat og selskap", "Lys", "Alene")
    bus, same, two, light, loose = (
        evening.made("note.write", text=text, what="need") for text in texts
    )
    cluster = evening.made("cluster.make", title="Reise", notes=[bus])
    evening.made("note.merge", note=same, into=bus)
    split = evening.made("note.split", note=two, texts=["Mat", "Selskap"])
    other = evening.made("cluster.make", title="Lys", notes=[light, f"{split}-1"])
    before = [fate_of(evening.it, n) for n in evening.it.notes.values()]
    evening.made("cluster.merge", cluster=other, into=cluster)
    evening.made("fate.give", target=cluster, fate="in_use", answer="Bussen går")
    evening.made("fate.give", target=loose, fate="parked", answer="Neste år")
    evening.made("fate.give", target=f"{split}-2", fate="outside", answer="Staten")
    fates = {n: fate_of(evening.it, evening.it.notes[n]) for n in (bus, same, two, light, loose)}

    assert set(before) == {None}
    answers = [fate.answer for fate in fates.values() if fate]
    assert answers == ["Bussen går", "Bussen går", "Staten", "Bussen går", "Neste år"]


def test_undo_takes_back_what_station_six_did() -> None:
    """Each of the desk's acts there is withdrawn as a whole."""
    evening, sketch = a_solution()
    judged = evening.made("solution.judge", sketch=sketch, new="yes", useful="yes")
    assert refusal(evening.when("undo", command=sketch)) is not None
    evening.made("undo", command=judged)
    evening.made("follow_up.set", day="2026-11-25")

    assert str(evening.it.follow_up) == "2026-11-25"


def test_a_sealed_belief_is_shown_nowhere_before_it_is_opened() -> None:
    """Neither wall nor report tells it; opened, it stands beside what was learnt."""
    evening = an_evening()
    belief = evening.made("assumption.seal", text="Alle vil ha alarm", by_role="leder")
    evening.made("projector.show", wall="learnt")
    sealed = projector_view(evening.it, evening.now, ())
    report = as_json(evening.it) + as_markdown(evening.it, Words())
    evening.made("assumption.open", assumption=belief, verdict="not_held", learnt="I skuffen")
    opened = projector_view(evening.it, evening.now, ())

    assert sealed.pairs == ()
    assert "alarm" not in report
    assert [(p.believed, p.learnt) for p in opened.pairs] == [("Alle vil ha alarm", "I skuffen")]
    assert "Alle vil ha alarm" in as_markdown(evening.it, Words())


def test_a_change_is_traced_to_the_words_behind_it() -> None:
    """From what was changed, through learning and sketch, to the idea and the needs it answers."""
    evening = an_evening()
    needs = [evening.made("note.write", text=f"Behov {i}", what="need") for i in range(3)]
    cluster = evening.made("cluster.make", title="Trygg", notes=needs[:2])
    idea = evening.made("note.write", what="idea", text="SMS hver morgen", about=[cluster])
    sketch = evening.made("sketch.make", title="SMS", ideas=[idea])
    learnt = evening.made("learning.write", learnt="De vil høre en stemme", sketch=sketch)
    evening.made("adjustment.make", learning=learnt, target="solution", text="Ring i stedet")
    evening.made("adjustment.make", learning=learnt, target="none", text="Behovet står")

    (change,) = changes(evening.it)

    assert (change.text, change.learnt) == ("Ring i stedet", "De vil høre en stemme")
    assert change.notes == (idea, *needs[:2])
    assert "Behov 0" in as_markdown(evening.it, Words())


def test_the_programme_follows_the_strategys_own_order() -> None:
    """Ullensaker: dialogue with residents comes first, whatever else the case is about."""
    evening = Evening()
    evening.made("case.open", id="case-0001", title="App som svarer")
    evening.case = evening.it.model_copy(update={"pack": packs.pack("ullensaker")})
    evening.made("programme.answer", programme="people_technology", belongs=True)
    technology = programme_of(evening.it)
    evening.made("programme.answer", programme="resident", belongs=True)
    resident = programme_of(evening.it)
    evening.made("programme.choose", programme="learning", reason="Ledergruppa vil det")
    chosen = programme_of(evening.it)
    evening.made("programme.choose", programme=None)

    assert [p.key for p in (technology, resident, chosen) if p] == [
        "people_technology",
        "resident",
        "learning",
    ]
    assert programme_of(evening.it) == resident
    assert refusal(evening.when("programme.answer", programme="x", belongs=True)) == "no_programme"
