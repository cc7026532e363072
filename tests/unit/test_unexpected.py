"""A fault of the program's own is a sentence on the screen, and the whole of it in a file."""

import stat
import sys
from pathlib import Path

import pytest

from screens.cli import front
from screens.desk.wired import WiredDesk
from screens.words import Words


def test_a_fault_is_told_in_a_sentence_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody in a hall can read a traceback, and whoever mends it needs one."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    with pytest.raises(SystemExit) as ended:
        front.stop(ValueError("a fault"))

    (log,) = tmp_path.iterdir()
    said = capsys.readouterr().err
    assert ended.value.code == 2
    assert str(log) in said
    assert "Traceback" not in said
    assert "ValueError: a fault" in log.read_text("utf-8")
    assert sys.platform == "win32" or stat.S_IMODE(log.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("borrowed", "says"), [(False, "Salen går videre"), (True, "øvingen er slutt")]
)
def test_a_fault_of_the_desk_says_how_to_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, borrowed: bool, says: str
) -> None:
    """The meeting goes on without its desk, a practice ends with it, and the log is named."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    desk = WiredDesk(Words(), {}, tmp_path / "min.db", borrowed=borrowed)
    monkeypatch.setattr(desk, "_close_messages_no_wait", lambda: None)
    monkeypatch.setattr(desk, "_exception", ValueError("a fault"))

    desk._fatal_error()

    (log,) = tmp_path.glob("*.log")
    (told,) = desk._exit_renderables
    assert says in str(told)
    assert str(log) in str(told)
    assert "ValueError: a fault" in log.read_text("utf-8")


def test_what_the_system_forbids_names_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No log is written for what whoever sits there can mend."""
    file = str(tmp_path / "a.db")

    with pytest.raises(SystemExit):
        front.stop(PermissionError(13, "Permission denied", file))

    assert f"Fikk ikke brukt {file}" in capsys.readouterr().err
