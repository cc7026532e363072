"""What can be read off the machine: disk, file, port, addresses, power. Nothing is sent out."""

import shutil
import socket
from pathlib import Path
from typing import Any, Final, Literal

import psutil

from screens import address
from screens.checking.verdicts import Address, Found, Phone, Power
from screens.control import Control, HallGone
from screens.venue import KEY, Venue, venue_of
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
_HIDDEN: Final = (
    *("docker", "veth", "br-", "virbr", "vmnet", "vbox", "vEthernet", "bridge"),
    *("utun", "tun", "tap", "wg", "zt", "tailscale", "awdl", "llw", "lo"),
)
"""Interfaces that lead to no room: virtual machines, tunnels, the machine itself."""
_HOTSPOTS: Final = ("192.168.137.", "172.20.10.", "10.42.0.")
"""Where Windows, iPhone and Linux put what they share themselves."""
_WIRELESS: Final = ("wl", "wi-fi", "wifi", "trådløs", "airport", "en0")
_ORDER: Final = {"wifi": 0, "cable": 1, "hotspot": 2, "other": 3}


def addresses() -> tuple[Address, ...]:
    """This machine's addresses that phones could reach, the most likely first."""
    up = {name for name, about in psutil.net_if_stats().items() if about.isup}
    usual = address.own_address()
    found = [
        Address(entry.address, name, _kind(name, entry.address))
        for name, entries in psutil.net_if_addrs().items()
        if name in up and not name.startswith(_HIDDEN)
        for entry in entries
        if entry.family == socket.AF_INET and not entry.address.startswith(("127.", "169.254."))
    ]
    return tuple(sorted(found, key=lambda a: (_ORDER[a.kind], a.ip != usual, a.ip)))


def _kind(name: str, ip: str) -> Literal["hotspot", "wifi", "cable", "other"]:
    if ip.startswith(_HOTSPOTS):
        return "hotspot"
    if name.casefold().startswith(_WIRELESS):
        return "wifi"
    if not ip.startswith(("192.168.", "10.", "172.")):
        return "other"
    return "cable"


def power() -> Power | None:
    """The battery; None where there is none, or the system does not tell."""
    sensors = getattr(psutil, "sensors_battery", lambda: None)()
    if sensors is None:
        return None
    return Power(bool(sensors.power_plugged), round(sensors.percent))


def online() -> bool | None:
    """Whether there is a way out of this network, as the system's own routes say."""
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            # No packet is sent: this asks for a route only.
            probe.connect(("192.0.2.1", 9))
            return not probe.getsockname()[0].startswith("127.")
    except OSError:
        return False


Health = Literal["new", "whole", "damaged", "foreign"]


def look(file: Path, health: Health | None = None) -> Found:
    """Everything that can be known of a file's hall, running or not.

    ``health`` is what the file was found to be before: reading all of it takes its time.
    """
    hall = Control.find(file)
    venue = venue_of(read_setting(file, KEY))
    room = _room(hall)
    port = _port(file, hall)
    free = hall is not None or _is_free(port)
    folder = file.absolute().parent
    found = addresses()
    copies = Path(venue.copies) if venue.copies else None
    return Found(
        folder=str(folder),
        writable=folder.is_dir() and _writable(folder),
        free=shutil.disk_usage(folder).free if folder.is_dir() else None,
        synced=_synced(folder),
        file=health or _health(file),
        open_in_hall=hall is not None,
        port=port,
        port_free=free,
        next_port=None if free else _next_port(port),
        addresses=found,
        chosen=_chosen(hall, venue, found),
        power=power(),
        wifi=venue.wifi,
        coming=venue.coming,
        online=online(),
        projectors=_projectors(hall),
        copies=venue.copies,
        copies_ok=copies is not None and copies.is_dir() and _writable(copies),
        copies_same_disk=copies is not None
        and copies.is_dir()
        and copies.stat().st_dev == folder.stat().st_dev,
        phones=tuple(Phone(**phone) for phone in room.get("phones", ())),
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


def _chosen(hall: Control | None, venue: Venue, found: tuple[Address, ...]) -> str:
    if hall is not None:
        return str(hall.about.get("host", ""))
    return venue.host or (found[0].ip if found else "")


def _port(file: Path, hall: Control | None) -> int:
    if hall is not None:
        return int(hall.about.get("lan_port", 0))
    return int(read_setting(file, "lan_port") or address.FIRST_PORTS[-1])


def _is_free(port: int) -> bool:
    try:
        address.listen("0.0.0.0", port).close()  # noqa: S104 - as the hall listens
    except Trouble:
        return False
    return True


def _next_port(port: int) -> int | None:
    return next((p for p in range(port + 1, port + 20) if _is_free(p)), None)


def _writable(folder: Path) -> bool:
    """Tried, not asked: what the system says of permissions is not always so."""
    trial = folder / ".medspill-trial"
    try:
        trial.touch()
        trial.unlink()
    except OSError:
        return False
    return True


def _synced(folder: Path) -> str:
    for part in folder.parts:
        for name in _SYNCED:
            if part.casefold().startswith(name.casefold()):
                return name
    disks = sorted(psutil.disk_partitions(all=True), key=lambda d: len(d.mountpoint))
    on = [d for d in disks if folder.is_relative_to(d.mountpoint)]
    return on[-1].fstype if on and on[-1].fstype in _NETWORK_DISKS else ""


def _health(file: Path) -> Health:
    from storage.file import open_to_read

    if not file.exists() or not file.stat().st_size:
        return "new"
    try:
        open_to_read(file).close()
    except Trouble as trouble:
        return "damaged" if trouble.reason == "damaged" else "foreign"
    return "whole" if is_whole(file) else "damaged"


def as_json(found: Found, lines: Any) -> dict[str, Any]:
    """The check for another program."""
    return {
        "ok": not any(line["sign"] == "wrong" for line in lines),
        "lines": lines,
        "addresses": [{"ip": a.ip, "name": a.name, "kind": a.kind} for a in found.addresses],
        "chosen": found.chosen,
        "port": found.port,
    }
