"""Copies are told apart, found on another machine, and keep no word that was erased."""

import os
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from screens.venue import Venue
from storage.backup import KEPT, copies_of, look_at, make_copy, put_back
from storage.batch import Wish
from storage.ledger import Ledger
from storage.reader import read_cases
from tests.web.halls import hall, tell
from tests.web.test_erase import WORDS, holders, medspill
from workshop.commands import PARSE

NOW = datetime(2026, 11, 21, 18, 0, tzinfo=UTC)


def a_file(path: Path, words: str = "Ingenting") -> str:
    """A file with one note; the note's id."""
    path.parent.mkdir(exist_ok=True)
    ledger = Ledger.open(path)
    for id_, name, fields in (
        ("case-0001", "case.open", {"title": "Sak"}),
        ("note-0001", "note.write", {"text": words}),
    ):
        command = PARSE.validate_python({"name": name, **fields})
        ledger.record(Wish(id_, "case-0001", command, "d")).result()
    ledger.close()
    return "note-0001"


@pytest.mark.parametrize(("one", "two"), [("møte", "møte 2"), ("a", "a"), ("a [1]", "a [2]")])
def test_copies_on_a_shared_stick_are_told_apart(tmp_path: Path, one: str, two: str) -> None:
    """By name and by whose they are: another's are neither counted, taken away nor emptied."""
    stick = tmp_path / "pinne"
    stick.mkdir()
    mine, other = tmp_path / "her" / f"{one}.db", tmp_path / "der" / f"{two}.db"
    note = a_file(mine, WORDS)
    a_file(other, "En annens ord")
    theirs = make_copy(other, stick, NOW + timedelta(days=1))
    ours = [make_copy(mine, stick, NOW + timedelta(minutes=i)) for i in range(KEPT + 1)][:0:-1]
    ledger = Ledger.open(mine)
    ledger.keep("venue", Venue(copies=str(stick)).model_dump_json())
    ledger.close()

    assert copies_of(mine, stick) == ours
    assert copies_of(other, stick) == [theirs]
    done = medspill("erase", "--file", str(mine), "--note", note, "--yes")
    assert done.returncode == 0, done.stderr
    assert holders(tmp_path, WORDS) == []
    (kept,) = read_cases(theirs).values()
    assert [n.text for n in kept.notes.values()] == ["En annens ord"]


def test_two_copies_of_one_second_are_both_kept(tmp_path: Path) -> None:
    """A hall that stopped and one that starts may copy at once, and not hold the same."""
    file = tmp_path / "a.db"
    a_file(file)
    with ThreadPoolExecutor(4) as halls:
        made = list(halls.map(lambda _: make_copy(file, tmp_path, NOW), range(4)))

    assert copies_of(file, tmp_path) == sorted(made, reverse=True)
    assert len({look_at(copy).at for copy in made if look_at(copy).whole}) == 4


def test_a_half_that_was_cut_short_goes_and_one_on_its_way_stays(tmp_path: Path) -> None:
    """Another hall may be copying to the same stick; what a torn laptop left is cleared away."""
    file = tmp_path / "a.db"
    a_file(file)
    torn, going = (
        tmp_path / f"a {at.astimezone():%Y-%m-%d %H.%M.%S}.half"
        for at in (NOW - timedelta(hours=2), NOW - timedelta(minutes=1))
    )
    for half in (torn, going):
        half.touch()
    make_copy(file, tmp_path, NOW)

    assert (torn.exists(), going.exists()) == (False, True)


def test_the_time_of_a_copy_is_the_one_in_its_name(tmp_path: Path) -> None:
    """Who copies it on to another stick changes the time of the file, and not what it is."""
    a_file(tmp_path / "a.db")
    copy = make_copy(tmp_path / "a.db", tmp_path, NOW)
    os.utime(copy, (0, 0))

    assert look_at(copy).at == NOW


