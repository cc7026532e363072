"""The walls between the rooms, and what must never stand in a file."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.house import PARTS, ROOT, files, name

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements-build.txt")

# Bracketed, so that this file does not match itself.
MACHINE = re.compile("/[w]ork/|/[f]arm/|/[r]oot/|/[h]ome/[a-z]|/[U]sers/|[p]ythonhosted|pypi[.]org")


def test_imports_go_one_way() -> None:
    """Every import contract of pyproject.toml is kept."""
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"]
    done = subprocess.run(
        [*command, "--no-cache", "--no-logo"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr


def test_no_file_names_the_machine_it_was_written_on() -> None:
    """No path of one machine and no address of a package index stands in any file."""
    # In a worktree of its own, Git keeps a file here that says where its folder is.
    loose = [path for path in ROOT.iterdir() if path.is_file() and path.name != ".git"]
    told = {
        name(path): found[0]
        for path in (*files(*PARTS), *loose)
        if (found := MACHINE.search(path.read_bytes().decode("utf-8", "ignore")))
    }

    assert told == {}


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_names_no_host_and_hashes_everything(lock: str) -> None:
    """A lock file holds names, exact versions and hashes; no address, path or switch."""
    text = (ROOT / lock).read_text("utf-8")
    entries = re.split(r"(?m)^(?=[a-z0-9])", re.sub(r"(?m)^#.*\n", "", text))[1:]

    assert entries
    assert not re.search(r"://|file:|(?m:^-)", text)
    assert all(re.match(r"[a-z0-9-]+==\S+", entry) for entry in entries)
    assert all(" --hash=sha256:" in entry for entry in entries)


def locked(lock: str) -> dict[str, str]:
    """The versions that a lock file holds."""
    return dict(re.findall(r"(?m)^([a-z0-9-]+)==(\S+)", (ROOT / lock).read_text("utf-8")))


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        ("requirements.txt", PROJECT["project"]["dependencies"]),
        ("requirements-dev.txt", PROJECT["project"]["dependencies"]),
        ("requirements-dev.txt", PROJECT["dependency-groups"]["dev"]),
        ("requirements-build.txt", PROJECT["build-system"]["requires"]),
    ],
)
def test_the_lock_answers_pyproject(lock: str, wanted: list[str]) -> None:
    """Whatever pyproject.toml asks for stands in the lock with a version that it admits."""
    held = locked(lock)
    asked = [Requirement(line) for line in wanted]
    missing = [
        str(one) for one in asked if held.get(canonicalize_name(one.name), "") not in one.specifier
    ]

    assert missing == []


def test_the_locks_agree() -> None:
    """What is tested is what runs: the same versions for development as for an evening."""
    runtime, development = locked("requirements.txt"), locked("requirements-dev.txt")

    assert runtime.items() <= development.items()


def test_the_wheel_carries_every_file_of_the_packages(tmp_path: Path) -> None:
    """Catalogues, styles, pages and pictures reach an installed Medspill like its code does."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("medspill-*.whl")
    listing = [sys.executable, "-m", "zipfile", "-l", str(wheel)]
    packed = subprocess.run(listing, check=True, capture_output=True, text=True).stdout

    carried = {line.split()[0] for line in packed.splitlines()}
    ours = {name(path) for path in files("workshop", "storage", "screens")}

    assert ours - carried == set()
