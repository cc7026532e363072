"""What can be read off the machine: disk, file, port, addresses, power. Nothing is sent out."""

import shutil
import socket
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, Final

import psutil

from screens import address
from screens.addresses import addresses, pick, unanswered
from screens.checking.found import Found, Health, Phone, Power
from screens.checking.system import look_around
from screens.control import Control, HallGone
from screens.copying import same_disk
from screens.venue import KEY, venue_of
from storage.reader import is_whole, read_setting
from storage.trouble import Trouble

_SYNCED: Final = (
    "OneDrive",
    "Dropbox",
    "Google Drive",
    "GoogleDrive",
    "iCloud",
    "Mobile Documents",
    "Nextcloud",
    "Box",
)
"""Folders that something else writes in, which a database does not bear."""
_NETWORK_DISKS: Final = frozenset(
    {"nfs", "nfs4", "cifs", "smbfs", "smb", "sshfs", "fuse.sshfs", "afpfs"}
)


def power() -> Power | None:
    """The battery; None where there is none, or the system does not tell."""
    sensors = getattr(psutil, "sensors_battery", lambda: None)()
    if sensors is None:
        return None
    return Power(bool(sensors.power_plugged), round(sensors.percent))


def has_route() -> bool:
    """Whether this network says that it leads out; nobody has tried."""
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            # No packet is sent: this asks for a route only.
            probe.connect(("203.0.113.1", 9))
            return not probe.getsockname()[0].startswith("127.")
    except OSError:
        return False


def look(file: Path, before: Found | None = None) -> Found:
    """Everything that can be known of a file's hall, running or not.

    What takes its time to find out (the whole file, the disk tried, the
    system's firewall) is taken from ``before`` where that is given.
    """
    hall, folder, found = Control.find(file), file.absolute().parent, addresses()
    venue, room = venue_of(read_setting(file, KEY)), _room(hall)
    port = _port(file, hall)
    free = hall is not None or is_free(port)
    slow = (before.firewall, before.link) if before else look_around(port, has_route=has_route())
    copies = Path(venue.copies) if venue.copies else None
    same_copies = before is not None and before.copies == venue.copies and before.copies_ok
    return Found(
        folder=str(folder),
        path=str(file),
        writable=folder.is_dir() if before and before.writable else writable(folder),
        free=shutil.disk_usage(folder).free if folder.is_dir() else None,
        synced=_synced(folder),
        file=before.file if before else _health(file),
        open_in_hall=hall is not None,
        port=port,
        port_free=free,
        next_port=None if free else _next_port(port),
        addresses=found,
        shown=str(room.get("host") or pick(venue.host, "", found)),
        chosen=venue.host,
        firewall=slow[0],
        link=slow[1],
        power=power(),
        wifi=venue.wifi,
        coming=venue.coming,
        projectors=_projectors(hall),
        copies=venue.copies,
        copies_ok=copies is not None and (copies.is_dir() if same_copies else writable(copies)),
        copies_same_disk=copies is not None and same_disk(copies, folder),
        phones=tuple(Phone(**phone) for phone in room.get("phones", ())),
        aside=frozenset(venue.aside),
        unanswered=not found and unanswered(),
    )


def _projectors(hall: Control | None) -> int | None:
    """How many follow the big screen; None without a hall."""
    if hall is None:
        return None
    path = str(hall.about["projector_url"]).removeprefix(str(hall.about["control_url"]))
    try:
        return int(hall.get(f"{path}pages")["followers"])
    except (HallGone, KeyError):
        return None


def _room(hall: Control | None) -> dict[str, Any]:
    if hall is None:
        return {}
    try:
        return hall.get("/room")
    except HallGone:
        return {}


def _port(file: Path, hall: Control | None) -> int:
    """The port that the hall has, or would take: the one it had, else the first that is free."""
    if hall is not None:
        return int(hall.about.get("lan_port", 0))
    kept = read_setting(file, "lan_port")
    if kept:
        return int(kept)
    return next(filter(is_free, address.FIRST_PORTS), address.FIRST_PORTS[-1])


def is_free(port: int) -> bool:
    """Whether a hall could listen on that port now."""
    try:
        address.listen("0.0.0.0", port).close()  # noqa: S104 - as the hall listens
    except Trouble:
        return False
    return True


def _next_port(port: int) -> int | None:
    return next(filter(is_free, range(max(port, 8080) + 1, max(port, 8080) + 20)), None)


def writable(folder: Path) -> bool:
    """Tried, not asked: what the system says of permissions is not always so."""
    try:
        with TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _names_sync(part: str) -> str:
    """The service that keeps a folder of this name in step; empty where none does."""
    named = (name for name in _SYNCED if part.casefold().startswith(name.casefold()))
    # «OneDrive - Skauli kommune» and «Dropbox (Kari)», but not «Boksing» or «Boxer».
    return next((name for name in named if not part[len(name) : len(name) + 1].isalnum()), "")


def _synced(folder: Path) -> str:
    name = next(filter(None, map(_names_sync, folder.parts)), "")
    if name or str(folder).startswith("\\\\"):
        return name or folder.drive
    disks = sorted(psutil.disk_partitions(all=True), key=lambda d: len(d.mountpoint))
    on = [d for d in disks if folder.is_relative_to(d.mountpoint)]
    far = on and (on[-1].fstype in _NETWORK_DISKS or "remote" in on[-1].opts.split(","))
    return (on[-1].fstype or on[-1].mountpoint) if far else ""


def _health(file: Path) -> Health:
    from storage.file import open_to_read

    if not file.exists() or not file.stat().st_size:
        return "new"
    try:
        open_to_read(file).close()
    except Trouble as trouble:
        return "damaged" if trouble.reason == "damaged" else "foreign"
    return "whole" if is_whole(file) else "damaged"


def as_json(found: Found, lines: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The check for another program."""
    return {
        "ok": not any(line["sign"] == "wrong" for line in lines),
        "lines": list(lines),
        "addresses": [{"ip": a.ip, "name": a.name, "kind": a.kind} for a in found.addresses],
        "recommended": found.addresses[0].ip if found.addresses else None,
        "shown": found.shown,
        "port": found.port,
        "phones": [asdict(phone) for phone in found.phones],
    }
