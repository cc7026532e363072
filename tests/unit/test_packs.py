"""Strategy packs: those that come along are whole, and a fault in one's own is told where it is."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from storage import packs
from storage.ledger import Ledger
from storage.pack_faults import PackFaults
from tests.unit.given import Evening
from workshop.packs.helping import help_at
from workshop.packs.model import Pack

CHECKLIST = """[[checklists]]
key = 'a'
name = 'A'
scale = '{scale}'
items = [
  {{ key = 'b', text = 'B' }},
{more}]
"""
MUNICIPALITIES = {"gausdal", "jevnaker", "lier", "lunner", "ullensaker"}


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for a user's own packs."""
    monkeypatch.setattr(packs, "own_folder", lambda: tmp_path / "packs")
    return tmp_path / "packs"


def faults(tmp_path: Path, text: str) -> list[tuple[str, str, int | None]]:
    """What is wrong with a pack that is written like this."""
    file = tmp_path / "x.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(PackFaults) as wrong:
        packs.read(file)
    return [(fault.rule, fault.path, fault.line) for fault in wrong.value.faults]


def test_five_municipalities_and_an_empty_one_come_along() -> None:
    """Each has its source; all have the method's fundamentals, scales and help."""
    assert set(packs.shipped()) == MUNICIPALITIES | {"egen"}
    for name in packs.shipped():
        pack = packs.pack(name)
        assert pack is not None
        assert pack.id == name
        assert [f.key for f in pack.fundamentals] == [
            "need",
            "value",
            "driver",
            "team",
            "anchoring",
        ]
        assert {h.station for h in pack.help} == {1, 2, 3, 4, 5, 6}
        assert name == "egen" or ((pack.source and pack.definition and pack.values) or pack.lost)


def test_what_the_documents_say_is_there() -> None:
    """Nine signs of a culture, ten, seven and nine means, eight, five and seven principles."""
    counted = {
        (name, c.key): len(c.items)
        for name in MUNICIPALITIES
        if (pack := packs.pack(name))
        for c in pack.checklists
    }

    assert counted["jevnaker", "culture"] == 9
    assert [counted["jevnaker", k] for k in ("arenas", "politics", "leadership")] == [10, 7, 9]
    assert counted["lier", "principles"] == 8
    assert counted["ullensaker", "intake"] == 5
    assert (counted["lunner", "values"], counted["lunner", "strategies"]) == (4, 7)


def test_a_case_keeps_the_pack_as_it_was(tmp_path: Path, own: Path) -> None:
    """Changing the file later changes nothing in the case, also after a restart."""
    own.mkdir()
    file = own / "nordre.toml"
    file.write_text('id = "nordre"\nname = "Før"\n', encoding="utf-8")
    assert packs.pack("nordre") is not None
    from storage.batch import Wish
    from workshop.commands import PARSE

    opened = PARSE.validate_python({"name": "case.open", "title": "Sak", "pack": "nordre"})
    ledger = Ledger.open(tmp_path / "a.db")
    ledger.record(Wish("case-0001", "case-0001", opened, "d")).result()
    file.write_text('id = "nordre"\nname = "Etter"\n', encoding="utf-8")
    ledger.close()
    ledger = Ledger.open(tmp_path / "a.db")
    kept = ledger.cases["case-0001"].pack
    ledger.close()

    assert (kept.name, len(kept.fundamentals)) == ("Før", 5)


