"""What the check says of the way from a phone to this machine."""

from typing import Final

from screens.checking.found import Found, Verdict

HOTSPOT, ROUTER = 8, 40
"""Phones that a shared connection and an ordinary router bear."""
_SHARED: Final = frozenset({"shared", "tethered"})


def network(found: Found) -> tuple[Verdict, ...]:
    """Address, firewall, a phone of one's own, the wireless code, how many come, internet."""
    lines = (_address, _firewall, _phone, _wifi, _coming, _internet)
    return tuple(line(found) for line in lines)


def _address(found: Found) -> Verdict:
    if not found.addresses:
        return Verdict("address", "wrong", "unanswered" if found.unanswered else "none")
    best, here = found.addresses[0], found.address
    if here is None:
        return Verdict("address", "wrong", "gone", {"ip": found.shown, "best": best.ip})
    values: dict[str, object] = {"ip": here.ip, "name": here.name, "best": best.ip}
    if found.chosen and found.chosen != here.ip:
        return Verdict("address", "warn", "moved", {**values, "chosen": found.chosen})
    if here.kind == "other":
        return Verdict("address", "warn", "other", values)
    if here != best and here.kind != best.kind:
        mine = "chosen" if found.chosen else "stayed"
        return Verdict("address", "ok", f"{mine}_{best.kind}", values)
    return Verdict(
        "address", "ok", f"best_{here.kind}" if found.addresses[1:] else here.kind, values
    )


def _firewall(found: Found) -> Verdict:
    """Red only where the system says so; green only where a phone came through or it is off."""
    wall = found.firewall
    if found.through:
        return Verdict("firewall", "ok", "through")
    match wall.state:
        case "off":
            return Verdict("firewall", "ok", "off")
        case "open":
            return Verdict("firewall", "ok", "open", {"port": found.port})
        case "closed":
            return Verdict("firewall", "wrong", f"closed_{wall.name}", {"port": found.port})
        case "asks":
            return Verdict("firewall", "unknown", f"asks_{wall.name}")
        case "on":
            return Verdict("firewall", "warn", f"on_{wall.name}", {"port": found.port})
        case "unknown":
            return Verdict("firewall", "unknown", "unknown")


def _phone(found: Found) -> Verdict:
    """Green only when a second device has loaded, posted and come back."""
    if found.through:
        return Verdict("phone", "ok", "through", {"family": found.through.family})
    if not found.open_in_hall:
        return Verdict("phone", "unknown", "closed")
    if any(phone.loaded and phone.posted for phone in found.phones):
        return Verdict("phone", "unknown", "waiting")
    if any(phone.loaded for phone in found.phones):
        return Verdict("phone", "warn", "loaded")
    return Verdict("phone", "unknown", "none_wifi" if found.wifi else "none", {"wifi": found.wifi})


def _wifi(found: Found) -> Verdict:
    if not found.wifi:
        return Verdict("wifi", "warn", "unnamed")
    return Verdict("wifi", "ok", "named", {"wifi": found.wifi})


def _coming(found: Found) -> Verdict:
    many = found.coming
    if many is None:
        return Verdict("coming", "unknown", "unknown")
    here = found.address
    if many > HOTSPOT and here is not None and here.kind in _SHARED:
        return Verdict("coming", "warn", "too_many", {"n": many})
    what = "few" if many <= HOTSPOT else "router" if many <= ROUTER else "many"
    return Verdict("coming", "warn" if what == "many" else "ok", what, {"n": many})


def _internet(found: Found) -> Verdict:
    if found.link == "none":
        return Verdict("internet", "ok", "none")
    # With two networks nobody knows which of them leads out, and phones are on one.
    if found.link == "full" and len(found.addresses) == 1:
        return Verdict("internet", "ok", "there")
    return Verdict("internet", "unknown", "unknown")
