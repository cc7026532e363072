"""Station 1: the question and its versions, who has the need, marks, objections from the hall."""

from typing import Any

from tests.unit.given import an_evening, refusal
from workshop import closing, recipe
from workshop.basics import Refused
from workshop.packs.model import Pack
from workshop.packs.parts import Term


def _gate(evening: object) -> dict[str, bool]:
    case = evening.it  # type: ignore[attr-defined]
    return {check.key: check.holds for check in recipe.STATIONS[0].checks(case)}


def test_the_newest_draft_holds_until_one_is_taken_into_use() -> None:
    """A draft does not push aside what is in use, and what is rejected never holds."""
    evening = an_evening()
    first = evening.it.questions[0].id
    second = evening.made("question.write", text="Hvordan bor vi godt?")
    assert evening.it.question == "Hvordan bor vi godt?"

    evening.made("question.judge", question=first, verdict="used")
    assert evening.it.question == "Hva trenger du for å bo hjemme?"

    evening.made("question.judge", question=second, verdict="used", why="Åpnere")
    assert evening.it.question == "Hvordan bor vi godt?"

    evening.made("question.judge", question=second, verdict="rejected", why="For vidt")
    assert evening.it.question == "Hva trenger du for å bo hjemme?"
    assert [q.why for q in evening.it.questions] == ["", "For vidt"]


def test_an_earlier_wording_can_be_taken_into_use_again() -> None:
    """The one that was last taken into use holds."""
    evening = an_evening()
    first = evening.it.questions[0].id
    second = evening.made("question.write", text="Hvordan bor vi godt?")
    evening.made("question.judge", question=first, verdict="used")
    evening.made("question.judge", question=second, verdict="used")

    evening.made("question.judge", question=first, verdict="used")

    assert evening.it.asked is not None
    assert evening.it.asked.id == first
    assert evening.when("question.judge", question=first, verdict="used") == ()
    assert refusal(evening.when("question.judge", question="x", verdict="used")) == "no_question"


def test_who_has_the_need_stands_on_the_map_of_helpers() -> None:
    """Named once at station 1, known at station 2 as well."""
    evening = an_evening()
    assert not _gate(evening)["named_holder"]
    holder = evening.made("need_holder.name", who="Personer med demens", category="user")

    assert _gate(evening)["named_holder"]
    assert evening.it.actors[holder].role == "has_need"
    assert evening.it.actors[holder].category == "user"

    evening.made("need_holder.remove", actor=holder)
    assert not _gate(evening)["named_holder"]
    assert refusal(evening.when("need_holder.remove", actor=holder)) == "no_actor"


def test_the_gate_of_station_1() -> None:
    """A need holder, no solution in the question, room, and anchoring where it is scored."""
    evening = an_evening()
    evening.made("need_holder.name", who="De som bor alene", category="elderly")
    evening.made("question.write", text="Hvor skal vi bygge 20 nye sykehjemsplasser?")
    gate = _gate(evening)
    assert gate == {
        "question": True,
        "named_holder": True,
        "no_solution": False,
        "handlingsrom": False,
    }

    evening.made("fundamentals.agree", scores={"anchoring": 0})
    assert _gate(evening)["anchored"] is False
    evening.made("fundamentals.agree", scores={"anchoring": 1})
    assert _gate(evening)["anchored"] is True


def test_phones_may_say_that_the_question_is_wrong() -> None:
    """While the question is talked about, in at most 280 characters."""
    evening = an_evening()
    early = evening.when(
        "note.write", sender="phone", phone="anna", what="objection", text="For smalt"
    )
    assert refusal(early) == "not_collecting"

    evening.made("block.start", kind="question")
    evening.made("note.write", sender="phone", phone="anna", what="objection", text="For smalt")
    long = evening.when(
        "note.write", sender="phone", phone="anna", what="objection", text="x" * 281
    )

    assert long == Refused("text_long", {"most": 280, "n": 281})
    (note,) = [n for n in evening.it.notes.values() if n.what == "objection"]
    assert (note.text, note.state) == ("For smalt", "waiting")
    assert closing.owed(evening.it) == ()


