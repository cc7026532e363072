"""The hall as a process: its first line, its two ports, bad words, and a clean end."""

import json
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from screens import addresses
from screens.control import Control
from tests.house.house import ROOT
from tests.web.halls import an_evening, ask, command, hall, tell
from workshop.commands import COMMANDS
from workshop.facts import KINDS


@pytest.fixture
def control(tmp_path: Path) -> Iterator[Control]:
    with hall(tmp_path / "hall.db") as running:
        yield running


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


def test_the_schema_names_every_command_and_fact(control: Control) -> None:
    """A client can be written from the page and this, and what the hall sends is in it."""
    case = an_evening(control)
    told = control.get("/schema")
    whole = control.get(f"/cases/{case}")

    assert set(told["command"]["discriminator"]["mapping"]) == set(COMMANDS)
    assert set(told["fact"]["discriminator"]["mapping"]) == set(KINDS)
    assert set(told["case"]["properties"]) == set(whole)


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


def test_who_keep_something_of_the_venue_at_once_lose_nothing(tmp_path: Path) -> None:
    """Each changes what the others have left, however close they come."""
    told: dict[str, object] = {
        "wifi": "SALEN",
        "password": "hemmelig",
        "coming": 80,
        "aside": ["copies"],
        "welcomed": True,
    }
    with hall(tmp_path / "a.db") as control, ThreadPoolExecutor(len(told)) as desks:
        list(desks.map(lambda key: control.keep(**{key: told[key]}), told))
        venue = control.get("/venue")

    assert {key: venue[key] for key in told} == told


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
