"""A power cut keeps only what was synced; what was receipted is among it."""

import asyncio
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest

from screens.bench.kills import prepare, write_until_killed
from screens.bench.servers import Server, started
from screens.control import new_command_id
from storage.reader import is_whole, read_cases
from tests.house.house import ROOT

pytestmark = pytest.mark.kills

CUTS = 50
LIFE = (0.1, 0.4)
SHIM = ROOT / "tests" / "crash" / "power.c"


@pytest.fixture(scope="module")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that keeps what was synced apart."""
    compiler = shutil.which("cc")
    if compiler is None:
        pytest.skip("No C compiler, so no power is cut. Install gcc and libc6-dev.")
    built = tmp_path_factory.mktemp("shim") / "power.so"
    command = [compiler, "-O1", "-shared", "-fPIC", "-o", str(built), str(SHIM), "-ldl"]
    subprocess.run(command, check=True)
    return built


@contextmanager
def hall(module: str, file: Path, shim: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A hall whose syncs are watched."""
    words = ("--json", "--host", "127.0.0.1", "--bind", "127.0.0.1", "--lan-port", "0")
    with monkeypatch.context() as patch:
        patch.setenv("LD_PRELOAD", str(shim))
        with started("-m", module, "hall", "--file", str(file), *words) as server:
            patch.delenv("LD_PRELOAD")
            yield server


def survive(file: Path, to: Path) -> Path:
    """What the disk has kept, as it would be found when the power is back."""
    to.mkdir()
    for name in (file.name, f"{file.name}-wal"):
        shadow = file.with_name(f"{name}.synced")
        if shadow.exists():
            shutil.copy(shadow, to / name)
    return to / file.name


def cut(
    module: str, folder: Path, shim: Path, life: float, monkeypatch: pytest.MonkeyPatch
) -> tuple[int, int]:
    """Cut the power once; how much was receipted, and how much of that is gone."""
    file, case = folder / "hall.db", new_command_id()
    with hall(module, file, shim, monkeypatch) as server:
        prepare(server, case)
        received = asyncio.run(write_until_killed(server, case, life))
    found = survive(file, folder / "after")
    assert is_whole(found), "the file that is left is no whole file"
    kept = read_cases(found)
    notes = set(kept[case].notes) if case in kept else set()
    return len(received), len(received - notes)


def test_a_power_cut_loses_nothing_that_was_receipted(
    tmp_path: Path, shim: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cut fifty times at random moments, the file is whole and has every receipted note."""
    chance, received = Random(1), 0
    for turn in range(CUTS):
        folder = tmp_path / str(turn)
        folder.mkdir()
        some, lost = cut("screens.cli", folder, shim, chance.uniform(*LIFE), monkeypatch)
        received += some
        assert lost == 0
        shutil.rmtree(folder)
    assert received > CUTS


def test_the_same_cut_finds_out_a_hall_that_does_not_sync(
    tmp_path: Path, shim: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: with NORMAL in place of FULL the emulation must show losses."""
    lost = 0
    for turn in range(3):
        folder = tmp_path / str(turn)
        folder.mkdir()
        lost += cut("tests.crash.careless", folder, shim, max(LIFE), monkeypatch)[1]

    assert lost > 0
