"""Templates: those that come along are whole, and a fault in one's own is told where it is."""

from pathlib import Path

import pytest

from storage import templates
from storage.batch import Wish
from storage.ledger import Ledger
from storage.pack_faults import TemplateFaults
from tests.unit.given import an_evening, refusal
from workshop.agenda import least_of, phase_of
from workshop.commands import PARSE
from workshop.plan_checks import LONGEST_STRETCH, TOLERANCE, need_share, stretches
from workshop.planned import Block
from workshop.weights import proposal

GOOD = """name = 'Kveld'
about = 'Når det passer.'
least_people = 2
most_people = 9
minutes = {minutes}
[[blocks]]
kind = 'needs'
minutes = 20
role = 'Vert'
method = 'Runde'
{more}"""
ROUND = {"andre_kveld": 2}
NO_ROUND = {"testdag", "folkevalgtseminar"}
"""The one is a test and little else, the other comes before there is a task at all."""


def as_blocks(name: str) -> tuple[Block, ...]:
    """The blocks of a template that comes along."""
    template = templates.template(name)
    assert template
    return tuple(
        Block(id=f"b{n}", **planned.model_dump()) for n, planned in enumerate(template.blocks)
    )


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for a user's own templates."""
    folder = tmp_path / "templates"
    folder.mkdir()
    monkeypatch.setattr(templates, "own_folder", lambda: folder)
    return folder


def test_every_file_that_comes_along_is_offered() -> None:
    """No template lies there without being in the list, and none is in the list without a file."""
    folder = Path(templates.__file__).parent.parent / "workshop" / "templates"

    assert {path.stem for path in folder.glob("*.toml")} == set(templates.ORDER)


@pytest.mark.parametrize("name", templates.ORDER)
def test_a_template_keeps_its_own_advice(name: str) -> None:
    """Its minutes add up, each block says who, how and what, and nobody sits for too long."""
    template = templates.template(name)
    assert template
    blocks = as_blocks(name)

    assert sum(b.minutes for b in template.blocks) == template.minutes
    assert all(b.role and b.method and b.cue for b in template.blocks)
    assert all(b.target for b in template.blocks if b.kind != "pause")
    assert max(stretches(blocks)) <= LONGEST_STRETCH
    assert all(1 <= least_of(b) <= b.minutes for b in blocks)
    assert blocks[-1].kind == "closing"


@pytest.mark.parametrize("name", sorted(set(templates.ORDER) - NO_ROUND))
def test_a_template_gives_the_need_its_share(name: str) -> None:
    """Big need, small solution: as much as the round that it is made for asks."""
    share = need_share(as_blocks(name))

    assert share is not None
    assert share >= proposal(ROUND.get(name, 1)).weight.need - TOLERANCE


def test_the_second_evening_is_written_for_round_two() -> None:
    """Half for the need, a quarter each for solution and test (journey of two evenings)."""
    blocks = as_blocks("andre_kveld")
    lengths = {p: sum(b.minutes for b in blocks if phase_of(b) == p) for p in "BLT"}

    assert lengths == {"B": 40, "L": 20, "T": 20}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (GOOD.format(minutes=25, more=""), ("no_sum", "minutes", 5)),
        (GOOD.format(minutes=20, more="least = 30\n"), ("least_too_long", "blocks[1].least", 11)),
        (GOOD.format(minutes=20, more="rolle = 'x'\n"), ("near", "blocks[1].rolle", 11)),
        (GOOD.format(minutes="'tjue'", more=""), ("not_number", "minutes", 5)),
        (
            GOOD.format(minutes=20, more="").replace("needs", "behov"),
            ("not_among", "blocks[1].kind", 7),
        ),
        (GOOD.format(minutes=20, more="").replace("'Vert'", "' '"), ("blank", "blocks[1].role", 9)),
        (GOOD.format(minutes=20, more="[[blocks]]\n"), ("missing", "blocks[2].kind", 11)),
        (GOOD.format(minutes=20, more="cue = tekst\n"), ("not_toml", "", 11)),
    ],
)
def test_a_fault_is_told_by_place_and_rule(
    tmp_path: Path, text: str, fault: tuple[str, str, int]
) -> None:
    """Whoever writes a template is told the key path and the line, and what to write there."""
    file = tmp_path / "x.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(TemplateFaults) as wrong:
        templates.read(file)
    first = wrong.value.faults[0]

    assert (first.rule, first.path, first.line) == fault


def test_ones_own_template_is_used_like_the_others(own: Path) -> None:
    """A file in the user's folder is offered after those that come along; a broken one is not."""
    (own / "kveld.toml").write_text(GOOD.format(minutes=20, more=""), encoding="utf-8")
    (own / "odde.toml").write_text("name = 7\n", encoding="utf-8")

    assert [name for name, _ in templates.everyone()] == [*templates.ORDER, "kveld"]
    assert templates.template("odde") is None


def test_a_gathering_keeps_its_run_sheet_when_the_file_changes(tmp_path: Path, own: Path) -> None:
    """The blocks are copied into the fact; one undo takes gathering and run sheet away."""
    file = own / "kveld.toml"
    file.write_text(GOOD.format(minutes=20, more="cue = 'Før'\n"), encoding="utf-8")
    ledger = Ledger.open(tmp_path / "a.db")

    def tell(id_: str, name: str, **fields: object) -> None:
        command = PARSE.validate_python({"name": name, **fields})
        ledger.record(Wish(id_, "case-0001", command, id_)).result()

    tell("case-0001", "case.open", title="Sak")
    tell("plan-0001", "gathering.plan", title="Kveld", template="kveld", start="18:00")
    file.unlink()
    (kept,) = ledger.cases["case-0001"].gatherings.values()
    tell("undo-0001", "undo")
    gone = ledger.cases["case-0001"].gatherings
    ledger.close()

    assert (kept.template, kept.end, kept.blocks[0].cue) == ("Kveld", "18:20", "Før")
    assert gone == {}


def test_a_template_that_is_not_there_is_refused() -> None:
    """Nothing is planned where the name is nobody's."""
    outcome = an_evening().when("gathering.plan", title="Kveld", template="nope")

    assert refusal(outcome) == "no_template"


def test_the_example_in_the_documentation_is_a_template(tmp_path: Path) -> None:
    """Whoever copies what docs/maler.md shows has a file that can be used."""
    paper = Path(templates.__file__).parent.parent / "docs" / "maler.md"
    file = tmp_path / "grendemote.toml"
    file.write_text(paper.read_text("utf-8").split("```toml\n")[1].split("```")[0], "utf-8")

    assert templates.read(file).minutes == 60


def test_the_command_line_says_what_to_write(tmp_path: Path, own: Path) -> None:
    """Every fault has its place and a sentence; a good file is told where to go."""
    from click.testing import CliRunner

    from screens.cli.templates import command

    bad, good = tmp_path / "bad.toml", tmp_path / "good.toml"
    bad.write_text(GOOD.format(minutes=25, more=""), encoding="utf-8")
    good.write_text(GOOD.format(minutes=20, more=""), encoding="utf-8")
    (own / "odde.toml").write_text("name = 7\n", encoding="utf-8")
    told = CliRunner().invoke(command, ["check", str(bad)])
    praised = CliRunner().invoke(command, ["check", str(good)])
    listed = CliRunner().invoke(command, ["list"])

    assert "bad.toml:5 minutes: Punktene varer 20 minutter til sammen." in told.output
    assert "er i orden: 1 punkter, 20 minutter" in praised.output
    assert str(own) in praised.output
    assert "odde.toml har feil" in listed.output
    assert "folkemote" in listed.output
