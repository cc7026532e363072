"""What Windows, macOS and Linux say of firewall and internet, read as they say it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from screens.checking.system import (
    ask,
    linux_firewall,
    linux_link,
    look_around,
    mac_firewall,
    windows_firewall,
    windows_link,
)

WALLS = [{"name": name, "on": "True"} for name in ("Domain", "Private", "Public")]
PUBLIC = {"category": "Public", "reach": "LocalNetwork"}
PRIVATE = {"category": "Private", "reach": "Internet"}


def allow(profile: str, action: str = "Allow") -> dict[str, str]:
    """A rule about this program that counts."""
    return {"action": action, "profile": profile}


@pytest.mark.parametrize(
    ("nets", "walls", "rules", "state"),
    [
        ([PUBLIC], WALLS, [], "asks"),
        ([PUBLIC], WALLS, [allow("Any")], "open"),
        ([PUBLIC], WALLS, [allow("Private")], "asks"),
        ([PUBLIC], WALLS, [allow("Private, Public")], "open"),
        ([PUBLIC, PRIVATE], WALLS, [allow("Private")], "asks"),
        ([PUBLIC], WALLS, [allow("Any"), allow("Public", "Block")], "closed"),
        ([PRIVATE], WALLS, [allow("Public", "Block")], "asks"),
        ([PUBLIC], [{"name": "Public", "on": "False"}], [], "off"),
        ([], WALLS, [], "unknown"),
    ],
)
def test_windows_tells_of_its_networks_and_rules(
    nets: list[Any], walls: list[Any], rules: list[Any], state: str
) -> None:
    """A block rule closes; a rule opens only where it holds on every network that one is on."""
    assert windows_firewall({"nets": nets, "walls": walls, "rules": rules}).state == state


def test_what_windows_does_not_say_is_not_known() -> None:
    """No answer is no verdict, and the internet is believed only where every network has it."""
    assert windows_firewall({}).state == "unknown"
    assert windows_link({}, "route") == "route"
    assert windows_link({"nets": [PUBLIC, PRIVATE]}, "route") == "route"
    assert windows_link({"nets": [PRIVATE]}, "route") == "full"


def says(answers: dict[str, str]) -> Callable[[Sequence[str]], tuple[int, str] | None]:
    """A system that answers these commands, by their last word, and knows no other."""
    return lambda command: (0, answers[command[-1]]) if command[-1] in answers else None


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("Firewall is disabled. (State = 0)", "off"),
        ("Firewall is enabled. (State = 1)", "asks"),
        ("Firewall is blocking all non-essential incoming connections. (State = 2)", "closed"),
        ("socketfilterfw: something new", "unknown"),
    ],
)
def test_macos_tells_by_a_number(said: str, state: str) -> None:
    """Only the states that are known are believed."""
    assert mac_firewall(says({"--getglobalstate": said})).state == state


RULE = "### tuple ### allow tcp {port} 0.0.0.0/0 any {source} in\n-A ufw-user-input -p tcp\n"


@pytest.mark.parametrize(
    ("enabled", "rules", "state"),
    [
        ("no", None, "unknown"),
        ("yes", None, "on"),
        ("yes", "*filter\n", "closed"),
        ("yes", RULE.format(port=8080, source="0.0.0.0/0"), "open"),
        ("yes", RULE.format(port="8000:8090", source="0.0.0.0/0"), "open"),
        ("yes", RULE.format(port="80,8080", source="0.0.0.0/0"), "open"),
        ("yes", RULE.format(port=22, source="0.0.0.0/0"), "closed"),
        ("yes", RULE.format(port=8080, source="192.168.8.0/24"), "on"),
    ],
)
def test_ufw_is_read_where_it_may_be_read(
    tmp_path: Path, enabled: str, rules: str | None, state: str
) -> None:
    """Without the rules it is only known that it is on; with them, whether it lets the port in."""
    (tmp_path / "ufw").mkdir()
    (tmp_path / "default").mkdir()
    (tmp_path / "ufw/ufw.conf").write_text(f"# Set to yes\nENABLED={enabled}\n")
    (tmp_path / "default/ufw").write_text('DEFAULT_INPUT_POLICY="DROP"\n')
    if rules is not None:
        (tmp_path / "ufw/user.rules").write_text(rules)

    assert linux_firewall(8080, says({}), tmp_path).state == state


def test_linux_without_a_known_firewall_is_not_known(tmp_path: Path) -> None:
    """Firewalld is asked where it runs; nothing found is no green."""
    running = {"--state": "running"}

    assert linux_firewall(8080, says({}), tmp_path).state == "unknown"
    assert linux_firewall(8080, says(running), tmp_path).state == "on"
    opened = {**running, "--query-port=8080/tcp": "yes"}
    assert linux_firewall(8080, says(opened), tmp_path).state == "open"
    assert linux_link(says({"connectivity": "full"}), "route") == "full"
    assert linux_link(says({"connectivity": "limited"}), "route") == "route"
    assert linux_link(says({}), "none") == "none"


def test_the_system_is_asked_without_harm() -> None:
    """A command that is not there, or answers nonsense, is no error."""
    assert ask(("no-such-program-here",)) is None
    firewall, link = look_around(8080, has_route=False)
    assert firewall.state in {"off", "open", "asks", "on", "closed", "unknown"}
    assert link in {"none", "full"}
