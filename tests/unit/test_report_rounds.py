"""The round's card on paper: everything of a round on one part, with the figures."""

from screens.paper.report import as_markdown
from screens.words import Words
from tests.unit.rounding import a_team, gathered, planned, sketched


def test_a_round_is_told_on_one_part() -> None:
    """Need, sketch, test, testers, learning, adjustment and decision, in that order."""
    evening = a_team()
    cluster = gathered(evening)
    sketch = sketched(evening, cluster)
    test = planned(evening, sketch)
    evening.made("tester.note", test=test, code="p1", category="relative", quote="Fint, du")
    changed = {"right_if": "Én", "wrong_if": "Ingen", "reason": "To er syke"}
    evening.made("test.change", test=test, **changed, start="2025-01-22", until="2025-02-05")
    card = evening.made("learning.write", learnt="Vil vite når", about="need")
    evening.made("adjustment.make", learning=card, target="none", text="Prøves en uke til")
    evening.made("round.judge", hit="partly")
    evening.made("round.decide", decision="adopt", reason="Alle vil ha det")

    whole = as_markdown(evening.it, Words())
    told = whole[whole.index("## Rundekort") :]

    marks = (
        "## Rundekort: runde 1",
        "Stor B, liten L: B 70 %, L 15 %, T 15 %",
        "Naboer trenger å bli savnet, fordi ingen ser inn",
        "**Fotokort**, versjon 1",
        "**Vi har rett hvis:** Én",
        "**Vi tar feil hvis:** Ingen",
        "To er syke Grensen var: To av tre",
        "| p1, pårørende | ja | «Fint, du» |",
        "**Det lærte vi:** Vil vite når",
        "Ingen justering, fordi: Prøves en uke til",
        "**Ta i bruk**",
        "Dette talte imot:",
        "Tall fra runden:",
        "1 av 1 lærdommer handlet om behovet.",
        "1 av 1 ideer svarer på et behov.",
        "## Alle rundene",
    )
    places = [told.find(mark) for mark in marks]
    assert -1 not in places, [m for m, p in zip(marks, places, strict=True) if p < 0]
    assert places == sorted(places)


def test_what_did_not_work_comes_first_in_what_was_learnt() -> None:
    """A failure that testers met stands over the learning card, once however many met it."""
    evening = a_team()
    test = planned(evening, sketched(evening, gathered(evening)))
    for code in ("p1", "p2"):
        said = {"category": "relative", "failure": "Knappen var for liten"}
        evening.made("tester.note", test=test, code=code, **said)
    evening.made("learning.write", learnt="Vil vite når", about="need")

    whole = as_markdown(evening.it, Words())
    told = whole[whole.index("### Lærdom") :]

    assert told.count("- Knappen var for liten") == 1
    assert told.index("Dette virket ikke") < told.index("Vil vite når")


def test_what_was_leapt_over_is_told_with_its_reason() -> None:
    """A round without a test ends with the reason, and one that is open says what it lacks."""
    evening = a_team()
    gathered(evening)
    evening.made("round.decide", decision="new_round", reason="Fristen gikk ut")
    evening.made("note.write", text="Mer")

    told = as_markdown(evening.it, Words())

    assert "uten test med noen som har behovet, fordi: Fristen gikk ut" in told
    assert "Runden er ikke avgjort" in told
