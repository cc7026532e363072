"""Erased words are gone from every byte: file, log, copies, memory and streams."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from screens.control import Control
from screens.remembering import path_of
from screens.secrets import mark, new_secret
from storage.backup import copies_of
from storage.batch import Wish
from storage.ledger import Ledger
from storage.reader import read_cases
from tests.house.house import ROOT
from tests.web.halls import an_evening, hall, tell
from workshop.commands import PARSE

WORDS = "Naboen Ærlig Hemmelighetsen 🍲 мама drikker"
PATIENCE = 20.0


def medspill(*words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """The program with these words, and what somebody types when it asks."""
    return subprocess.run(
        [sys.executable, "-m", "screens.cli", *words],
        cwd=ROOT,
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def holders(folder: Path, words: str = WORDS) -> list[str]:
    """Every file below a folder that holds the words, or a part of them, in its bytes."""
    parts = [part.encode() for part in (words, words[:20], words[12:27])]
    parts += [json.dumps(words).encode()[1:-1]]
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [p.name for p in files if any(part in p.read_bytes() for part in parts)]


def until(holds: Callable[[], object]) -> None:
    """Wait for something that another process does."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.05)


def said_and_sorted(control: Control) -> tuple[str, str]:
    """A note with the words, edited, moderated, split and sorted; its case and itself."""
    case = an_evening(control)
    note = tell(control, case, "note.write", text=WORDS)
    tell(control, case, "note.edit", note=note, text=f"{WORDS} igjen")
    tell(control, case, "note.moderate", note=note, state="hidden", reason=f"Nevner {WORDS}")
    tell(control, case, "note.split", note=note, texts=[f"{WORDS} én", f"{WORDS} to"])
    tell(control, case, "note.write", text="Denne blir")
    return case, note


def test_an_erased_note_is_in_no_byte_while_the_hall_runs(tmp_path: Path) -> None:
    """File, log and copies are written anew, and neither case nor facts tell the words again."""
    file, copies = tmp_path / "a" / "møte.db", tmp_path / "pinne"
    file.parent.mkdir()
    copies.mkdir()
    with hall(file, "--copies", str(copies)) as control:
        case, note = said_and_sorted(control)
        # What the desk was keying in when it was torn away lies beside the file.
        path_of(file).write_text(json.dumps({"lines": {"needs": {"text": WORDS}}}))
        tell(control, case, "gathering.end")
        until(lambda: copies_of(file, copies))
        assert holders(tmp_path)

        done = medspill("erase", "--file", str(file), "--note", note, "--yes", "--json")
        told = json.loads(done.stdout)
        facts = b"\n".join(control.facts(follow=False)).decode()
        shown = json.dumps(control.get(f"/cases/{case}"), ensure_ascii=False)

        assert (told["notes"], len(told["copies"])) == (1, 1)
        assert WORDS[:20] not in facts + shown
        assert "Denne blir" in shown
        assert holders(tmp_path) == []
    assert holders(tmp_path) == []
    assert [n.text for n in read_cases(file)[case].notes.values()] == ["", "", "", "Denne blir"]


def test_a_case_is_erased_whole_without_a_hall(tmp_path: Path) -> None:
    """Nothing that anybody said is left, and the file says that the case was erased."""
    file = tmp_path / "a.db"
    with hall(file) as control:
        case, _ = said_and_sorted(control)
        tell(control, case, "gathering.end")
    done = medspill("erase", "--file", str(file), "--case", case, "--all", "--yes")

    assert done.returncode == 0, done.stderr
    assert holders(tmp_path) == []
    assert holders(tmp_path, "Hva trenger du for å bo hjemme?") == []
    assert read_cases(file)[case].erased


def wish(secret: str, id_: str, name: str, thing: str = "", **fields: Any) -> Wish:
    """A wish of the phone that holds the secret."""
    command = PARSE.validate_python({"name": name, **fields})
    return Wish(
        id_,
        "case-0001",
        command,
        "d",
        origin="phone",
        sender="phone",
        mark=mark(secret, thing or id_),
        presence=mark(secret, "gathering-1"),
    )


