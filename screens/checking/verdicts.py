"""What each thing that was found means, and what to do: values in, a verdict out."""

from dataclasses import dataclass, field
from typing import Final, Literal

Sign = Literal["ok", "warn", "wrong", "unknown"]
"""In order, worth a look, must be mended, cannot be known; never a green that was not seen."""

LEAST_FREE: Final = 200 * 1024 * 1024
"""Bytes on the disk."""
LOW_BATTERY: Final = 40
HOTSPOT, ROUTER = 8, 40
"""Phones that a shared connection and an ordinary router bear."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One line of the check: ``check.<key>_<what>`` in the catalogue, with its values."""

    key: str
    sign: Sign
    what: str
    values: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Address:
    """One of this machine's addresses, and what kind of network it is on."""

    ip: str
    name: str
    kind: Literal["hotspot", "wifi", "cable", "other"]


@dataclass(frozen=True, slots=True)
class Power:
    """Whether the cable is in, and how much the battery holds (percent)."""

    plugged: bool
    percent: int


@dataclass(frozen=True, slots=True)
class Phone:
    """A second device that has been seen, by its family of systems, and how far it came."""

    family: str
    loaded: bool = False
    posted: bool = False
    back: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that was looked at; None where it could not be known."""

    folder: str
    writable: bool
    free: int | None
    synced: str
    """What keeps the folder in step with a cloud or a network, by its name; else empty."""
    file: Literal["new", "whole", "damaged", "foreign"]
    open_in_hall: bool
    port: int
    port_free: bool
    next_port: int | None
    addresses: tuple[Address, ...]
    chosen: str
    power: Power | None
    wifi: str
    coming: int | None
    online: bool | None
    projectors: int | None
    copies: str
    copies_ok: bool
    copies_same_disk: bool
    phones: tuple[Phone, ...] = ()


def verdicts(found: Found) -> tuple[Verdict, ...]:
    """Every line of the check, in the order in which one mends them."""
    return (
        _folder(found),
        _file(found),
        _port(found),
        _address(found),
        _phone(found),
        _wifi(found),
        _coming(found),
        _internet(found),
        _wall(found),
        _power(found),
        _copies(found),
    )


def must_mend(lines: tuple[Verdict, ...]) -> bool:
    """Whether something stands in the way of the evening."""
    return any(line.sign == "wrong" for line in lines)


def _folder(found: Found) -> Verdict:
    if not found.writable:
        return Verdict("folder", "wrong", "closed", {"folder": found.folder})
    if found.free is not None and found.free < LEAST_FREE:
        return Verdict("folder", "wrong", "full", {"mb": found.free // 1024 // 1024})
    if found.synced:
        return Verdict("folder", "wrong", "synced", {"name": found.synced, "folder": found.folder})
    return Verdict("folder", "ok", "fine", {"folder": found.folder})


def _file(found: Found) -> Verdict:
    if found.file in {"damaged", "foreign"}:
        return Verdict("file", "wrong", found.file)
    return Verdict("file", "ok", found.file)


def _port(found: Found) -> Verdict:
    if found.open_in_hall:
        return Verdict("port", "ok", "open", {"port": found.port})
    if found.port_free:
        return Verdict("port", "ok", "free", {"port": found.port})
    return Verdict("port", "wrong", "taken", {"port": found.port, "next": found.next_port or 0})


def _address(found: Found) -> Verdict:
    if not found.addresses:
        return Verdict("address", "wrong", "none")
    known = {address.ip: address for address in found.addresses}
    best = found.addresses[0]
    if found.chosen not in known:
        return Verdict("address", "wrong", "gone", {"chosen": found.chosen, "best": best.ip})
    chosen = known[found.chosen]
    if chosen.kind == "other":
        return Verdict("address", "warn", "other", {"ip": chosen.ip, "name": chosen.name})
    return Verdict("address", "ok", chosen.kind, {"ip": chosen.ip, "name": chosen.name})


def _phone(found: Found) -> Verdict:
    """Green only when a second device has loaded, posted and come back."""
    through = [phone for phone in found.phones if phone.loaded and phone.posted and phone.back]
    if through:
        return Verdict("phone", "ok", "through", {"family": through[-1].family})
    if any(phone.posted for phone in found.phones):
        return Verdict("phone", "unknown", "waiting")
    if found.phones:
        return Verdict("phone", "warn", "loaded")
    return Verdict("phone", "unknown", "none")


def _wifi(found: Found) -> Verdict:
    return Verdict(
        "wifi",
        "ok" if found.wifi else "warn",
        "named" if found.wifi else "unnamed",
        {"wifi": found.wifi},
    )


def _coming(found: Found) -> Verdict:
    if found.coming is None:
        return Verdict("coming", "unknown", "unknown")
    if found.coming <= HOTSPOT:
        return Verdict("coming", "ok", "few", {"n": found.coming})
    if found.coming <= ROUTER:
        return Verdict("coming", "ok", "router", {"n": found.coming})
    return Verdict("coming", "warn", "many", {"n": found.coming})


def _internet(found: Found) -> Verdict:
    if found.online is None:
        return Verdict("internet", "unknown", "unknown")
    return Verdict("internet", "ok", "there" if found.online else "none")


def _wall(found: Found) -> Verdict:
    if found.projectors is None:
        return Verdict("wall", "unknown", "unknown")
    return Verdict(
        "wall", "ok" if found.projectors else "warn", "open" if found.projectors else "closed"
    )


def _power(found: Found) -> Verdict:
    if found.power is None:
        return Verdict("power", "ok", "mains")
    values: dict[str, object] = {"percent": found.power.percent}
    if found.power.plugged:
        return Verdict("power", "ok", "plugged", values)
    low = found.power.percent < LOW_BATTERY
    return Verdict("power", "wrong" if low else "warn", "low" if low else "battery", values)


def _copies(found: Found) -> Verdict:
    if not found.copies:
        return Verdict("copies", "warn", "none")
    if not found.copies_ok:
        return Verdict("copies", "wrong", "gone", {"folder": found.copies})
    same = found.copies_same_disk
    return Verdict(
        "copies",
        "warn" if same else "ok",
        "same_disk" if same else "fine",
        {"folder": found.copies},
    )