def test_another_machine_finds_the_copies_by_their_ending(tmp_path: Path) -> None:
    """The file has another name there, or none yet; whoever restores need not know it."""
    stick = tmp_path / "pinne"
    stick.mkdir()
    a_file(tmp_path / "her" / "kveld.db")
    make_copy(tmp_path / "her" / "kveld.db", stick, NOW)
    new = tmp_path / "ny" / "medspill.db"

    done = medspill("restore", "--file", str(new), "--from", str(stick), "--pick", "1")

    assert done.returncode == 0, done.stderr
    assert len(read_cases(new)) == 1


def test_what_was_moved_aside_is_a_copy_too(tmp_path: Path) -> None:
    """Erased words do not stay in the file that a copy took the place of."""
    file = tmp_path / "her" / "a.db"
    note = a_file(file, WORDS)
    copy = make_copy(file, tmp_path, NOW)
    back = medspill("restore", "--file", str(file), "--from", str(tmp_path), "--pick", "1")
    copy.unlink()
    assert back.returncode == 0
    assert len(holders(tmp_path, WORDS)) == 2

    done = medspill("erase", "--file", str(file), "--note", note, "--yes")

    assert done.returncode == 0, done.stderr
    assert holders(tmp_path, WORDS) == []


def test_words_that_a_copy_has_still_to_forget_do_not_come_back_with_it(tmp_path: Path) -> None:
    """Erased while the stick was out, and then the stick's copy is put back: they stay erased."""
    file, stick, out = tmp_path / "her" / "a.db", tmp_path / "pinne", tmp_path / "ute"
    note = a_file(file, WORDS)
    stick.mkdir()
    make_copy(file, stick, NOW)
    ledger = Ledger.open(file)
    ledger.keep("venue", Venue(copies=str(stick)).model_dump_json())
    ledger.close()
    stick.rename(out)
    assert "Sett inn" in medspill("erase", "--file", str(file), "--note", note, "--yes").stderr

    done = medspill("restore", "--file", str(file), "--from", str(out), "--pick", "1")

    assert done.returncode == 0, done.stderr
    assert holders(tmp_path / "her", WORDS) == []
    out.rename(stick)
    with hall(file, "--copies", str(stick)) as control:
        tell(control, "case-0001", "note.write", text="Noe nytt")
    assert holders(tmp_path, WORDS) == []


def test_every_folder_that_has_had_copies_is_swept(tmp_path: Path) -> None:
    """Two sticks that took turns, and a copy that was cut short: no words stay on either."""
    file, first, second = tmp_path / "a.db", tmp_path / "en", tmp_path / "to"
    note = a_file(file, WORDS)
    for stick in (first, second):
        stick.mkdir()
        with hall(file) as control:
            control.keep(copies=str(stick))
            tell(control, "case-0001", "note.write", text="Noe nytt")
    (second / "a 2026-11-25 10.00.00.half").write_text(WORDS, "utf-8")
    assert len(holders(tmp_path, WORDS)) == 4

    done = medspill("erase", "--file", str(file), "--note", note, "--yes")

    assert done.returncode == 0, done.stderr
    assert holders(tmp_path, WORDS) == []


def test_a_fact_is_known_by_its_id_where_an_older_copy_was_put_back(tmp_path: Path) -> None:
    """The same number is another fact in a copy from before: that one keeps its words."""
    file, stick = tmp_path / "a.db", tmp_path / "pinne"
    stick.mkdir()
    a_file(file)
    older = make_copy(file, tmp_path, NOW - timedelta(days=1))
    with hall(file, "--copies", str(stick)) as control:
        tell(control, "case-0001", "note.write", text="Sagt før PC-en stoppet")
    put_back(older, file, NOW)
    older.unlink()
    with hall(file, "--copies", str(stick)) as control:
        note = tell(control, "case-0001", "note.write", text=WORDS)
    done = medspill("erase", "--file", str(file), "--note", note, "--yes")

    assert done.returncode == 0, done.stderr
    assert holders(tmp_path, WORDS) == []
    copies = [read_cases(copy)["case-0001"] for copy in copies_of(file, stick)]
    texts = {n.text for case in copies for n in case.notes.values()}
    assert "Sagt før PC-en stoppet" in texts
