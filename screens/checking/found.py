"""Everything that the check looks at, as values."""

from dataclasses import dataclass, field
from typing import Literal

from screens.addresses import Address

Sign = Literal["ok", "warn", "wrong", "unknown", "aside"]
"""In order; worth a look; must be mended; cannot be known; somebody said that it does not matter.

Never a green that was not seen.
"""

Health = Literal["new", "whole", "damaged", "foreign"]
Link = Literal["none", "route", "full"]
"""No way out of the network, a way that nobody has tried, a way that the system has tried."""

FirewallState = Literal["off", "open", "asks", "on", "closed", "unknown"]
"""Off; open for us; on, but silent about us until it asks; on; closed to us; cannot be known."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One line of the check: ``check.<key>_<what>`` in the catalogue, with its values.

    The first line of the sentence says how it is, the second what to do.
    """

    key: str
    sign: Sign
    what: str
    values: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Firewall:
    """What stands between phones and this machine, as far as the system tells."""

    state: FirewallState = "unknown"
    name: Literal["windows", "macos", "ufw", "firewalld", ""] = ""


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
    file: Health
    open_in_hall: bool
    port: int
    port_free: bool
    next_port: int | None
    addresses: tuple[Address, ...]
    """The recommended one first."""
    shown: str
    """The address that phones are told to open."""
    chosen: str
    """The one that somebody has chosen; empty where the hall finds one."""
    firewall: Firewall
    link: Link
    power: Power | None
    wifi: str
    coming: int | None
    projectors: int | None
    copies: str
    copies_ok: bool
    copies_same_disk: bool
    phones: tuple[Phone, ...] = ()
    aside: frozenset[str] = frozenset()
    """The lines that somebody has said do not matter here."""
    path: str = ""
    """The file itself."""
    unanswered: bool = False
    """Whether there is a network on which no router has given this machine an address."""

    @property
    def through(self) -> Phone | None:
        """The second device that loaded, sent and came back; None before any has."""
        done = [phone for phone in self.phones if phone.loaded and phone.posted and phone.back]
        return done[-1] if done else None

    @property
    def address(self) -> Address | None:
        """What is known of the address that phones open; None where this machine lacks it."""
        return next((a for a in self.addresses if a.ip == self.shown), None)