def test_an_idea_outside_the_room_is_still_owed_an_answer() -> None:
    """«Utenfor» is a mark and no answer (Jevnaker 3.1)."""
    evening = an_evening()
    idea = evening.made("note.write", what="idea", text="Gratis buss for alle")
    evening.made("idea.place", note=idea, room="outside")

    assert evening.it.notes[idea].room == "outside"
    assert idea in closing.unanswered(evening.it)
    need = evening.made("note.write", text="Hjem om kvelden")
    assert refusal(evening.when("idea.place", note=need, room="inside")) == "no_idea"


def test_needs_are_sorted_by_the_kinds_of_the_pack() -> None:
    """A kind that the pack does not know is refused; without kinds there is nothing to sort by."""
    evening = an_evening()
    cluster = evening.made("cluster.make", title="Hjem om kvelden")
    outcome = evening.when("need.sort", cluster=cluster, need_kind="user")
    assert refusal(outcome) == "no_need_kind"

    pack = Pack(need_kinds=(Term(key="user", name="Brukerbehov"),))
    evening.case = evening.it.model_copy(update={"pack": pack})
    evening.made("need.sort", cluster=cluster, need_kind="user")

    assert evening.it.clusters[cluster].need_kind == "user"


def test_what_already_works_is_kept() -> None:
    """The strength-based question has an answer of its own (Gausdal)."""
    evening = an_evening()
    evening.made("strength.write", text="Frivilligsentralen er god på fellesmiddager")

    assert evening.it.strength == "Frivilligsentralen er god på fellesmiddager"
    assert evening.when("strength.write", text=evening.it.strength) == ()


def test_the_hall_says_what_must_lie_fast_and_what_must_be_open() -> None:
    """Only while it is asked; the note keeps its side, no role, and no more than a line."""
    evening = an_evening()
    evening.made("person.join", sender="phone", phone="anna", role="politician")
    written: dict[str, Any] = {"what": "frame", "text": "Tida", "side": "open"}
    early = evening.when("note.write", sender="phone", phone="anna", **written)
    evening.made("block.start", kind="frame")
    evening.made("note.write", sender="phone", phone="anna", **written)
    long = evening.when("note.write", sender="phone", phone="anna", **written | {"text": "x" * 201})
    need = evening.when("note.write", what="need", text="Skyss", side="open")

    (note,) = [n for n in evening.it.notes.values() if n.what == "frame"]
    assert (note.side, note.role, note.table) == ("open", None, None)
    assert (refusal(early), refusal(long)) == ("not_collecting", "text_long")
    assert isinstance(need, tuple)
    assert need[0].side is None  # type: ignore[attr-defined]


def test_each_voice_is_taken_into_the_frame_beside_what_is_there() -> None:
    """Two at once lose nothing of each other or of the rest, in one line each, and once."""
    evening = an_evening()
    evening.made("frame.set", fixed=["Loven"], who_decides="Kommunestyret")
    evening.made("block.start", kind="frame")
    first = evening.made("note.write", what="frame", text="Budsjettet\ni år", side="fixed")
    second = evening.made("note.write", what="frame", text="Rutene", side="open")
    for note in (first, second, first):
        evening.made("frame.take_in", note=note)

    frame = evening.it.frame
    assert (frame.fixed, frame.open) == (("Loven", "Budsjettet i år"), ("Rutene",))
    assert frame.who_decides == "Kommunestyret"
    evening.made("undo")
    assert evening.it.frame.open == ()


def test_only_what_is_about_the_frame_is_taken_in() -> None:
    """A need is no limit, and a slip about the frame says which side it is of."""
    evening = an_evening()
    need = evening.made("note.write", text="Buss om kvelden")
    evening.made("block.start", kind="frame")
    sideless = evening.when("note.write", what="frame", text="Tida")
    slip = {"what": "frame", "text": "Tida", "number": 14, "origin": "paper"}
    evening.made("note.write", side="fixed", **slip)
    turned = evening.when("note.write", side="open", replace=True, **slip)  # type: ignore[arg-type]

    assert refusal(evening.when("frame.take_in", note=need)) == "no_note"
    assert refusal(sideless) == "no_side"
    assert refusal(turned) == "slip_other_kind"
