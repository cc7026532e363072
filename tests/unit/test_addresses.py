"""Which of this machine's addresses phones open, and how far other devices have come."""

import pytest

from screens.addresses import Address, pick, ranked
from screens.arrivals import LATER, Arrivals

PHONE = "192.168.8.30"
AGENT = {"user-agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X)"}


@pytest.mark.parametrize(
    ("name", "ip", "kind"),
    [
        ("Local Area Connection* 2", "192.168.137.1", "shared"),
        ("wlp2s0", "10.42.0.1", "shared"),
        ("bridge100", "192.168.2.1", "shared"),
        ("en0", "172.20.10.4", "tethered"),
        ("wlan0", "192.168.43.20", "tethered"),
        ("Wi-Fi", "192.168.8.2", "wifi"),
        ("Trådløst nettverk", "10.0.0.7", "wifi"),
        ("wlp2s0", "172.16.4.4", "wifi"),
        ("Ethernet", "10.0.0.7", "cable"),
        ("enp3s0", "192.168.8.2", "cable"),
        ("wlan0", "172.15.0.2", "other"),
        ("wlan0", "172.16.0.2", "wifi"),
        ("wlan0", "172.31.255.2", "wifi"),
        ("wlan0", "172.32.0.2", "other"),
        ("wlan0", "192.169.0.2", "other"),
        ("wlan0", "100.64.0.2", "other"),
        ("wlan0", "11.0.0.2", "other"),
        ("eth0", "158.39.1.1", "other"),
    ],
)
def test_an_address_is_known_by_its_network(name: str, ip: str, kind: str) -> None:
    """By the interface's name on each system, and by the ranges that sharing uses."""
    assert [a.kind for a in ranked([(name, ip)], "")] == [kind]


@pytest.mark.parametrize(
    ("name", "ip"),
    [
        ("lo", "127.0.0.1"),
        ("Wi-Fi", "169.254.3.4"),
        ("docker0", "172.17.0.1"),
        ("vEthernet (WSL)", "172.28.0.1"),
        ("VirtualBox Host-Only Network", "192.168.56.1"),
        ("VMware Network Adapter VMnet8", "192.168.99.1"),
        ("bridge100", "192.168.64.1"),
        ("utun3", "10.8.0.2"),
        ("tailscale0", "100.64.0.1"),
        ("Ethernet (WireGuard)", "10.8.0.2"),
        ("Kommune-VPN", "10.20.0.2"),
        ("ZeroTier One [a1b2]", "10.147.17.2"),
        ("wwan0", "10.120.3.4"),
        ("Mobilnett", "10.33.1.1"),
    ],
)
def test_what_leads_to_no_room_is_left_out(name: str, ip: str) -> None:
    """Virtual machines, tunnels, mobile networks, the machine, an address that nobody gave."""
    assert ranked([(name, ip)], "") == ()


def test_the_likeliest_comes_first() -> None:
    """What this machine shares, then wireless, then cable; the system's own among equals."""
    every = [
        ("eth0", "158.39.1.1"),
        ("eth1", "10.0.0.9"),
        ("eth2", "10.0.0.7"),
        ("wlan0", "192.168.8.2"),
        ("wlan1", "10.42.0.1"),
    ]
    order = [a.ip for a in ranked(every, "10.0.0.9")]

    assert order == ["10.42.0.1", "192.168.8.2", "10.0.0.9", "10.0.0.7", "158.39.1.1"]


def test_the_address_stays_as_long_as_the_machine_has_it() -> None:
    """The chosen one first; nothing moves in the middle of a meeting because a better one came."""
    wifi, cable = Address("192.168.8.2", "wlan0", "wifi"), Address("10.0.0.7", "eth0", "cable")
    both = (wifi, cable)

    assert pick("", "", both) == wifi.ip
    assert pick("", cable.ip, both) == cable.ip
    assert pick(cable.ip, wifi.ip, both) == cable.ip
    assert pick("10.9.9.9", cable.ip, both) == cable.ip
    assert pick("", "10.9.9.9", (cable,)) == cable.ip
    assert pick("", wifi.ip, ()) == wifi.ip, "the cable is out for a moment"
    assert pick("", "", ()) == "127.0.0.1"


class Clock:
    """A clock that is set by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def room(clock: Clock) -> Arrivals:
    return Arrivals(lambda: frozenset({"192.168.8.2"}), clock)


def test_only_another_device_that_came_back_is_through(room: Arrivals, clock: Clock) -> None:
    """Loaded, sent, seen again some seconds later; each step for itself, and no address told."""
    room.answered("127.0.0.1", "GET", "/", 200, AGENT)
    room.answered("192.168.8.2", "POST", "/hello", 204, AGENT)
    assert room.told() == []

    room.answered(PHONE, "GET", "/", 200, AGENT)
    room.answered(PHONE, "POST", "/hello", 204, AGENT)
    room.answered(PHONE, "GET", "/follow", 200, AGENT)
    assert room.told() == [{"family": "iPhone", "loaded": True, "posted": True, "back": False}]
    clock.now += LATER
    room.answered(PHONE, "POST", "/hello", 204, AGENT)

    assert room.told()[0]["back"]
    assert "192" not in str(room.told())
    room.expect("10.0.0.7:8080")
    room.answered(PHONE, "GET", "/", 200, {"host": "192.168.8.2:8080"})
    assert room.told() == [], "what comes by the old address proves nothing about the new one"
    room.answered(PHONE, "GET", "/", 200, {"host": "10.0.0.7:8080"})
    assert room.told()[0]["loaded"]


def test_what_was_refused_proves_nothing(room: Arrivals, clock: Clock) -> None:
    """A page under another name, a form that was not taken: such a device has not come through."""
    room.answered(PHONE, "GET", "/", 421, AGENT)
    room.answered(PHONE, "POST", "/join", 403, AGENT)
    clock.now += LATER
    room.answered(PHONE, "GET", "/", 404, AGENT)

    assert room.told() == []
