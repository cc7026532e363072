"""What the system itself tells of firewall and internet. Nothing is sent out, nothing is changed.

How Windows and macOS answer is written from their documentation, and has not been tried there;
whatever is not understood is «cannot be known».
"""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from screens.checking.found import Firewall, FirewallState, Link

PATIENCE: Final = 6.0
"""Seconds that a question to the system may take."""
_ETC: Final = Path("/etc")
_ANYWHERE: Final = frozenset({"0.0.0.0/0", "any"})
_WORDS_OF_A_RULE: Final = 9
_MAC: Final = "/usr/libexec/ApplicationFirewall/socketfilterfw"
_WINDOWS: Final = r"""
$ErrorActionPreference = 'Stop'
$nets = @(Get-NetConnectionProfile | ForEach-Object {
  @{ category = "$($_.NetworkCategory)"; reach = "$($_.IPv4Connectivity)" } })
$walls = @(Get-NetFirewallProfile -PolicyStore ActiveStore | ForEach-Object {
  @{ name = "$($_.Name)"; on = "$($_.Enabled)" } })
$rules = @()
foreach ($program in $programs) {
  try {
    $rules += @(Get-NetFirewallApplicationFilter -Program $program | Get-NetFirewallRule |
      Where-Object { "$($_.Enabled)" -eq 'True' -and "$($_.Direction)" -eq 'Inbound' } |
      ForEach-Object { @{ action = "$($_.Action)"; profile = "$($_.Profile)" } })
  } catch {}
}
ConvertTo-Json -Compress -Depth 3 @{ nets = $nets; walls = $walls; rules = $rules }
"""
_PROFILES: Final = {"Public": "Public", "Private": "Private", "DomainAuthenticated": "Domain"}
"""What a Windows network is called, and the firewall's profile that holds there."""

Ask = Callable[[Sequence[str]], tuple[int, str] | None]
"""Runs a command of the system; its exit code and what it said, None where it is not there."""


def ask(command: Sequence[str]) -> tuple[int, str] | None:
    """Run one of the system's own commands, which only tells something."""
    try:
        done = subprocess.run(  # noqa: S603 - fixed words, no shell
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.returncode, done.stdout.decode("utf-8", "replace").strip()


def look_around(port: int, *, has_route: bool) -> tuple[Firewall, Link]:
    """The firewall in front of that port, and whether this network leads out."""
    route: Link = "route" if has_route else "none"
    if sys.platform == "win32":
        told = _windows()
        return windows_firewall(told), windows_link(told, route)
    if sys.platform == "darwin":
        return mac_firewall(ask), route
    return linux_firewall(port, ask), linux_link(ask, route)


def _windows() -> Mapping[str, Any]:
    quoted = ", ".join("'" + p.replace("'", "''") + "'" for p in _programs())
    script = f"$programs = @({quoted})\n{_WINDOWS}"
    answer = ask(("powershell", "-NoProfile", "-NonInteractive", "-Command", script))
    try:
        told = json.loads(answer[1]) if answer else None
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _programs() -> list[str]:
    """What Windows may know this program by: a virtual environment starts another one."""
    return sorted({sys.executable, str(getattr(sys, "_base_executable", sys.executable))})


def windows_firewall(told: Mapping[str, Any]) -> Firewall:
    """What Windows says of the networks it is on, its firewall there, and the rules about us."""
    here = {_PROFILES.get(net["category"], "") for net in told.get("nets", ())}
    on = {wall["name"] for wall in told.get("walls", ()) if wall["on"] == "True"}
    if not here or "walls" not in told:
        return Firewall("unknown", "windows")
    if not here & on:
        return Firewall("off", "windows")
    rules = [rule for rule in told.get("rules", ()) if _holds(rule["profile"], here)]
    if any(rule["action"] == "Block" for rule in rules):
        return Firewall("closed", "windows")
    return Firewall("open" if rules else "asks", "windows")


def _holds(profile: str, here: set[str]) -> bool:
    """Whether a rule counts on all the networks that this machine is on."""
    return profile == "Any" or here <= {part.strip() for part in profile.split(",")}


def windows_link(told: Mapping[str, Any], route: Link) -> Link:
    """What Windows has found out about the way out."""
    reach = {net["reach"] for net in told.get("nets", ())}
    return "full" if reach == {"Internet"} else route


def mac_firewall(ask: Ask) -> Firewall:
    """Whether the firewall of macOS is on; it asks the first time a program listens."""
    answer = ask((_MAC, "--getglobalstate"))
    said = answer[1] if answer else ""
    states: dict[str, FirewallState] = {"0": "off", "1": "asks", "2": "closed"}
    _, _, state = said.rpartition("State = ")
    return Firewall(states.get(state[:1], "unknown"), "macos")


def linux_firewall(port: int, ask: Ask, etc: Path = _ETC) -> Firewall:
    """Ufw or firewalld, where they are in use; their rules where we may read them."""
    if _setting(etc / "ufw/ufw.conf", "ENABLED") == "yes":
        return Firewall(_ufw_state(port, etc), "ufw")
    state = ask(("firewall-cmd", "--state"))
    if state and state[1] == "running":
        told = ask(("firewall-cmd", f"--query-port={port}/tcp"))
        return Firewall("open" if told and told[1] == "yes" else "on", "firewalld")
    return Firewall()


def _ufw_state(port: int, etc: Path) -> FirewallState:
    rules = _read(etc / "ufw/user.rules")
    refuses = _setting(etc / "default/ufw", "DEFAULT_INPUT_POLICY") in {"drop", "reject"}
    if not rules:
        return "on"
    about_us = [line for line in rules.splitlines() if _is_about(line, port)]
    if any(line.split()[8] in _ANYWHERE for line in about_us if " allow " in line):
        return "open"
    return "closed" if refuses and not about_us else "on"


def _is_about(line: str, port: int) -> bool:
    """Whether a line is a rule of ufw's (action, protocol, port, to, port, from) for that port."""
    words = line.split()
    if not line.startswith("### tuple ### ") or len(words) < _WORDS_OF_A_RULE:
        return False
    return words[4] in {"tcp", "any"} and any(_covers(part, port) for part in words[5].split(","))


def _covers(ports: str, port: int) -> bool:
    first, _, last = ports.partition(":")
    if ports == "any":
        return True
    return first.isdecimal() and int(first) <= port <= int(last if last.isdecimal() else first)


def _setting(path: Path, name: str) -> str:
    """A value of a file with NAME=value on its lines; empty where it is not said."""
    pairs = (line.strip().partition("=") for line in _read(path).splitlines())
    return next((v.strip("\"' ").casefold() for key, _, v in pairs if key == name), "")


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""


def linux_link(ask: Ask, route: Link) -> Link:
    """What NetworkManager has found out about the way out."""
    answer = ask(("nmcli", "networking", "connectivity"))
    return "full" if answer and answer[1] == "full" else route
