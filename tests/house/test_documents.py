"""What the papers promise is there."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.house import ROOT, name
from workshop.commands import COMMANDS

PROTOCOL = ROOT / "docs" / "protocol.md"
README = ROOT / "README.md"
PAPERS = [
    README,
    ROOT / "CONTRIBUTING.md",
    ROOT / "CHANGELOG.md",
    *sorted(ROOT.glob("docs/**/*.md")),
]


def shown_commands(paper: Path) -> list[str]:
    """The lines of a paper's code blocks that one types at a prompt."""
    blocks = re.findall(r"(?ms)^```(?:sh|console|bash)?\n(.*?)^```", paper.read_text("utf-8"))
    lines = (
        line.removeprefix("$ ").split("  #")[0] for text in blocks for line in text.splitlines()
    )
    return [line for line in lines if line.startswith(("python3 start.py", "medspill"))]


def medspill(*words: str) -> subprocess.CompletedProcess[str]:
    """Runs the program as its own process."""
    code = "from screens.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *words], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_the_protocol_names_every_command() -> None:
    """docs/protocol.md holds every command by the name that clients send."""
    text = PROTOCOL.read_text("utf-8")

    assert [command for command in COMMANDS if f"`{command}`" not in text] == []


def test_the_protocol_names_every_field() -> None:
    """docs/protocol.md holds every field of a command, so that a client can be written from it."""
    text = PROTOCOL.read_text("utf-8")
    fields = {f"{key}: {f}": f for key, command in COMMANDS.items() for f in command.model_fields}

    assert [place for place, field in fields.items() if f"`{field}`" not in text] == []


def test_the_readme_opens_with_the_two_commands_of_a_fresh_machine() -> None:
    """The first two commands of the README are the ones that start.py answers."""
    assert shown_commands(README)[:2] == ["python3 start.py demo", "python3 start.py test"]


@pytest.mark.parametrize(
    "subcommand",
    sorted(
        {
            words[0]
            for paper in PAPERS
            for line in shown_commands(paper)
            if (words := re.sub(r"^(python3 start.py|medspill) ?", "", line).split())
            if words[0] not in {"test", "setup", "kit"} and not words[0].startswith("-")
        }
    ),
)
def test_every_command_that_a_paper_shows_exists(subcommand: str) -> None:
    """Whoever copies a line out of a paper meets a program that knows it."""
    done = medspill(subcommand, "--help")

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("paper", PAPERS, ids=name)
def test_every_link_to_a_file_leads_somewhere(paper: Path) -> None:
    """A link or picture in a paper points at a file that is there."""
    links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", paper.read_text("utf-8"))

    assert [link for link in links if not (paper.parent / link).exists()] == []


@pytest.mark.parametrize("word", ["--version", "--help"])
def test_a_word_about_itself_needs_no_screen(word: str) -> None:
    """`--version` and `--help` answer without importing the screens, the server or the domain."""
    code = (
        "import sys\nfrom screens.cli import main\n"
        "try: main()\nexcept SystemExit as end: status = end.code\n"
        "heavy = {'textual', 'starlette', 'uvicorn', 'pydantic', 'jinja2', 'sqlite_utils'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\nsys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, word], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr.strip()) == (0, "[]")
    assert done.stdout.strip()


def test_every_dependency_stands_with_its_licence() -> None:
    """docs/licences.md lists what requirements.txt pins, in just those versions."""
    lock = (ROOT / "requirements.txt").read_text("utf-8")
    page = (ROOT / "docs" / "licences.md").read_text("utf-8")

    pinned = set(re.findall(r"(?m)^([a-z0-9-]+)==(\S+)", lock))
    listed = set(re.findall(r"(?m)^\| ([a-z0-9-]+) \| (\d\S*) \| \S", page))

    assert listed == pinned
