"""The ledger: durable, exactly once, one writer, never changed."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from storage.batch import Receipt, Wish
from storage.file import beside, open_to_read
from storage.ledger import Ledger
from storage.trouble import Trouble
from workshop.basics import Refused
from workshop.commands import PARSE

CASE = "case-0001"
PHONE: dict[str, Any] = {"sender": "phone", "origin": "phone", "presence": "P"}


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    ledger = Ledger.open(tmp_path / "møte.db")
    yield ledger
    ledger.close()


def wish(command_id: str, name: str, *, digest: str | None = "d", **fields: Any) -> Wish:
    """A wish of the desk's, or a phone's where marks are given."""
    about = {k: fields.pop(k) for k in ("mark", "presence", "origin", "sender") if k in fields}
    return Wish(command_id, CASE, PARSE.validate_python({"name": name, **fields}), digest, **about)


def tell(ledger: Ledger, command_id: str, name: str, **fields: Any) -> Receipt | Refused:
    """Record a wish and wait for the answer."""
    return ledger.record(wish(command_id, name, **fields)).result(timeout=10)


def gather(ledger: Ledger) -> None:
    """Open a case and a gathering, and let one phone join."""
    tell(ledger, CASE, "case.open", title="Gode år")
    tell(ledger, "gathering", "gathering.plan", title="Samling")
    tell(ledger, "opening-1", "gathering.open", gathering="gathering")
    tell(ledger, "block-001", "block.start", kind="needs")
    tell(ledger, "joining-1", "person.join", mark="P", **PHONE)


def test_what_was_receipted_is_there_when_the_file_is_opened_again(ledger: Ledger) -> None:
    """A case that is read back is equal to the one that was written."""
    tell(ledger, CASE, "case.open", title="Gode år")
    for i in range(20):
        tell(ledger, f"need-{i:04d}", "note.write", text=f"Behov {i}")
    case = ledger.cases[CASE]
    ledger.close()

    again = Ledger.open(ledger.path)

    assert again.cases[CASE] == case
    again.close()


def test_the_same_command_twice_is_one_fact_and_the_first_receipt(ledger: Ledger) -> None:
    """Whoever got no answer can always send again, also after a restart."""
    tell(ledger, CASE, "case.open", title="Gode år")
    first = tell(ledger, "need-0001", "note.write", text="Buss")
    ledger.close()
    again = Ledger.open(ledger.path)

    second = tell(again, "need-0001", "note.write", text="Buss")

    assert isinstance(first, Receipt)
    assert isinstance(second, Receipt)
    assert (second.seq, second.at, second.repeated) == (first.seq, first.at, True)
    assert len(again.cases[CASE].notes) == 1
    again.close()


def test_the_same_id_with_other_words_is_refused_for_the_desk(ledger: Ledger) -> None:
    """An id names one command."""
    tell(ledger, CASE, "case.open", title="Gode år")
    tell(ledger, "need-0001", "note.write", text="Buss")

    assert tell(ledger, "need-0001", "note.write", text="Båt", digest="e") == Refused("id_used")


def test_a_phones_same_id_with_other_words_is_an_edit(ledger: Ledger) -> None:
    """Back, edit, send again: the note has the new words, once."""
    gather(ledger)
    tell(ledger, "need-0001", "note.write", text="Buss", mark="M", **PHONE)

    edit = tell(ledger, "need-0001", "note.write", text="Båt", digest="e", mark="M", **PHONE)
    again = tell(ledger, "need-0001", "note.write", text="Båt", digest="e", mark="M", **PHONE)

    assert isinstance(edit, Receipt)
    assert isinstance(again, Receipt)
    assert (edit.edited, again.repeated) == (True, True)
    assert [n.text for n in ledger.cases[CASE].notes.values()] == ["Båt"]


def test_two_hundred_wishes_at_once_are_each_there_once(ledger: Ledger) -> None:
    """Those that come together share commits, and every one has its own receipt."""
    tell(ledger, CASE, "case.open", title="Gode år")
    asked = [ledger.record(wish(f"n-{i:06d}", "note.write", text=f"{i}")) for i in range(200)]

    seqs = [answer.seq for a in asked if isinstance(answer := a.result(timeout=10), Receipt)]

    assert sorted(seqs) == list(range(2, 202))
    assert len(ledger.cases[CASE].notes) == 200


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM facts",
        "UPDATE facts SET kind = 'other'",
        'UPDATE facts SET words = \'{"title": "Other"}\'',
        "UPDATE facts SET words = '{}', body = '{}'",
    ],
)
def test_the_file_refuses_to_change_or_delete_a_fact(ledger: Ledger, statement: str) -> None:
    """Whoever opens the file with another program cannot rewrite what happened."""
    tell(ledger, CASE, "case.open", title="Gode år")
    other = sqlite3.connect(ledger.path)

    with pytest.raises(sqlite3.IntegrityError):
        other.execute(statement)
    other.close()


def test_words_can_be_emptied_and_the_case_still_stands(ledger: Ledger) -> None:
    """Forgetting empties the words of a fact and nothing else."""
    tell(ledger, CASE, "case.open", title="Gode år")
    tell(ledger, "need-0001", "note.write", text="Kari har vondt i ryggen")
    ledger.close()
    other = sqlite3.connect(ledger.path)
    other.execute("UPDATE facts SET words = '{}' WHERE command = 'need-0001'")
    other.commit()
    other.close()

    again = Ledger.open(ledger.path)

    assert again.cases[CASE].notes["need-0001"].text == ""
    again.close()


def test_a_ballot_says_nothing_of_its_choice_in_the_facts(ledger: Ledger) -> None:
    """The choice lies apart, under a mark that no fact holds."""
    gather(ledger)
    tell(ledger, "cluster-1", "cluster.make", title="Buss")
    tell(ledger, "thevote-1", "vote.open")
    picks = {"vote": "thevote-1", "picks": ["cluster-1"]}
    tell(ledger, "ballot-01", "ballot.cast", mark="V", **picks, **PHONE)

    db = sqlite3.connect(ledger.path)
    (fact,) = db.execute("SELECT * FROM facts WHERE command = 'ballot-01'").fetchall()
    choices = db.execute("SELECT * FROM choices").fetchall()
    db.close()

    assert "cluster-1" not in repr(fact)
    assert choices == [("thevote-1", "V", '["cluster-1"]')]


def test_undoing_a_paper_ballot_takes_its_dots_back(ledger: Ledger) -> None:
    """What is withdrawn is not counted when the vote is closed."""
    gather(ledger)
    tell(ledger, "cluster-1", "cluster.make", title="Buss")
    tell(ledger, "thevote-1", "vote.open")
    paper: dict[str, Any] = {"vote": "thevote-1", "picks": ["cluster-1"], "digest": None}
    tell(ledger, "paper-001", "ballot.cast", origin="paper", number=1, **paper)
    tell(ledger, "paper-002", "ballot.cast", origin="paper", number=2, **paper)

    tell(ledger, "undoing-1", "undo")
    tell(ledger, "closing-1", "vote.close")

    vote = ledger.cases[CASE].votes["thevote-1"]
    assert (vote.counts, vote.turnout) == ({"cluster-1": 1}, {"paper": 1})


def test_a_full_disk_is_said_and_nothing_is_half_stored(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the file refuses, the sender is told, and memory is as before."""
    tell(ledger, CASE, "case.open", title="Gode år")

    def refuse(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as full:
        full.setattr("storage.rows.append", refuse)
        with pytest.raises(Trouble, match="not_stored"):
            tell(ledger, "need-0001", "note.write", text="Buss")

    assert ledger.cases[CASE].notes == {}
    assert isinstance(tell(ledger, "need-0001", "note.write", text="Buss"), Receipt)


def test_views_tell_of_scores_and_answers(ledger: Ledger) -> None:
    """Another program reads products, counts and what was agreed on as plain tables."""
    tell(ledger, CASE, "case.open", title="Gode år", pack="lier")
    scores = {"need": 2, "value": 1, "driver": 4, "team": 3}
    tell(ledger, "five-0001", "fundamentals.agree", scores=scores)
    tell(ledger, "five-0002", "fundamentals.agree", scores={"anchoring": 3})
    item = ledger.cases[CASE].pack.checklists[0].items[0].key
    fields = {"checklist": "principles", "item": item}
    tell(ledger, "list-0001", "checklist.agree", step="no", **fields)
    tell(ledger, "list-0002", "checklist.agree", action="Kurs", **fields)
    tell(ledger, "eve-00001", "gathering.plan", title="Kveld")
    tell(ledger, "open-0001", "gathering.open", gathering="eve-00001")
    tell(ledger, "poll-0001", "poll.open", what="fundamentals")
    answer = {"poll": "poll-0001", "answers": {"need": "4"}, "number": 1}
    tell(ledger, "ans-00001", "poll.answer", **answer)
    tell(ledger, "close-001", "poll.close")

    with closing(open_to_read(ledger.path)) as reader:
        products = reader.execute("SELECT id, need, anchoring, product FROM fundamentals")
        assert products.fetchall() == [("five-0001", 2, 3, 72)]
        agreed = reader.execute("SELECT checklist, step, action FROM checklists").fetchall()
        assert agreed == [("principles", "no", "Kurs")]
        counts = reader.execute("SELECT poll, what, item, step, voices FROM polls").fetchall()
        assert counts == [("poll-0001", "fundamentals", "need", "4", 1)]


def test_views_give_the_facts_a_face(ledger: Ledger) -> None:
    """Another program reads needs, clusters and votes as plain tables."""
    tell(ledger, CASE, "case.open", title="Gode år")
    tell(ledger, "need-0001", "note.write", text="Bus", table=4)
    tell(ledger, "edit-0001", "note.edit", note="need-0001", text="Buss")
    tell(ledger, "cluster-1", "cluster.make", title="Reise", notes=["need-0001"])
    tell(ledger, "cluster-2", "cluster.make", title="Angret")
    tell(ledger, "undoing-1", "undo")
    tell(ledger, "cluster-3", "cluster.make", title="Ferd")
    tell(ledger, "merging-1", "cluster.merge", cluster="cluster-3", into="cluster-1")

    db = open_to_read(ledger.path)
    needs = db.execute("SELECT text, cluster, table_no, state FROM needs").fetchall()
    clusters = db.execute("SELECT title, merged_into FROM clusters").fetchall()
    for view in ("cases", "ideas", "votes", "rounds", "actors", "suggestions", "offers", "fates"):
        db.execute(f"SELECT * FROM {view}").fetchall()  # noqa: S608 - our own names
    db.close()

    assert needs == [("Buss", "cluster-1", 4, "waiting")]
    assert clusters == [("Reise", None), ("Ferd", "cluster-1")]


def test_a_second_writer_is_told_that_the_file_is_in_use(ledger: Ledger) -> None:
    """One process writes a file, ever."""
    with pytest.raises(Trouble, match="in_use"):
        Ledger.open(ledger.path)


def test_the_file_is_for_its_owner_only(ledger: Ledger) -> None:
    """Nobody else on a shared computer reads what people said."""
    assert ledger.path.stat().st_mode & 0o077 == 0
    assert not beside(ledger.path, ".run").exists()


def test_what_was_so_already_is_not_done_later_when_it_is_sent_again(ledger: Ledger) -> None:
    """A ballot that changed nothing must not take the place of the one that came after it."""
    gather(ledger)
    clusters = [str(n) for n in range(3)]
    for cluster in clusters:
        tell(ledger, cluster * 8, "cluster.make", title=f"Klynge {cluster}")
    tell(ledger, "vote-open", "vote.open")

    def cast(command_id: str, pick: str) -> Receipt | Refused:
        picks = [pick * 8]
        return tell(
            ledger, command_id, "ballot.cast", vote="vote-open", picks=picks, mark="M", **PHONE
        )

    cast("ballot-1", "0")
    same = cast("ballot-2", "0")
    cast("ballot-3", "1")
    late = cast("ballot-2", "0")

    assert isinstance(same, Receipt)
    assert isinstance(late, Receipt)
    assert (late.repeated, late.seq) == (True, same.seq)
    assert ledger.ballot("vote-open", "M") == ("1" * 8,)
