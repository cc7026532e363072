"""What each thing that was found means, and what to do: values in, verdicts out."""

from dataclasses import replace
from typing import Final

from screens.checking.found import Found, Verdict
from screens.checking.network import network

LEAST_FREE: Final = 200 * 1024 * 1024
"""Bytes on the disk."""
LOW_BATTERY: Final = 40


def verdicts(found: Found) -> tuple[Verdict, ...]:
    """Every line of the check, in the order in which one mends them."""
    machine = (_folder(found), _file(found), _port(found))
    lines = (*machine, *network(found), _wall(found), _power(found), _copies(found))
    return tuple(_set_aside(line, found) for line in lines)


def must_mend(lines: tuple[Verdict, ...]) -> bool:
    """Whether something stands in the way of the evening."""
    return any(line.sign == "wrong" for line in lines)


def _set_aside(line: Verdict, found: Found) -> Verdict:
    """The same line, which no longer asks for anything where somebody has said so."""
    return replace(line, sign="aside") if line.key in found.aside and line.sign != "ok" else line


def _folder(found: Found) -> Verdict:
    if not found.writable:
        return Verdict("folder", "wrong", "closed", {"folder": found.folder})
    if found.free is not None and found.free < LEAST_FREE:
        return Verdict("folder", "wrong", "full", {"mb": found.free // 1024 // 1024})
    if found.synced:
        return Verdict("folder", "wrong", "synced", {"name": found.synced, "folder": found.folder})
    return Verdict("folder", "ok", "fine", {"folder": found.folder})


def _file(found: Found) -> Verdict:
    if found.file == "damaged":
        return Verdict("file", "wrong", "damaged", {"file": found.path})
    return Verdict("file", "ok" if found.file in {"new", "whole"} else "wrong", found.file)


def _port(found: Found) -> Verdict:
    if found.open_in_hall:
        return Verdict("port", "ok", "open", {"port": found.port})
    if found.port_free:
        return Verdict("port", "ok", "free", {"port": found.port})
    return Verdict("port", "wrong", "taken", {"port": found.port, "next": found.next_port or 0})


def _wall(found: Found) -> Verdict:
    if found.projectors is None:
        return Verdict("wall", "unknown", "unknown")
    is_open = found.projectors > 0
    return Verdict("wall", "ok" if is_open else "warn", "open" if is_open else "closed")


def _power(found: Found) -> Verdict:
    if found.power is None:
        return Verdict("power", "unknown", "unknown")
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
    what = "same_disk" if same else "fine"
    return Verdict("copies", "warn" if same else "ok", what, {"folder": found.copies})
