"""The report: everything said and decided, literally, and nothing that tells who."""

import json

import pytest
from markdown_it import MarkdownIt

from screens.paper.report import as_json, as_markdown
from screens.words import Words
from tests.unit.arenas import an_arena
from tests.unit.given import Evening, an_evening
from workshop.recipe import STATIONS

HOSTILE = [
    "<script>alert(1)</script>",
    "[klikk](http://evil.test) ![bilde](x.png) https://evil.test",
    "# Overskrift\n\n- liste\n\n    kode\n---",
    "| a | b |\n|---|---|\n| c | d |",
    "**fet** _kursiv_ `kode` ~~strek~~ <b>b</b> &amp; \\",
    "1. nummer\n2) nummer\n+ pluss\n> sitat",
    "السلام عليكم 👨‍👩‍👧 čđŋšŧž",
]


def a_whole_evening() -> Evening:
    """An evening with something of everything, in people's worst words."""
    evening = an_evening()
    evening.made("frame.set", fixed=HOSTILE[:2], open=HOSTILE[2:4], who_decides="Kommunestyret")
    for check in ("prepared", "known"):
        evening.made("handlingsrom.answer", check=check, answer="no")
    evening.made("gate.pass", gate="handlingsrom", reason=HOSTILE[0])
    evening.made("actor.name", who=HOSTILE[3], category="user")
    evening.made("promise.make", text=HOSTILE[1], owner=HOSTILE[3], due="2026-05-28")
    evening.made("invitation.write", text=HOSTILE[2])
    notes = [
        evening.made("note.write", sender="phone", phone="anna", text=text) for text in HOSTILE
    ]
    evening.made("note.edit", sender="phone", phone="anna", note=notes[0], text="Rettet")
    evening.made("note.moderate", note=notes[1], state="hidden", reason=HOSTILE[4])
    cluster = evening.made("cluster.make", title=HOSTILE[3], notes=[notes[0], notes[2]])
    evening.made("statement.write", cluster=cluster, who="Eldre", what=HOSTILE[0], why="")
    vote = evening.made("vote.open")
    evening.made("ballot.cast", sender="phone", phone="anna", vote=vote, picks=[cluster])
    for number in range(1, 6):
        evening.made("ballot.cast", origin="paper", vote=vote, picks=[cluster], number=number)
    evening.made("vote.close")
    idea = evening.made("note.write", what="idea", text=HOSTILE[5], about=[cluster])
    sketch = evening.made("sketch.make", title=HOSTILE[0], text=HOSTILE[2], ideas=[idea])
    test = evening.made("test.plan", sketch=sketch, believe=HOSTILE[1], do=HOSTILE[4])
    evening.made("test.record", test=test, result=HOSTILE[5], hit="partly", testers=3)
    evening.made("learning.write", learnt=HOSTILE[6])
    evening.made("round.decide", decision="new_round", reason=HOSTILE[0])
    evening.made("fate.give", target=cluster, fate="in_round", answer=HOSTILE[1])
    evening.made("answer_date.set", day="2026-05-28")
    return evening


@pytest.fixture
def evening() -> Evening:
    return a_whole_evening()


def test_the_json_reads_back_with_everything_that_was_said(evening: Evening) -> None:
    """Every note in its own words, hidden ones and earlier wordings too."""
    report = json.loads(as_json(evening.it))

    said = [n["text"] for n in report["case"]["notes"]]
    assert said == [n.text for n in evening.it.notes.values()]
    assert report["case"]["notes"][0]["originals"] == [HOSTILE[0]]
    assert report["schema"] == "medspill-case/1"


def test_the_sums_are_those_of_the_facts(evening: Evening) -> None:
    """Notes, ballots and dots, counted from the facts by hand."""
    kinds = [record.kind for record in evening.history]

    sums = json.loads(as_json(evening.it))["sums"]

    assert sums["notes"] == kinds.count("note.written") == sums["needs"] + sums["ideas"]
    assert sums["ballots"] == kinds.count("ballot.cast") == 6
    assert sums["dots"] == 6
    assert (sums["phones"], sums["answered"], sums["unanswered"]) == (2, 1, 6)


