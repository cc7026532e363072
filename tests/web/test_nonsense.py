"""What a hall says to nonsense: on its ports, on the wire, and at its start."""

import json
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from screens.control import Control
from tests.house.house import ROOT
from tests.web.halls import WORDS, ask, command, hall, run


@pytest.fixture
def control(tmp_path: Path) -> Iterator[Control]:
    with hall(tmp_path / "hall.db") as running:
        yield running


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"id": "\\ud800aaaaaaaa", "name": "undo"}',
        b'{"id": "aaaaaaaaaa", "name": "nothing.such"}',
        b'{"id": "aaaaaaaaaa", "case": "bbbbbbbbbb", "name": "note.write"}',
        b'{"id": "aaaaaaaaaa", "case": "bbbbbbbbbb", "name": "note.write", "text": 5}',
        b'{"id": "a", "name": "case.open", "title": "Sak"}',
        b'{"id": "aaaaaaaaaa", "name": "case.open", "title": "\\u0000"}',
        b'{"id": "aaaaaaaaaa", "name": "case.open", "title": "x", "extra": 1}',
        b"x" * 300_000,
    ],
)
def test_garbage_is_answered_with_a_sentence(control: Control, body: bytes) -> None:
    """4xx with a reason and a message; the hall goes on, and nothing is stored."""
    headers = {"Authorization": f"Bearer {control.about['token']}"}

    status, said = ask(control.about["control_url"], "/command", body, **headers)

    assert 400 <= status < 500
    assert json.loads(said)["message"]
    assert control.get("/cases") == {"cases": []}


@pytest.mark.parametrize("path", ["/command", "/commands", "/erase", "/venue"])
def test_a_pit_of_brackets_is_answered_too(control: Control, path: str) -> None:
    """What is nested deeper than can be read is malformed, not a fault of the hall's."""
    headers = {"Authorization": f"Bearer {control.about['token']}"}

    for body in (b"[" * 100_000, b'{"id":' * 5_000, b'[{"at": 1' + b"0" * 30 + b"}]"):
        status, said = ask(control.about["control_url"], path, body, **headers)

        assert 400 <= status < 500 or not json.loads(said)["ok"]
        assert "Internal" not in said.decode()


def test_a_route_used_the_wrong_way_says_so_in_words(control: Control) -> None:
    """Every refusal is JSON with a reason and a message."""
    headers = {"Authorization": f"Bearer {control.about['token']}"}

    for path, body in (("/command", None), ("/cases", b"{}"), ("/nowhere", None)):
        status, said = ask(control.about["control_url"], path, body, **headers)

        assert status in {404, 405}
        assert json.loads(said)["reason"] in {"not_found", "method"}
        assert json.loads(said)["message"]


def test_nonsense_on_the_wire_leaves_no_line_in_the_log(tmp_path: Path) -> None:
    """Whoever knocks on the phones' port all evening does not fill the disk."""
    log = tmp_path / "err"
    with log.open("w") as err:
        process = subprocess.Popen(
            command(tmp_path / "a.db"), cwd=ROOT, stdout=subprocess.PIPE, stderr=err, text=True
        )
        assert process.stdout is not None
        place = urlsplit(json.loads(process.stdout.readline())["phone_url"])
        with socket.create_connection((place.hostname, place.port)) as knock:
            knock.sendall(b"\x16\x03\x01 nonsense\r\n\r\n")
            assert b"400" in knock.recv(100)
        process.terminate()
        process.communicate(timeout=20)

    assert log.read_text() == ""


def test_a_taken_port_stops_the_hall_with_a_sentence(tmp_path: Path) -> None:
    """It never moves to another port silently."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = run(
            "hall", "--file", str(tmp_path / "a.db"), "--bind", "127.0.0.1", "--lan-port", port
        )

        control = run("hall", "--file", str(tmp_path / "a.db"), *WORDS, "--control-port", port)

    assert done.returncode == control.returncode == 2
    assert f"Port {port} er opptatt" in done.stderr
    assert "--lan-port" in done.stderr
    assert "--control-port" in control.stderr


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("hall", "--file", "{room}/nowhere/a.db"), "finnes ikke"),
        (("hall", "--file", "{room}"), "er en mappe"),
        (("hall", "--file", "{room}/a.txt"), "ikke en Medspill-fil"),
        (("hall", "--file", "{room}/b.db", "--case", "unknown"), "finnes ikke"),
        (("hall", "--lan-port", "many"), "må være et tall fra 0 til 65535"),
        (("--lan-port", "many"), "må være et tall fra 0 til 65535"),
        (("hall", "--file", "{room}/b.db", "--host", "not/a/host"), "kan ikke være en adresse"),
        (("hall", "--file", "{room}/b.db", "--host", "300.1.1.1"), "kan ikke være en adresse"),
        (("hall", "--file", "{room}/b.db", "--bind", "no.such"), "ikke adressen no.such"),
        (("report", "--format", "pdf"), "må være en av disse: md, html, json"),
        (("hall", "--nonsense"), "finnes ikke"),
        (("nonsense",), "er ingen kommando"),
        (("--file", "{room}/b.db"), "terminalvindu"),
    ],
)
def test_wrong_words_get_a_sentence_and_exit_status_two(
    tmp_path: Path, words: tuple[str, ...], sentence: str
) -> None:
    """What is wrong and what to do, never a traceback."""
    (tmp_path / "a.txt").write_text("Handleliste: melk, brød, egg og kaffe")

    done = run(*(word.format(room=tmp_path) for word in words))

    assert done.returncode == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