def test_a_pack_that_is_not_there_is_refused(own: Path) -> None:  # noqa: ARG001
    """Neither a name that nobody has nor a path out of the folder reaches any file."""
    assert packs.pack("nope") is None
    refused = Evening().when("case.open", title="Sak", pack="nope")

    assert getattr(refused, "reason", "") == "no_pack"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("name = 'a'\nslogan = ikke tekst\n", ("not_toml", "", 2)),
        ("", ("empty", "", None)),
        ("requires_break = nei\n", ("not_yes_no", "", 1)),
        ("fundamental_most = 1 0\n", ("not_number", "", 1)),
        ('slogan = "Vi sier "hei" her"\n', ("quote_within", "", 1)),
        ("name = 'a'\nname = 'b'\n", ("field_twice", "", 2)),
        ("[values]\nkey = 'a'\n[values]\nkey = 'b'\n", ("group_twice", "", 3)),
        ("[values]\nkey = 'a'\nname = 'A'\n", ("not_listed", "values", 1)),
        ("rules = ['a', 'b'\nname = 'c'\n", ("not_ended", "", 1)),
        ('rules = [\n"a"\n"b",\n]\n', ("no_comma", "", 3)),
        ("rules = ['a' 'b']\n", ("not_list", "", 1)),
        (f"slogan = '{'x' * 201}'\n", ("too_long", "slogan", 1)),
        ("[[verdier]]\nkey = 'a'\n", ("unknown", "verdier", 1)),
        ("name = 7\n", ("not_text", "name", 1)),
        ("[source]\nadopted = 12.02.2026\n", ("not_text", "", 2)),
        ("[[programme]]\nkey = 'a'\n", ("near", "programme", 1)),
        ("id = 'a'\nslagord = 'b'\n", ("unknown", "slagord", 2)),
        ("id = 'Nordre Land'\n", ("bad_key", "id", 1)),
        ("values = 'x'\n", ("not_list", "values", 1)),
        ("\n[[values]]\nkey = 'a'\n", ("missing", "values[1].name", 2)),
        ("[[values]]\nkey = 'a'\nname = ' '\n", ("blank", "values[1].name", 3)),
        ("requires_break = 'kanskje'\n", ("not_yes_no", "requires_break", 1)),
        ("[[help]]\nstation = 9\n", ("too_high", "help[1].station", 2)),
        ("name = \u201cSammen\u201d\n", ("curly_quotes", "", 1)),
        ('main_goal = "Vi skal\nbli best"\n', ("not_closed", "", 1)),
        ("[[values]\nkey = 'a'\n", ("not_header", "", 1)),
        ("values = ['Nær']\n", ("not_listed", "values[1]", 1)),
        ("source = 'Strategi'\n", ("not_group", "source", 1)),
        ("adopted = '2025'\n", ("elsewhere", "adopted", 1)),
        ("[wording]\nnew = 'A'\nslogan = 'B'\n", ("above", "wording.slogan", 3)),
        (
            "[[checklists]]\nkey = 'a'\nname = 'A'\nscale = 'agree'\nitems = ['Er de med?']\n",
            ("not_braces", "checklists[1].items[1]", 5),
        ),
        ("[[values]]\nkey = 'a'\nname = 'A'\n" * 2, ("twice", "values[2].key", 5)),
        (
            CHECKLIST.format(scale="x", more=""),
            ("no_scale", "checklists[1].scale", 4),
        ),
        (
            CHECKLIST.format(scale="1-5", more=""),
            ("no_scale", "checklists[1].scale", 4),
        ),
        (
            CHECKLIST.format(scale="agree", more="  { key = 'c', text = 'C' }\n  { key = 'd' },\n"),
            ("not_row", "", 8),
        ),
        (
            CHECKLIST.format(scale="agree", more="  { key = 'c', tekst = 'C' },\n"),
            ("unknown", "checklists[1].items[2].tekst", 7),
        ),
    ],
)
def test_a_fault_is_told_by_key_path_and_line(
    tmp_path: Path, text: str, fault: tuple[str, str, int]
) -> None:
    """Where it stands and what it is, so that the author can go there and mend it."""
    assert fault in faults(tmp_path, text)