def test_no_mark_is_told(evening: Evening) -> None:
    """Who wrote or joined what stays in the file."""
    marks = {n.mark for n in evening.it.notes.values() if n.mark}
    told = as_json(evening.it) + as_markdown(evening.it, Words())

    assert marks
    assert [mark for mark in marks if mark in told] == []
    assert "anna" not in told
    assert "mark" not in json.dumps(json.loads(as_json(evening.it))["case"]["notes"])


def test_markdown_shows_peoples_words_and_nothing_they_mean(evening: Evening) -> None:
    """No link, picture, code or HTML comes of what people wrote; their words are all there."""
    tokens = MarkdownIt("commonmark").enable("table").parse(as_markdown(evening.it, Words()))
    inline = [child for token in tokens for child in token.children or ()]
    kinds = {token.type for token in (*tokens, *inline)}
    text = " ".join(child.content for child in inline if child.type == "text")

    assert kinds.isdisjoint({"link_open", "image", "html_block", "html_inline", "code_inline"})
    assert kinds.isdisjoint({"code_block", "hr", "em_open", "ordered_list_open"})
    # Blocks of text are the report's own drawings, which no words of theirs can open or close.
    assert {token.info for token in tokens if token.type == "fence"} <= {"text"}
    for words in HOSTILE:
        for line in words.splitlines():
            assert " ".join(line.split()) in text


def test_few_ballots_are_told_without_figures() -> None:
    """Under five ballots the report tells the order only."""
    evening = an_evening()
    cluster = evening.made("cluster.make", title="Kveldsbuss")
    vote = evening.made("vote.open")
    evening.made("ballot.cast", sender="phone", phone="anna", vote=vote, picks=[cluster])
    evening.made("vote.close")

    told = as_markdown(evening.it, Words())

    (vote_told,) = json.loads(as_json(evening.it))["case"]["votes"]
    (target,) = vote_told["targets"]

    assert "Færre enn fem stemte" in told
    assert "| 1 | Kveldsbuss |" in told
    assert "Prikker |" not in told
    assert (target["place"], target["dots"]) == (1, None)


def test_an_empty_case_has_a_report(evening: Evening) -> None:  # noqa: ARG001
    """A case that has only a title is told, too."""
    bare = Evening()
    bare.made("case.open", id="case-0001", title="Bare en tittel")

    assert as_markdown(bare.it, Words()).startswith("# Bare en tittel\n")
    assert json.loads(as_json(bare.it))["sums"]["notes"] == 0


def test_an_open_vote_is_told_without_place_or_dots() -> None:
    """Nobody reads a count in the report before the vote is closed."""
    evening = an_evening()
    cluster = evening.made("cluster.make", title="Kveldsbuss")
    vote = evening.made("vote.open")
    for number in range(1, 8):
        evening.made("ballot.cast", origin="paper", vote=vote, picks=[cluster], number=number)

    (told,) = json.loads(as_json(evening.it))["case"]["votes"]

    assert [(t["place"], t["dots"]) for t in told["targets"]] == [(None, None)]
    assert told["turnout"] == {"paper": 7}
    assert "Stemmingen er ikke lukket ennå." in as_markdown(evening.it, Words())


def test_near_ties_name_one_another() -> None:
    """The table says with which number each is about equal, and nothing of the others."""
    evening = an_evening()
    titles = ("Buss", "Kafé", "Benk")
    a, b, c = (evening.made("cluster.make", title=title) for title in titles)
    vote = evening.made("vote.open", dots=2)
    for number in range(1, 11):
        picks = [a, b] if number < 10 else [a, c]
        evening.made("ballot.cast", origin="paper", vote=vote, picks=picks, number=number)
    evening.made("vote.close")

    told = as_markdown(evening.it, Words())

    assert "| 1 | Buss | 10 | omtrent likt som nr. 2 |" in told
    assert "| 2 | Kafé | 9 | omtrent likt som nr. 1 |" in told
    assert "| 3 | Benk | 1 |  |" in told


