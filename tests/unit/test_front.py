"""What is said before the name of a command holds for the command."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from screens.cli.front import front_door, run


def test_a_file_before_the_command_is_the_file_of_the_command(tmp_path: Path) -> None:
    """Nothing is written in another file than the one that was named; the nearest name wins."""
    before, after = tmp_path / "before.db", tmp_path / "after.db"
    named = ("title=Skyss", "municipality=Skauli", "size=small", "process=administrative")
    wish = ("do", "case.open", *named)
    one = CliRunner().invoke(front_door, ["--file", str(before), *wish])

    assert (one.exit_code, before.is_file(), after.is_file()) == (0, True, False), one.output
    other = CliRunner().invoke(front_door, ["--file", str(before), *wish, "--file", str(after)])
    assert (other.exit_code, after.is_file()) == (0, True), other.output


@pytest.mark.parametrize(
    ("given", "command"),
    [
        (("--file", "a.db"), ("pack", "list")),
        (("--file", "a.db"), ("keys",)),
        (("--lan-port", "0"), ("pack", "list")),
    ],
)
def test_what_a_command_does_not_take_is_refused_in_a_sentence(
    given: tuple[str, str], command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody believes that a file counted which the command never looked at."""
    with pytest.raises(SystemExit) as ended:
        run([*given, *command])

    told = capsys.readouterr()
    assert (ended.value.code, told.out) == (2, "")
    assert told.err.startswith(f"Valget {given[0]} gjelder ikke «medspill {command[0]}»")
