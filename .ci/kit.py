"""Builds the kit: a folder that installs Medspill on a PC without internet or admin rights.

python3 start.py kit                  wheels for every system and Python that Medspill runs on
python3 start.py kit --here           only for the machine that builds it
python3 start.py kit -o FOLDER        somewhere else than dist/
python3 start.py kit --licences FILE  also writes the list of licences there (docs/licences.md)

A system that some wheel is missing for is left out and named; the answer is then 1.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from email.parser import Parser
from pathlib import Path
from typing import Final

from markdown_it import MarkdownIt
from packaging.requirements import Requirement
from packaging.tags import sys_tags
from packaging.utils import parse_wheel_filename

ROOT: Final = Path(__file__).resolve().parent.parent
PYTHON: Final = os.environ.get("MEDSPILL_PIP", sys.executable)
"""The Python whose pip fetches; the room that runs this has none of its own."""
PYTHONS: Final = ("3.11", "3.12", "3.13", "3.14")
_GLIBC: Final = (5, 12, 17, 24, 26, 27, 28)
_MACS: Final = (11, 12, 13)


@dataclass(frozen=True, slots=True)
class System:
    """A kind of PC: what people call it, how markers name it, and the wheels it can take."""

    name: str
    platform: str
    tags: tuple[str, ...]


def _linux(machine: str) -> tuple[str, ...]:
    newer = tuple(f"manylinux_2_{minor}_{machine}" for minor in _GLIBC)
    return (*newer, f"manylinux2014_{machine}", f"linux_{machine}")


SYSTEMS: Final = (
    System("Windows (Intel, AMD)", "win32", ("win_amd64",)),
    System("Windows (ARM)", "win32", ("win_arm64",)),
    System("macOS (Apple)", "darwin", tuple(f"macosx_{v}_0_arm64" for v in _MACS)),
    System("macOS (Intel)", "darwin", tuple(f"macosx_{v}_0_x86_64" for v in _MACS)),
    System("Linux (Intel, AMD)", "linux", _linux("x86_64")),
    System("Linux (ARM)", "linux", _linux("aarch64")),
)


def pinned(lock: str) -> Iterator[tuple[Requirement, str]]:
    """Each package of a lock file, and its lines with the hashes."""
    for block in re.split(r"\n(?=\S)", lock):
        line = block.split("\\", 1)[0].strip()
        if line and not line.startswith("#"):
            yield Requirement(line), block.strip()


def here() -> tuple[System, str]:
    """The machine that builds."""
    own = {tag.platform for tag in sys_tags()}
    system = next(s for s in SYSTEMS if own & set(s.tags))
    return system, f"{sys.version_info.major}.{sys.version_info.minor}"


def fetch(system: System, python: str, lock: str, wheels: Path) -> str:
    """Fetches the wheels of one system and Python; what pip says where one is missing."""
    marks = {
        "sys_platform": system.platform,
        "platform_system": {"win32": "Windows", "darwin": "Darwin"}.get(system.platform, "Linux"),
        "python_version": python,
        "python_full_version": f"{python}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }
    wanted = [b for r, b in pinned(lock) if r.marker is None or r.marker.evaluate(dict(marks))]
    # The markers are answered here: pip would answer them for the machine that builds.
    lines = [re.sub(r"^([^\s;]+)\s*;[^\\]*", r"\1 ", block) for block in wanted]
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as got:
        asked = Path(folder) / "wanted.txt"
        asked.write_text("\n".join(lines) + "\n", "utf-8")
        tags = [word for tag in system.tags for word in ("--platform", tag)]
        done = subprocess.run(  # noqa: S603 - pip, with words of our own
            [
                *(PYTHON, "-m", "pip", "download", "--quiet", "--no-deps"),
                *("--only-binary", ":all:", "--require-hashes", "--requirement", str(asked)),
                *("--python-version", python, "--implementation", "cp", *tags, "--dest", got),
            ],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            errors = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
            return errors[-1] if errors else done.stderr
        for wheel in Path(got).iterdir():
            shutil.copy2(wheel, wheels / wheel.name)
    return ""


def build_own(wheels: Path) -> Path:
    """The wheel of Medspill itself."""
    command = (sys.executable, "-m", "hatchling", "build", "--target", "wheel")
    subprocess.run([*command, "--directory", str(wheels)], cwd=ROOT, check=True)  # noqa: S603
    return next(wheels.glob("medspill-*.whl"))


def licences(wheels: Path, texts: Path) -> list[tuple[str, str, str]]:
    """Name, version and licence of each package; its licence texts are laid in a folder."""
    told: dict[str, tuple[str, str, str]] = {}
    for path in sorted(wheels.glob("*.whl")):
        name, version, *_ = parse_wheel_filename(path.name)
        if name in told:
            continue
        with zipfile.ZipFile(path) as wheel:
            inside = [i for i in wheel.namelist() if ".dist-info/" in i]
            about = next(i for i in inside if i.endswith(".dist-info/METADATA"))
            told[name] = (str(name), str(version), _licence(wheel.read(about).decode()))
            for item in inside:
                if re.search(r"licen[sc]e|copying|notice", item.rsplit("/", 1)[-1], re.IGNORECASE):
                    (texts / name).mkdir(parents=True, exist_ok=True)
                    (texts / name / item.rsplit("/", 1)[-1]).write_bytes(wheel.read(item))
    return sorted(told.values())


def _licence(metadata: str) -> str:
    about = Parser().parsestr(metadata, headersonly=True)
    classified = [
        c.rsplit("::", 1)[-1].strip()
        for c in about.get_all("Classifier", [])
        if c.startswith("License ::")
    ]
    written = (about.get("License") or "").strip()
    short = written if written and "\n" not in written else ""
    return about.get("License-Expression") or short or ", ".join(classified) or "?"


def licence_table(listed: list[tuple[str, str, str]]) -> str:
    """The licences as a page."""
    rows = "\n".join(f"| {' | '.join(row)} |" for row in listed if row[0] != "medspill")
    heading = "# Lisenser\n\nMedspill selv er under MIT-lisensen. Det bygger på dette:\n"
    fonts = (
        "Utskriftene har skriften DejaVu Sans i seg, under Bitstream Vera-lisensen "
        "(screens/paper/fonts/LICENSE.txt)."
    )
    return f"{heading}\n| pakke | versjon | lisens |\n|---|---|---|\n{rows}\n\n{fonts}\n"


def write_words(kit: Path, version: str, covered: dict[str, list[str]]) -> None:
    """The sheet that says what to do, and the start script of each system."""
    systems = "\n".join(f"- {name}: Python {', '.join(ps)}" for name, ps in covered.items() if ps)
    words = (ROOT / ".ci" / "kit" / "LES MEG.txt").read_text("utf-8")
    sheet = words.format(version=version, systems=systems)
    (kit / "LES MEG.txt").write_text(sheet, "utf-8", newline="\r\n")
    for script in sorted((ROOT / ".ci" / "kit").iterdir()):
        if script.suffix in {".cmd", ".command", ".sh"}:
            shutil.copy2(script, kit / script.name)


def write_guide(kit: Path) -> None:
    """The quick start as one page with its pictures in it, to be opened by a double click."""
    text = (ROOT / "docs" / "kom-i-gang.md").read_text("utf-8")
    # What it links to does not lie in the kit.
    text = re.sub(r"(?<!!)\[([^\]]+)\]\([^)]*\)", r"\1", text)
    body = MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
    style = (ROOT / "screens" / "paper" / "templates" / "report.css").read_text("utf-8")
    page = (
        '<!doctype html>\n<html lang="nb">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Kom i gang</title>\n<style>\n{style}img {{ max-width: 100%; }}\n</style>\n"
        f"</head>\n<body>\n{re.sub(_PICTURE, _embedded, body)}</body>\n</html>\n"
    )
    (kit / "Kom i gang.html").write_text(page, "utf-8")


_PICTURE: Final = re.compile(r'src="(pictures/[^"]+\.png)"')


def _embedded(found: re.Match[str]) -> str:
    picture = (ROOT / "docs" / found[1]).read_bytes()
    return f'src="data:image/png;base64,{b64encode(picture).decode()}"'


def build(folder: Path, combinations: list[tuple[System, str]]) -> tuple[Path, bool]:
    """Builds the kit; its folder, and whether every system that was asked for is in it."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    kit = folder / f"medspill-{version}"
    shutil.rmtree(kit, ignore_errors=True)
    wheels = kit / "wheels"
    wheels.mkdir(parents=True)
    lock = (ROOT / "requirements.txt").read_text("utf-8")
    covered: dict[str, list[str]] = {system.name: [] for system, _ in combinations}
    for number, (system, python) in enumerate(combinations, start=1):
        missing = fetch(system, python, lock, wheels)
        say(f"{number}/{len(combinations)} {system.name}, Python {python}: {missing or 'ok'}")
        if not missing:
            covered[system.name].append(python)
    own = build_own(wheels)
    digest = hashlib.sha256(own.read_bytes()).hexdigest()
    pin = f"medspill=={version} \\\n    --hash=sha256:{digest}\n"
    (kit / "requirements.txt").write_text(lock + pin, "utf-8")
    shutil.copy2(ROOT / "start.py", kit / "start.py")
    for page in ("LICENSE", "SECURITY.md"):
        if (ROOT / page).is_file():
            shutil.copy2(ROOT / page, kit / page)
    write_words(kit, version, covered)
    write_guide(kit)
    listed = licences(wheels, kit / "licences")
    fonts = kit / "licences" / "dejavu-fonts"
    fonts.mkdir(exist_ok=True)
    shutil.copy2(ROOT / "screens" / "paper" / "fonts" / "LICENSE.txt", fonts)
    (kit / "licences" / "LICENCES.md").write_text(licence_table(listed), "utf-8")
    packed = shutil.make_archive(str(kit), "zip", folder, kit.name)
    say(f"{packed}: {Path(packed).stat().st_size / 1e6:.0f} MB, {len(listed)} packages")
    asked = [system.name for system, _ in combinations]
    return kit, all(len(ps) == asked.count(name) for name, ps in covered.items())


def say(sentence: str) -> None:
    """Tells who builds."""
    print(sentence, file=sys.stderr, flush=True)  # noqa: T201 - a tool for the terminal


def main() -> int:
    """Reads what is wanted and builds it; the answer is the exit status."""
    reader = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    reader.add_argument("--here", action="store_true", help="only for this machine")
    reader.add_argument("-o", "--output", type=Path, default=ROOT / "dist")
    reader.add_argument("--licences", type=Path, help="where the list of licences is written")
    wanted = reader.parse_args()
    every = [(system, python) for system in SYSTEMS for python in PYTHONS]
    kit, is_whole = build(wanted.output.resolve(), [here()] if wanted.here else every)
    if wanted.licences:
        shutil.copy2(kit / "licences" / "LICENCES.md", wanted.licences)
    return 0 if is_whole else 1


if __name__ == "__main__":
    raise SystemExit(main())
