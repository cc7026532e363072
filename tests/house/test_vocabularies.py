"""A word that the domain adds to a closed list is said on every surface that tells of it."""

from typing import Any, get_args

import pytest

from screens.desk import sights
from screens.words import DEFAULT, catalogue, more
from tests.unit.given import an_evening
from workshop import terms
from workshop.basics import Origin
from workshop.recipe import STATIONS

SAID: dict[str, Any] = {
    "desk.block": terms.BlockKind,
    "report.block": terms.BlockKind,
    "projector.block": terms.BlockKind,
    "phone.block": terms.BlockKind,
    "phone.what": terms.BlockKind,
    "desk.wall": terms.Wall,
    "desk.category": terms.ActorCategory,
    "projector.category": terms.ActorCategory,
    "report.category": terms.ActorCategory,
    "people.role": terms.Role,
    "report.role": terms.ActorRole,
    "phone.role": terms.Role,
    "people.barrier": terms.Barrier,
    "people.channel": terms.Channel,
    "people.reply": terms.Reply,
    "desk.fate": terms.FateKind,
    "phone.fate": terms.FateKind,
    "desk.decision": terms.Decision,
    "report.decision": terms.Decision,
    "desk.hit": terms.Hit,
    "report.hit": terms.Hit,
    "desk.size": terms.Size,
    "report.size": terms.Size,
    "desk.process": terms.Process,
    "report.process": terms.Process,
    "desk.form": terms.SketchForm,
    "report.form": terms.CaseForm,
    "desk.state": terms.ClusterState,
    "report.state": terms.NoteState,
    "report.what": terms.NoteKind,
    "report.check": terms.Check,
    "desk.origin": Origin,
    "desk.voted": Origin,
    "desk.place_dots_came": Origin,
    "report.came": Origin,
    "projector.by": Origin,
    "projector.prompt": terms.NoteKind,
    "projector.count": terms.NoteKind,
    "phone.write_heading": terms.NoteKind,
    "phone.write_label": terms.NoteKind,
    "phone.write_help": terms.NoteKind,
}
"""Where a surface says the words of a closed list: `desk.block` holds `block_needs` and so on."""


@pytest.mark.parametrize("place", SAID)
def test_every_word_of_a_closed_list_is_said(place: str) -> None:
    """Whoever adds a kind of block hears here which catalogues still lack its words."""
    surface, _, head = place.partition(".")

    assert [w for w in get_args(SAID[place]) if f"{head}_{w}" not in known(surface)] == []


def known(surface: str) -> set[str]:
    """Every entry of a surface."""
    return {*catalogue(DEFAULT, surface), *more(DEFAULT, surface)}


def test_every_station_has_its_words_and_its_place() -> None:
    """A seventh one is named by wall and help, its gate by desk and report; the rail has it."""
    case = an_evening().it
    keys = {check.key for station in STATIONS for check in station.checks(case)}
    numbers = [station.number for station in STATIONS]

    assert [n for n in numbers if f"station_{n}" not in known("projector")] == []
    assert [n for n in numbers if f"method_station_{n}" not in known("desk")] == []
    assert [key for key in keys if f"gate_{key}" not in known("desk") & known("report")] == []
    assert len(sights.PLACES) == len(STATIONS)
