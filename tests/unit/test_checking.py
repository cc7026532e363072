"""«Sjekk rommet»: what each thing that was found means; never a green that was not seen."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from screens.addresses import Address
from screens.checking.found import Firewall, Found, Phone, Power
from screens.checking.looking import look
from screens.checking.verdicts import must_mend, verdicts
from screens.words import Words
from storage.ledger import Ledger

WIFI = Address("192.168.8.2", "wlan0", "wifi")
CABLE = Address("10.0.0.4", "eth0", "cable")
THROUGH = Phone("Android", loaded=True, posted=True, back=True)
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
    addresses=(WIFI, CABLE),
    shown="192.168.8.2",
    chosen="",
    firewall=Firewall(),
    link="none",
    power=Power(plugged=True, percent=90),
    wifi="GRAN47",
    coming=30,
    projectors=1,
    copies="/pinne",
    copies_ok=True,
    copies_same_disk=False,
    phones=(THROUGH,),
)


def test_a_room_where_all_is_ready_is_green() -> None:
    """Every line in order, and nothing to mend."""
    lines = verdicts(GOOD)

    assert {line.sign for line in lines} == {"ok"}
    assert not must_mend(lines)


CASES: list[tuple[dict[str, Any], str, str, str]] = [
    ({"writable": False}, "folder", "closed", "wrong"),
    ({"free": 10**6}, "folder", "full", "wrong"),
    ({"synced": "OneDrive"}, "folder", "synced", "wrong"),
    ({"file": "damaged"}, "file", "damaged", "wrong"),
    ({"file": "foreign"}, "file", "foreign", "wrong"),
    ({"open_in_hall": False, "port_free": False, "next_port": 8081}, "port", "taken", "wrong"),
    ({"open_in_hall": False}, "port", "free", "ok"),
    ({"addresses": ()}, "address", "none", "wrong"),
    ({"addresses": (), "unanswered": True}, "address", "unanswered", "wrong"),
    ({"shown": "192.168.1.9"}, "address", "gone", "wrong"),
    ({"chosen": "192.168.1.9"}, "address", "moved", "warn"),
    ({"addresses": (WIFI,)}, "address", "wifi", "ok"),
    ({"shown": CABLE.ip, "chosen": CABLE.ip}, "address", "chosen_wifi", "ok"),
    ({"shown": CABLE.ip}, "address", "stayed_wifi", "ok"),
    (
        {"addresses": (Address("8.8.8.8", "x", "other"),), "shown": "8.8.8.8"},
        "address",
        "other",
        "warn",
    ),
    ({"wifi": ""}, "wifi", "unnamed", "warn"),
    ({"coming": 8}, "coming", "few", "ok"),
    ({"coming": 41}, "coming", "many", "warn"),
    ({"coming": None}, "coming", "unknown", "unknown"),
    ({"link": "route"}, "internet", "unknown", "unknown"),
    ({"link": "full"}, "internet", "unknown", "unknown"),
    ({"link": "full", "addresses": (WIFI,)}, "internet", "there", "ok"),
    ({"projectors": 0}, "wall", "closed", "warn"),
    ({"power": Power(plugged=False, percent=20)}, "power", "low", "wrong"),
    ({"power": Power(plugged=False, percent=80)}, "power", "battery", "warn"),
    ({"power": None}, "power", "unknown", "unknown"),
    ({"copies": ""}, "copies", "none", "warn"),
    ({"copies_ok": False}, "copies", "gone", "wrong"),
    ({"copies_same_disk": True}, "copies", "same_disk", "warn"),
]


@pytest.mark.parametrize(("changes", "key", "what", "sign"), CASES)
def test_what_is_not_ready_is_told(changes: dict[str, Any], key: str, what: str, sign: str) -> None:
    """One thing amiss shows in its own line and in no other."""
    lines = {line.key: line for line in verdicts(replace(GOOD, **changes))}

    assert (lines[key].what, lines[key].sign) == (what, sign)
    assert [k for k, line in lines.items() if line.sign != "ok"] == [key] * (sign != "ok")


@pytest.mark.parametrize(
    ("phones", "what", "sign"),
    [
        ((), "none_wifi", "unknown"),
        ((Phone("iPhone", loaded=True),), "loaded", "warn"),
        ((Phone("iPhone", posted=True),), "none_wifi", "unknown"),
        ((Phone("iPhone", loaded=True, posted=True),), "waiting", "unknown"),
        ((Phone("iPhone", posted=True, back=True),), "none_wifi", "unknown"),
        ((THROUGH, Phone("iPhone", loaded=True)), "through", "ok"),
    ],
)
def test_a_phone_is_green_only_when_it_went_all_the_way(
    phones: tuple[Phone, ...], what: str, sign: str
) -> None:
    """Loaded, sent and came back, the same device; and only then the firewall is green, too."""
    lines = {line.key: line for line in verdicts(replace(GOOD, phones=phones))}

    assert (lines["phone"].what, lines["phone"].sign) == (what, sign)
    assert (lines["firewall"].sign == "ok") == (sign == "ok")


@pytest.mark.parametrize(
    ("firewall", "what", "sign"),
    [
        (Firewall("off", "windows"), "off", "ok"),
        (Firewall("open", "ufw"), "open", "ok"),
        (Firewall("asks", "windows"), "asks_windows", "unknown"),
        (Firewall("asks", "macos"), "asks_macos", "unknown"),
        (Firewall("on", "ufw"), "on_ufw", "warn"),
        (Firewall("on", "firewalld"), "on_firewalld", "warn"),
        (Firewall("closed", "windows"), "closed_windows", "wrong"),
        (Firewall("closed", "macos"), "closed_macos", "wrong"),
        (Firewall("closed", "ufw"), "closed_ufw", "wrong"),
        (Firewall("unknown", "macos"), "unknown", "unknown"),
    ],
)
def test_the_firewall_says_what_to_do_and_yields_to_a_phone(
    firewall: Firewall, what: str, sign: str
) -> None:
    """Each system has its own sentence; a phone that came through is believed before them all."""
    alone = {line.key: line for line in verdicts(replace(GOOD, firewall=firewall, phones=()))}
    seen = {line.key: line for line in verdicts(replace(GOOD, firewall=firewall))}

    assert (alone["firewall"].what, alone["firewall"].sign) == (what, sign)
    assert Words()(f"check.firewall_{what}", **alone["firewall"].values)
    assert seen["firewall"].what == "through"


@pytest.mark.parametrize("kind", ["shared", "tethered"])
def test_a_shared_connection_does_not_bear_a_hall(kind: Any) -> None:
    """Thirty people on what a laptop or a phone shares is a warning before they come."""
    here = Address("192.168.137.1", "Wi-Fi 2", kind)
    found = replace(GOOD, addresses=(here,), shown=here.ip)
    lines = {line.key: line for line in verdicts(found)}

    assert (lines["coming"].what, lines["coming"].sign) == ("too_many", "warn")
    assert verdicts(replace(found, coming=8))[7].sign == "ok"


def test_what_does_not_matter_here_is_set_aside() -> None:
    """A line that somebody set aside no longer asks for anything; a good one stays good."""
    aside = frozenset({"copies", "power", "folder"})
    low = Power(plugged=False, percent=9)
    lines = verdicts(replace(GOOD, copies="", power=low, aside=aside))
    signs = {line.key: line.sign for line in lines}

    assert (signs["copies"], signs["power"], signs["folder"]) == ("aside", "aside", "ok")
    assert not must_mend(lines)


def test_every_verdict_has_its_sentence() -> None:
    """How it is on the first line, short enough for one row of a low screen; then what to do."""
    say = Words()
    found = [replace(GOOD, **changes) for changes, *_ in CASES]
    for line in (line for one in found for line in verdicts(one)):
        first, _, act = say(f"check.{line.key}_{line.what}", **line.values).partition("\n")
        assert first, line
        assert "\n" not in act
        assert act or line.sign in {"ok", "unknown"}, line


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
    file.write_bytes(before[:2000] + b"\xff" * 3000 + before[5000:])
    assert look(file).file == "damaged"
    assert look(file, found).file == "whole", "what takes its time is only looked at anew"


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Skauli kommune", "OneDrive"),
        ("Dropbox (Kari)", "Dropbox"),
        ("Boksing", ""),
        ("Boxer", ""),
        ("Box", "Box"),
    ],
)
def test_a_folder_that_is_kept_in_step_is_known_by_its_name(
    tmp_path: Path, folder: str, name: str
) -> None:
    """OneDrive and its like, also under a municipality's name, and nothing that only sounds so."""
    assert look(tmp_path / folder / "b.db").synced == name
