"""What an IT officer reads of questions: the form, and the words of what was asked."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.test_tried_views import File

Row = tuple[object, ...]


@pytest.fixture
def file(tmp_path: Path) -> Iterator[File]:
    """A gathering where five phones have joined."""
    file = File(tmp_path / "hall.db")
    file.made("evening", "gathering.plan", title="Samling")
    file.made("opened", "gathering.open", gathering="evening")
    for n in range(5):
        file.joins(f"phone-{n}")
    yield file
    file.ledger.close()


def ask(file: File, answers: dict[str, str], **fields: object) -> None:
    """A question that five answer alike."""
    file.made("poll", "poll.open", what="choice", **fields)
    told = {"poll": "poll", "answers": answers}
    for n in range(5):
        file.phone(f"phone-{n}", f"answer-{n}", f"mark-{n}", "poll.answer", **told)
    file.made("closed", "poll.close")


def test_a_typed_statement_stands_with_its_words_and_its_form(file: File) -> None:
    """Without them a row says that i1 got five times yes."""
    ask(file, {"i1": "yes"}, form="statement", items=["Bussen går for sjelden"])

    (row,) = file.rows("SELECT form, item, item_text, step, step_text, voices FROM polls")

    assert row == ("statement", "i1", "Bussen går for sjelden", "yes", None, 5)


def test_what_is_asked_about_a_cluster_reads_as_it_is_called_now(file: File) -> None:
    """The fact holds only its id, and a new title is the one that is read."""
    file.made("bus", "cluster.make", title="Buss")
    file.made("school", "cluster.make", title="Skole")
    ask(file, {"i1": "agree", "i2": "pass"}, title="Enig?", form="agreement", over="need")
    query = "SELECT item_text, step FROM polls ORDER BY item"
    assert file.rows(query) == [("Buss", "agree"), ("Skole", "pass")]

    file.made("renamed", "cluster.rename", cluster="bus", title="Buss om kvelden")

    assert file.rows(query) == [("Buss om kvelden", "agree"), ("Skole", "pass")]


def test_answers_that_were_typed_stand_in_their_words(file: File) -> None:
    """Steps of one's own are s1, s2 and so on in the file."""
    ask(file, {"i1": "s2"}, title="Når?", steps=["Morgen", "Kveld"])

    assert file.rows("SELECT form, step, step_text FROM polls") == [("steps", "s2", "Kveld")]
