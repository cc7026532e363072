"""The hall as a process: its first line, its two ports, bad words, and a clean end."""

import http.client
import json
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from screens import addresses
from screens.control import Control
from tests.house.house import ROOT
from tests.web.halls import WORDS, an_evening, command, hall, tell


@pytest.fixture
def control(tmp_path: Path) -> Iterator[Control]:
    with hall(tmp_path / "hall.db") as running:
        yield running


def ask(url: str, path: str = "/", body: bytes | None = None, **headers: str) -> tuple[int, bytes]:
    """One request to one port, as anybody could send it."""
    place = urlsplit(url)
    connection = http.client.HTTPConnection(place.hostname or "", place.port or 80, timeout=10)
    connection.request("GET" if body is None else "POST", path, body, headers)
    answer = connection.getresponse()
    said = answer.status, answer.read()
    connection.close()
    return said


def run(*words: str) -> subprocess.CompletedProcess[str]:
    """The program with these words."""
    return subprocess.run(
        [sys.executable, "-m", "screens.cli", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_the_first_line_tells_all_that_a_client_needs(control: Control) -> None:
    """One JSON object with addresses, token, process, file and SQLite's version."""
    about = control.about

    assert set(about) >= {"phone_url", "code", "control_url", "token", "pid", "file", "sqlite"}
    assert about["code"] is None
    assert about["sqlite"] == sqlite3.sqlite_version
    assert ask(about["phone_url"])[0] == 200


def test_the_control_port_wants_the_token_and_a_loopback_host(control: Control) -> None:
    """Without the token, with a wrong one, or under another host name there is nothing."""
    url, token = control.about["control_url"], f"Bearer {control.about['token']}"

    assert ask(url, "/cases")[0] == 403
    assert ask(url, "/cases", Authorization="Bearer wrong")[0] == 403
    assert ask(url, "/cases", Authorization=token, Host="evil.test")[0] == 403
    assert ask(url, "/cases", Authorization=token)[0] == 200


def test_the_phones_port_has_no_control(control: Control) -> None:
    """No route of the control port answers on the other, token or not."""
    url, token = control.about["phone_url"], f"Bearer {control.about['token']}"

    for path in ("/command", "/cases", "/facts", "/hall", "/hall/stop"):
        assert ask(url, path, Authorization=token)[0] == 404
        assert ask(url, path, b"{}", Authorization=token)[0] in {403, 404, 405}


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


def test_phones_are_answered_under_every_address_of_this_machine(tmp_path: Path) -> None:
    """Who scanned the code before the address moved still gets through; a made-up name does not."""
    with hall(tmp_path / "hall.db", "--host", "192.168.8.2") as control:
        port = control.about["lan_port"]
        for own in addresses.own():
            assert ask(f"http://127.0.0.1:{port}", Host=f"{own}:{port}")[0] == 200, own
        assert ask(f"http://127.0.0.1:{port}", Host=f"gran.example:{port}")[0] == 421


def test_a_chosen_address_is_told_everywhere_at_once(tmp_path: Path) -> None:
    """The hall, its run file and what is printed say the new address; one it lacks is not used."""
    file = tmp_path / "hall.db"
    command = [sys.executable, "-m", "screens.cli", "hall", "--file", str(file), "--json"]
    process = subprocess.Popen(
        [*command, "--lan-port", "0"], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout
        control = Control(json.loads(process.stdout.readline()))
        found = addresses.addresses()
        control.keep(host="10.255.1.1")
        assert control.get("/hall")["host"] == control.about["host"]
        if found:
            chosen = found[-1].ip
            control.keep(host=chosen)
            assert control.get("/hall")["host"] == chosen
            assert json.loads(Path(f"{file}.run").read_text("utf-8"))["host"] == chosen
    finally:
        process.terminate()
        process.communicate(timeout=20)


def test_facts_come_as_a_stream(control: Control) -> None:
    """From the first fact on, and then as they happen."""
    case = an_evening(control)
    stream = control.facts()
    kinds = []
    for line in stream:
        if not line:
            break
        kinds.append(json.loads(line)["fact"]["kind"])
    tell(control, case, "note.write", text="Buss")
    following = next(line for line in stream if line)

    assert kinds[:2] == ["case.opened", "question.written"]
    assert json.loads(following)["fact"]["text"] == "Buss"


def test_a_restarted_hall_is_the_same_hall(tmp_path: Path) -> None:
    """Same ports, same join code, same projector path, same block: after kill -9, too."""
    file = tmp_path / "hall.db"
    first = subprocess.Popen(command(file), cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert first.stdout is not None
    control = Control(json.loads(first.stdout.readline()))
    case = an_evening(control)
    before, about = control.get(f"/cases/{case}"), control.get("/hall")
    first.send_signal(signal.SIGKILL)
    first.communicate(timeout=10)

    with hall(file) as again:
        after, same = again.get(f"/cases/{case}"), again.get("/hall")

    assert after == before
    for key in ("phone_url", "control_url", "projector_url", "code", "case"):
        assert same[key] == about[key]


def test_the_venue_is_kept_over_a_restart(tmp_path: Path) -> None:
    """What is typed once of network and place is there on the next evening; nonsense is not."""
    with hall(tmp_path / "hall.db") as first:
        first.keep(wifi="SALEN")
        refused = first.keep(coming=-1)
        nowhere = first.keep(host="not/a/host")
        first.keep(coming=80)

    with hall(tmp_path / "hall.db") as again:
        venue = again.get("/venue")

    assert refused["reason"] == nowhere["reason"] == "malformed"
    assert (venue["wifi"], venue["coming"]) == ("SALEN", 80)


def test_sigterm_closes_cleanly(tmp_path: Path) -> None:
    """Exit 0, no run file, no log beside the file."""
    file = tmp_path / "hall.db"
    process = subprocess.Popen(command(file), cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    an_evening(Control(json.loads(process.stdout.readline())))

    process.terminate()
    process.communicate(timeout=20)

    assert process.returncode == 0
    assert not (tmp_path / "hall.db.run").exists()
    assert not (tmp_path / "hall.db-wal").exists()


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
