"""`medspill do`: the acts of the desk as plain commands, with a hall and without one."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from screens.cli.doing import command
from screens.cli.voice import Stop
from storage.reader import read_cases
from tests.web.halls import an_evening, hall


def do(file: Path, *words: str, typed: str = "") -> Result:
    """The command in this process, as somebody types it."""
    arguments = [*words, "--file", str(file)]
    return CliRunner().invoke(command, arguments, input=typed, standalone_mode=False)


def status(result: Result) -> int:
    """What the shell sees: the command's own answer, or that it was stopped."""
    return 2 if isinstance(result.exception, Stop) else result.return_value or 0


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with a case, and no hall."""
    assert "Gjort: case.open" in do(tmp_path / "a.db", "case.open", "title=Kveldsbuss").output
    return tmp_path / "a.db"


def test_the_words_go_through_the_hall_that_runs(tmp_path: Path) -> None:
    """What is typed is done in the room, and the answer names the id for later."""
    file = tmp_path / "hall.db"
    with hall(file) as control:
        case = an_evening(control)
        done = do(file, "note.write", "text=Buss om kvelden", "origin=paper", "table=3", "--json")
        notes = control.get(f"/cases/{case}")["notes"]

    answer = json.loads(done.output)
    assert answer["ok"]
    assert notes[answer["command"]]["text"] == "Buss om kvelden"
    assert (notes[answer["command"]]["table"], notes[answer["command"]]["origin"]) == (3, "paper")


def test_a_text_of_digits_stays_a_text_and_a_list_is_a_list(file: Path) -> None:
    """Each value is read as its field wants it: «123» as words, a number as a number."""
    do(file, "note.write", "text=123")
    do(file, "note.write", "text=true")
    do(file, "frame.set", "fixed=Loven, Budsjettet", "open=Rutene")

    (case,) = read_cases(file).values()
    assert [note.text for note in case.notes.values()] == ["123", "true"]
    assert case.frame.fixed == ("Loven", "Budsjettet")
    assert case.frame.open == ("Rutene",)


def test_lines_come_from_standard_input_and_each_is_answered(file: Path) -> None:
    """One line, one answer; some refused is status 1, none done is status 2."""
    some = do(file, "-", typed='note.write text="Buss om kvelden"\n# ikke dette\nvote.close\n')
    none = do(file, "vote.close")

    assert some.output.splitlines()[0].startswith("Gjort: note.write. Id: ")
    assert some.output.splitlines()[1] == "Ikke gjort: vote.close. Det er ingen åpen stemming."
    assert len(some.output.splitlines()) == 2
    assert (status(some), status(none)) == (1, 2)


def test_a_slip_is_undone_with_a_word(file: Path) -> None:
    """`undo` takes back the last thing that was done, as u does at the desk."""
    do(file, "note.write", "text=En glipp")
    assert "Gjort: undo" in do(file, "undo").output

    (case,) = read_cases(file).values()
    assert case.notes == {}


def test_what_is_needed_to_type_the_next_command_can_be_asked_for(file: Path) -> None:
    """Where one is, what waits, what things are called, and what undo would take back."""
    do(file, "note.write", "text=Buss om kvelden", "origin=paper")
    (case,) = read_cases(file).values()
    (note,) = case.notes

    assert "1 lapp venter på deg." in do(file, "status").output.splitlines()
    assert f"{note}: «Buss om kvelden»" in do(file, "waiting").output
    assert f"note={note} «Buss om kvelden»" in do(file, "things").output
    assert f"{note}: La inn lappen: «Buss om kvelden»" in do(file, "history").output
    assert f"{case.id} «Kveldsbuss»" in do(file, "cases").output
    lines = json.loads(do(file, "status", "--json").output)["lines"]
    assert {"key": "case", "text": "Sak: Kveldsbuss."} in lines
    assert "Åpne en samling først" in str(do(file, "next").exception)


def test_the_place_is_kept_and_the_wall_follows_a_case(tmp_path: Path) -> None:
    """What the desk asks about the room can be typed; the password is never read out."""
    file = tmp_path / "hall.db"
    with hall(file) as control:
        first = an_evening(control)
        an_evening(control)
        kept = do(file, "venue", "wifi=Grendehus", "password=hemmelig", "coming=80")
        refused = do(file, "venue", "coming=mange")
        followed = do(file, "follow", "--case", first)
        shown = control.get("/hall")["case"]
        steps = [
            do(file, "block.plan", f"gathering={g}", "kind=sort", "--case", first)
            for g in control.get(f"/cases/{first}")["gatherings"]
        ]
        went = do(file, "next", "--case", first)
        case = control.get(f"/cases/{first}")

    assert "wifi=Grendehus" in kept.output.splitlines()
    assert "coming=80" in kept.output.splitlines()
    assert "hemmelig" not in kept.output
    assert (status(kept), status(refused)) == (0, 2)
    assert "«Gode år hjemme»" in followed.output
    assert shown == first
    assert all(status(step) == 0 for step in (*steps, went))
    assert (case["running"]["kind"], case["station"]) == ("sort", 5)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("note.wrte",), "Mente du note.write"),
        (("helt.annet.xyz",), "--list"),
        (("note.write",), "Mangler: text."),
        (("note.write", "text=a", "farge=rød"), "Kjenner ikke: farge."),
        (("vote.open", "dots=99"), "Passer ikke: dots."),
        (("note.write", "Buss"), "felt=verdi"),
    ],
)
def test_wrong_words_say_what_is_right(file: Path, words: tuple[str, ...], told: str) -> None:
    """A sentence that says what the command takes, status 2, and nothing done."""
    result = do(file, *words)

    assert isinstance(result.exception, Stop)
    assert told in result.exception.message
    assert status(result) == 2
    (case,) = read_cases(file).values()
    assert case.notes == {}


def test_every_command_is_listed_with_its_fields(file: Path) -> None:
    """The list is made from the commands themselves, so that none is missing."""
    from workshop.commands import COMMANDS

    listed = do(file, "--list").output
    assert all(f"  {name}" in listed for name in COMMANDS)
    assert "note.write what text*" in listed