def test_a_list_of_wrong_things_is_not_called_too_short(tmp_path: Path) -> None:
    """One mistake is told once, and a mark that the editor put first is none."""
    text = "[[scales]]\nkey = 'a'\nsteps = ['rødt', 'grønt']\n"
    assert {rule for rule, *_ in faults(tmp_path, text)} == {"not_braces"}
    marked = tmp_path / "marked.toml"
    marked.write_text("name = 'A'\n", encoding="utf-8-sig")
    assert packs.read(marked).name == "A"


def test_what_can_be_written_is_told_where_it_was_not(tmp_path: Path) -> None:
    """The fields of that very group, and the answers as they are to be typed."""
    file = tmp_path / "x.toml"
    file.write_text(
        "[[programmes]]\nkey = 'a'\nname = 'A'\nlinks = ['B']\n[[help]]\nstation = 5\npart = 'x'\n",
        encoding="utf-8",
    )
    with pytest.raises(PackFaults) as wrong:
        packs.read(file)
    above, among = wrong.value.faults

    assert (above.rule, above.values["fields"]) == ("above", "key, name, text, question, criteria")
    assert among.values["among"] == '"need", "sort", "dots", "solution", "test"'


def test_a_pack_is_called_what_its_file_is_called(tmp_path: Path) -> None:
    """A copied line with another name leads no case astray."""
    file = tmp_path / "nordre_land.toml"
    file.write_text("id = 'lier'\nname = 'A'\n", encoding="utf-8")

    assert packs.read(file).id == "nordre_land"


def test_a_municipality_finds_its_own_strategy(own: Path) -> None:
    """By its name, however it is written; a pack of one's own goes first, the usual one last."""
    own.mkdir()
    (own / "mitt_lier.toml").write_text("municipality = 'Lier'\n", encoding="utf-8")

    assert packs.of_municipality(" gausdal ") == "gausdal"
    assert packs.of_municipality("Lier") == packs.of_municipality("Lier kommune") == "mitt_lier"
    assert packs.of_municipality("Ukjent") == packs.of_municipality("") == packs.USUAL


def test_the_command_line_lists_checks_and_begins_packs(tmp_path: Path) -> None:
    """A newcomer begins an empty pack, gets it checked, and finds it among the others."""
    env = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data"), "LANG": "C.UTF-8"}

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "screens.cli", "pack", *words]
        return subprocess.run(command, capture_output=True, text=True, env=env, check=False)

    begun = run("new", "nordre_land")
    file = next(tmp_path.rglob("nordre_land.toml"))
    checked = run("check", str(file))
    listed = json.loads(run("list", "--json").stdout)["packs"]
    file.write_text("id = 7\n", encoding="utf-8")
    wrong = run("check", str(file))

    assert (begun.returncode, checked.returncode, wrong.returncode) == (0, 0, 2)
    assert "nordre_land" in [row["pack"] for row in listed]
    assert f"{file}:1 id: " in wrong.stderr
    assert "Ennå ikke fylt ut: municipality, definition, values" in checked.stdout
    assert "NAVN mangler. Se «medspill pack new --help»." in run("new").stderr
    assert run("new", "lier").returncode == 2
    assert "Åpenhet" in run("show", "lier").stdout


def test_the_empty_pack_is_the_method_alone() -> None:
    """A case without a strategy still has every field to ask of."""
    assert Pack().checklist("culture") is None
    assert Pack().values == ()


def test_every_station_and_every_part_of_the_round_has_help() -> None:
    """What to do, say and watch for, with the municipality's own lines after the method's."""
    lier = packs.pack("lier")
    assert lier is not None
    for station in range(1, 7):
        told = help_at(lier, station)
        assert told is None if station == 5 else (told and told.do and told.say and told.mistakes)
    for part in ("need", "sort", "dots", "solution", "test"):
        told = help_at(lier, 5, part)
        assert told
        assert told.do
        assert told.say
        assert told.mistakes
        assert told.time

    solution = help_at(lier, 5, "solution")
    assert solution
    assert solution.say[-1] == "«Både små og store ideer blir tatt på alvor.»"