def test_a_code_finds_its_own_words_and_dots_and_nobody_elses(tmp_path: Path) -> None:
    """What that one person wrote and chose is erased; the rest stays as it was."""
    file, secret, other = tmp_path / "a.db", new_secret(), new_secret()
    ledger = Ledger.open(file)

    def desk(id_: str, name: str, **fields: Any) -> None:
        command = PARSE.validate_python({"name": name, **fields})
        ledger.record(Wish(id_, "case-0001", command, "d")).result()

    desk("case-0001", "case.open", title="Sak")
    desk("gathering-1", "gathering.plan", title="Kveld")
    desk("opening-1", "gathering.open", gathering="gathering-1")
    desk("block-001", "block.start", kind="needs")
    for one, text in ((secret, WORDS), (other, "En annens ord")):
        ledger.record(wish(one, f"join-{one}", "person.join", "gathering-1")).result()
        ledger.record(wish(one, f"note-{one}", "note.write", text=text)).result()
    desk("cluster-1", "cluster.make", title="Klynge")
    desk("vote-0001", "vote.open")
    for one in (secret, other):
        fields = {"vote": "vote-0001", "picks": ["cluster-1"]}
        ledger.record(wish(one, f"ballot-{one}", "ballot.cast", "vote-0001", **fields)).result()
    ledger.close()

    wrong = medspill("erase", "--file", str(file), "--code", "ABC", "--yes")
    done = medspill("erase", "--file", str(file), "--code", secret, "--yes", "--json")

    assert wrong.returncode == 2
    assert "ikke skrevet riktig" in wrong.stderr
    told = json.loads(done.stdout)
    assert (told["notes"], told["ballots"]) == (1, 1)
    assert holders(tmp_path) == []
    again = Ledger.open(file)
    assert again.ballot("vote-0001", mark(secret, "vote-0001")) is None
    assert again.ballot("vote-0001", mark(other, "vote-0001")) == ("cluster-1",)
    assert sorted(n.text for n in again.cases["case-0001"].notes.values()) == ["", "En annens ord"]
    again.close()


def test_without_a_typed_word_nothing_goes(tmp_path: Path) -> None:
    """Whoever does not write «slett» keeps everything."""
    file = tmp_path / "a.db"
    with hall(file) as control:
        case, note = said_and_sorted(control)
    done = subprocess.run(
        [sys.executable, "-m", "screens.cli", "erase", "--file", str(file), "--note", note],
        cwd=ROOT,
        input="\n",
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "Ingenting er slettet." in done.stdout
    assert read_cases(file)[case].notes[note].text == f"{WORDS} igjen"


def test_a_sweep_that_was_cut_short_is_finished_when_the_file_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed between emptying and writing anew, the next start does the rest."""
    file = tmp_path / "a.db"
    with hall(file) as control:
        case, note = said_and_sorted(control)
    ledger = Ledger.open(file)
    with monkeypatch.context() as patch:
        patch.setattr("storage.erasing.sweep", lambda _: None)
        command = PARSE.validate_python({"name": "words.forget", "notes": [note]})
        ledger.record(Wish("forget-01", case, command, None)).result()
    ledger._file.lock.release()
    del ledger

    Ledger.open(file).close()

    assert holders(tmp_path) == []


def test_a_stick_that_is_out_is_swept_when_it_is_in_again(tmp_path: Path) -> None:
    """Erasing says loudly which copies it could not reach, and does those when it can."""
    file, stick, out = tmp_path / "a.db", tmp_path / "pinne", tmp_path / "ute"
    stick.mkdir()
    with hall(file, "--copies", str(stick)) as control:
        case, note = said_and_sorted(control)
        tell(control, case, "gathering.end")
        until(lambda: copies_of(file, stick))
        stick.rename(out)
        done = medspill("erase", "--file", str(file), "--note", note, "--yes")
        assert done.returncode == 2
        assert "Sett inn minnepinnen" in done.stderr
        assert holders(out)
        out.rename(stick)
        tell(control, case, "note.write", text="Noe nytt")
    assert holders(tmp_path) == []


def test_words_lead_to_the_note_that_holds_them(tmp_path: Path) -> None:
    """Whoever is asked to erase knows the words, and gets the id; looking erases nothing."""
    file = tmp_path / "a.db"
    with hall(file) as control:
        case = an_evening(control)
        note = tell(control, case, "note.write", text=WORDS)
        tell(control, case, "note.write", text="Noe annet")
    shown = medspill("erase", "--file", str(file), "--find", "hemmelighetsen")
    found = json.loads(medspill("erase", "--file", str(file), "--find", "ærlig", "--json").stdout)
    nothing = medspill("erase", "--file", str(file), "--find", "finnes ikke")

    assert f"--case {case} --note {note}" in shown.stdout
    assert found == [{"case": case, "note": note, "text": WORDS}]
    assert nothing.returncode == 2
    assert holders(tmp_path)