def test_a_shared_phone_is_told_with_its_heads() -> None:
    """A ballot for four people says so, so that it adds up to the heads in the hall."""
    evening = an_evening()
    cluster = evening.made("cluster.make", title="Kveldsbuss")
    vote = evening.made("vote.open", dots=1)
    picks = [cluster] * 4
    evening.made("ballot.cast", sender="phone", phone="table", vote=vote, picks=picks)
    evening.made("vote.close")

    assert "Stemmer: 1 på telefon (for 4 personer)" in as_markdown(evening.it, Words())


def test_a_gate_that_was_passed_is_told_in_words(evening: Evening) -> None:
    """The recipe's own checks have a sentence; whatever else was named stands as it was."""
    evening.made("gate.pass", gate="min egen", reason="Vi har dårlig tid.")
    told = as_markdown(evening.it, Words())

    assert "Ikke på plass: «Det er handlingsrom»." in told
    assert "Ikke på plass: «min egen». Vi har dårlig tid." in told
    for check in (check.key for station in STATIONS for check in station.checks(evening.it)):
        assert Words()(f"report.gate_{check}")


def test_what_is_unsuitable_is_never_called_samskaping() -> None:
    """A choice between prepared solutions is told as such in the first lines."""
    evening = an_evening()
    assert "Ikke samskaping" not in as_markdown(evening.it, Words())
    evening.made("handlingsrom.answer", check="prepared", answer="yes")

    beginning = as_markdown(evening.it, Words()).split("##")[0]
    assert "**Ikke samskaping: " in beginning
    assert "oppskriften for samskaping" not in beginning


def test_a_plain_poll_is_labelled_in_text_page_and_data() -> None:
    """Whatever the answers say, what is led as a poll is called one in every export."""
    evening = an_evening()
    evening.made("form.choose", form="poll")

    assert "Ikke samskaping: Dette er en rådgivende avstemning." in as_markdown(evening.it, Words())
    assert json.loads(as_json(evening.it))["case"]["cocreation"] is False


def test_every_version_of_the_question_is_told_with_what_became_of_it() -> None:
    """So are the rounds of the handlingsrom, what must be clarified, and objections."""
    evening = an_evening()
    first = evening.it.questions[0].id
    evening.made("question.write", text="Hvordan bor vi godt?")
    evening.made("question.judge", question=first, verdict="rejected", why="For smal.")
    evening.made("note.write", what="objection", text="Den spør ikke de unge")
    evening.made("handlingsrom.answer", check="anchored", answer="no")
    fields = {"point": "anchored", "text": "Spør rådet", "owner": "Anne"}
    evening.made("clarification.note", **fields)
    evening.made("round.decide", decision="new_round", reason="Vi prøver igjen")
    evening.made("handlingsrom.answer", check="anchored", answer="yes")
    told = as_markdown(evening.it, Words())

    assert "«Hva trenger du for å bo hjemme?» Avvist. For smal." in told
    assert "Den spør ikke de unge" in told
    assert "Runde 1: Avklar først" in told
    assert "Spør rådet Anne: avklart" in told


def test_every_wording_of_an_idea_is_told() -> None:
    """An idea that was edited and then set aside keeps its first words, its reason and answer."""
    evening = an_evening()
    idea = evening.made("note.write", what="idea", text="Først")
    evening.made("note.edit", note=idea, text="Så")
    evening.made("note.moderate", note=idea, state="aside", reason="Prøvelapp")
    evening.made("fate.give", target=idea, fate="rejected", answer="Det var en prøve")

    told = as_markdown(evening.it, Words())

    assert all(part in told for part in ("> Så", "Skrev først: Først", "Lagt til side: Prøvelapp"))
    assert "Forkastet. Det var en prøve" in told


def test_the_rules_of_conversation_stand_with_their_gathering() -> None:
    """What was read aloud at the beginning is told; a gathering without any says nothing."""
    told = as_markdown(an_arena().it, Words())
    bare = as_markdown(an_evening().it, Words())

    assert "**Slik snakket vi sammen**\n\n- Vi lytter til hverandre." in told
    assert "Slik snakket vi sammen" not in bare
