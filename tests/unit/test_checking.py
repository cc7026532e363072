"""«Sjekk rommet»: what each thing that was found means; never a green that was not seen."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from screens.arrivals import LATER, Arrivals
from screens.checking.looking import look
from screens.checking.verdicts import Address, Found, Phone, Power, must_mend, verdicts
from storage.ledger import Ledger

GOOD = Found(
    folder="/data",
    writable=True,
    free=10**10,
    synced="",
    file="whole",
    open_in_hall=True,
    port=8080,
    port_free=True,
    next_port=None,
    addresses=(Address("192.168.8.2", "wlan0", "wifi"), Address("10.0.0.4", "eth0", "cable")),
    chosen="192.168.8.2",
    power=Power(plugged=True, percent=90),
    wifi="GRAN47",
    coming=30,
    online=False,
    projectors=1,
    copies="/pinne",
    copies_ok=True,
    copies_same_disk=False,
    phones=(Phone("Android", loaded=True, posted=True, back=True),),
)


def test_a_room_where_all_is_ready_is_green() -> None:
    """Every line in order, and nothing to mend."""
    lines = verdicts(GOOD)

    assert {line.sign for line in lines} == {"ok"}
    assert not must_mend(lines)


@pytest.mark.parametrize(
    ("changes", "key", "what", "sign"),
    [
        ({"writable": False}, "folder", "closed", "wrong"),
        ({"free": 10**6}, "folder", "full", "wrong"),
        ({"synced": "OneDrive"}, "folder", "synced", "wrong"),
        ({"file": "damaged"}, "file", "damaged", "wrong"),
        ({"open_in_hall": False, "port_free": False, "next_port": 8081}, "port", "taken", "wrong"),
        ({"open_in_hall": False}, "port", "free", "ok"),
        ({"addresses": ()}, "address", "none", "wrong"),
        ({"chosen": "192.168.1.9"}, "address", "gone", "wrong"),
        ({"phones": ()}, "phone", "none", "unknown"),
        ({"phones": (Phone("iPhone", loaded=True),)}, "phone", "loaded", "warn"),
        ({"phones": (Phone("iPhone", loaded=True, posted=True),)}, "phone", "waiting", "unknown"),
        ({"wifi": ""}, "wifi", "unnamed", "warn"),
        ({"coming": 8}, "coming", "few", "ok"),
        ({"coming": 41}, "coming", "many", "warn"),
        ({"coming": None}, "coming", "unknown", "unknown"),
        ({"projectors": 0}, "wall", "closed", "warn"),
        ({"power": Power(plugged=False, percent=20)}, "power", "low", "wrong"),
        ({"power": Power(plugged=False, percent=80)}, "power", "battery", "warn"),
        ({"power": None}, "power", "mains", "ok"),
        ({"copies": ""}, "copies", "none", "warn"),
        ({"copies_ok": False}, "copies", "gone", "wrong"),
        ({"copies_same_disk": True}, "copies", "same_disk", "warn"),
    ],
)
def test_what_is_not_ready_is_told(changes: dict[str, Any], key: str, what: str, sign: str) -> None:
    """One thing amiss shows in its own line and in no other."""
    lines = {line.key: line for line in verdicts(replace(GOOD, **changes))}

    assert (lines[key].what, lines[key].sign) == (what, sign)
    assert [k for k, line in lines.items() if line.sign != "ok"] == [key] * (sign != "ok")


class Clock:
    """A clock that is set by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_only_another_device_that_came_back_is_through() -> None:
    """Loaded, sent, seen again some seconds later; each step for itself, and no address told."""
    clock = Clock()
    room = Arrivals(lambda: frozenset({"192.168.8.2"}), clock)
    agent = {"user-agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X)"}
    room.saw("127.0.0.1", "GET", "/", agent)
    room.saw("192.168.8.2", "POST", "/hello", agent)
    assert room.told() == []

    room.saw("192.168.8.30", "GET", "/", agent)
    room.saw("192.168.8.30", "POST", "/hello", agent)
    room.saw("192.168.8.30", "GET", "/live", agent)
    assert room.told() == [{"family": "iPhone", "loaded": True, "posted": True, "back": False}]
    clock.now += LATER
    room.saw("192.168.8.30", "GET", "/live", agent)

    assert room.told()[0]["back"]
    assert "192" not in str(room.told())


def test_the_check_looks_at_a_real_machine(tmp_path: Path) -> None:
    """Without a hall it finds folder, disk, file and port, and changes nothing."""
    file = tmp_path / "a.db"
    Ledger.open(file).close()
    before = file.read_bytes()

    found = look(file)

    assert (found.file, found.writable, found.open_in_hall) == ("whole", True, False)
    assert found.free
    assert found.phones == ()
    assert file.read_bytes() == before
    # What SQLite keeps beside a file that is read is not ours to take away.
    assert {p.name for p in tmp_path.iterdir()} <= {
        f"a.db{end}" for end in ("", ".lock", "-wal", "-shm")
    }
    assert look(tmp_path / "OneDrive" / "b.db").synced == "OneDrive"
