"""This machine's own addresses: which of them phones may reach, the likeliest first."""

import ipaddress
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from screens import address

Kind = Literal["shared", "tethered", "wifi", "cable", "other"]
"""Shared from this machine, shared from a phone, a wireless network, a cable, something else."""

_HIDDEN: Final = (
    *("docker", "veth", "br-", "virbr", "vmnet", "vmware", "vbox", "virtualbox", "vethernet"),
    *("bridge", "utun", "tun", "tap", "wg", "zt", "tailscale", "openvpn", "awdl", "llw"),
    *("bluetooth", "wireguard", "nordlynx", "zerotier", "wwan", "rmnet", "ppp", "cellular"),
)
"""How interfaces begin that lead to no room: virtual machines, tunnels, mobile networks."""
_TUNNELS: Final = ("vpn", "anyconnect", "wireguard", "globalprotect", "zerotier", "mobilnett")
"""What people and programs write anywhere in the names of such."""
_NOBODYS: Final = "169.254."
"""How an address begins that the machine gave itself, since nobody on the network gave it one."""
_SHARED: Final = ("192.168.137.1", "10.42.0.1")
"""Where Windows and Linux are on a network that they share themselves."""
_MAC_SHARED: Final = ("bridge1", "192.168.2.1")
"""The interface and the address of a network that a Mac shares."""
_TETHERED: Final = ("172.20.10.", "192.168.43.")
"""Where iPhone and Android put those who use their connection."""
_WIRELESS: Final = ("wl", "wi-fi", "wifi", "trådløs", "airport", "en0")
_PRIVATE: Final = tuple(
    ipaddress.ip_network(net) for net in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")
)
_ORDER: Final = {"shared": 0, "tethered": 1, "wifi": 2, "cable": 3, "other": 4}


@dataclass(frozen=True, slots=True)
class Address:
    """One of this machine's addresses, and what kind of network it is on."""

    ip: str
    name: str
    kind: Kind


def ranked(interfaces: Iterable[tuple[str, str]], usual: str) -> tuple[Address, ...]:
    """Interfaces with their IPv4 addresses, those left out that no phone can use.

    Args:
        interfaces: Name and address of each that is up.
        usual: The one that the system itself would go by; first among its equals.
    """
    found = [
        Address(ip, name, _kind(name, ip))
        for name, ip in interfaces
        if not ip.startswith(("127.", _NOBODYS, "0.")) and not _hidden(name, ip)
    ]
    return tuple(sorted(found, key=lambda a: (_ORDER[a.kind], a.ip != usual, a.ip)))


def _hidden(name: str, ip: str) -> bool:
    plain = name.casefold()
    leads_away = plain.startswith(_HIDDEN) or any(word in plain for word in _TUNNELS)
    return leads_away and not _shared_by_mac(name, ip)


def _shared_by_mac(name: str, ip: str) -> bool:
    bridge, gateway = _MAC_SHARED
    return name.startswith(bridge) and ip == gateway


def _kind(name: str, ip: str) -> Kind:
    if ip in _SHARED or _shared_by_mac(name, ip):
        return "shared"
    if ip.startswith(_TETHERED):
        return "tethered"
    if not any(ipaddress.ip_address(ip) in net for net in _PRIVATE):
        return "other"
    return "wifi" if name.casefold().startswith(_WIRELESS) else "cable"


def addresses() -> tuple[Address, ...]:
    """This machine's addresses that phones could reach, the recommended one first."""
    import psutil

    up = {name for name, about in psutil.net_if_stats().items() if about.isup}
    usual = address.own_address()
    found = ranked(((name, ip) for name, ip in _every() if name in up), usual)
    if found or usual == address.LOOPBACK:
        return found
    # Only what looks like a tunnel or a virtual machine is there: better than none.
    return (Address(usual, "?", "other"),)


def unanswered() -> bool:
    """Whether the machine is on a network where no router has given it an address."""
    import psutil

    up = {name for name, about in psutil.net_if_stats().items() if about.isup}
    return any(
        name in up and ip.startswith(_NOBODYS) and not _hidden(name, ip) for name, ip in _every()
    )


def own() -> frozenset[str]:
    """Every address of this machine."""
    return frozenset(ip for _, ip in _every())


def _every() -> list[tuple[str, str]]:
    import psutil

    return [
        (name, entry.address)
        for name, entries in psutil.net_if_addrs().items()
        for entry in entries
        if entry.family == socket.AF_INET
    ]


def pick(chosen: str, now: str, found: tuple[Address, ...]) -> str:
    """The address that phones shall open.

    The chosen one where this machine has it; else the one that is shown
    ``now``, so that nothing moves in the middle of a meeting; else the
    recommended one. Loopback where there has never been any.
    """
    ips = [a.ip for a in found]
    for wanted in (chosen, now):
        if wanted in ips:
            return wanted
    return ips[0] if ips else now or address.LOOPBACK
