"""Ideas that say the same: suggested, made one, readable still, and taken apart again."""

from dataclasses import replace

from screens.desk.suggested import first_of, title_of
from screens.paper.report import as_markdown
from screens.words import Words
from tests.unit.test_likeness import done, sorting, suggested
from workshop.likeness.suggesting import suggesting


def test_ideas_that_say_the_same_are_suggested_to_be_one() -> None:
    """Of this round alone, never beside needs; merged, refused and undone as anything else."""
    evening = sorting("Kveldsbuss finnes ikke")
    evening.made("block.start", kind="ideas", reason="Prøver")
    ideas = ("Samkjøring med naboen", "Naboene kan samkjøre", "Felles middag")
    for i, text in enumerate(ideas, start=1):
        evening.made("note.write", id=f"i{i}", what="idea", text=text, origin="paper", number=i)
    found = list(done(suggesting(evening.it, "idea")))
    assert [(set(one.notes), one.cluster) for one in found] == [({"i1", "i2"}, None)]
    assert suggested(evening) == []

    evening.made("note.merge", note="i2", into="i1", suggested=True)
    assert list(done(suggesting(evening.it, "idea"))) == []
    assert evening.it.notes["i2"].text == ideas[1]
    assert "sa ja til ett forslag" in as_markdown(evening.it, Words())
    evening.made("undo")
    assert list(done(suggesting(evening.it, "idea"))) == found

    evening.made("suggestion.refuse", notes=["i1", "i2"])
    assert list(done(suggesting(evening.it, "idea"))) == []


def test_a_new_idea_goes_under_the_one_that_others_lie_under() -> None:
    """Nothing lies two deep, so the one on top stays there."""
    evening = sorting()
    evening.made("block.start", kind="ideas", reason="Prøver")
    for i, text in enumerate(("Samkjøring", "Samkjøring!", "samkjøring"), start=1):
        evening.made("note.write", id=f"i{i}", what="idea", text=text, origin="paper", number=i)
    evening.made("note.merge", note="i1", into="i2")

    (one,) = done(suggesting(evening.it, "idea"))

    assert set(one.notes) == {"i2", "i3"}
    assert first_of(evening.it, one) == "i2"


def test_no_number_health_or_insult_becomes_the_title_that_the_wall_shows() -> None:
    """A note that nothing is to be looked at for names them; where there is none, a person does."""
    private = "Kari Nordmann på 42 58 77 12 kjører som en galning"
    evening = sorting(private, f"{private} hver dag")
    (one,) = done(suggesting(evening.it))
    assert title_of(evening.it, one) == ""

    evening.made(
        "note.write", id="calm", text="Bilene kjører for fort her", what="need", origin="paper"
    )
    three = replace(one, notes=(*one.notes, "calm"))
    assert title_of(evening.it, three) == "Bilene kjører for fort her"

    evening.made("note.moderate", note="calm", state="hidden", reason="Prøver")
    assert title_of(evening.it, three) == ""
