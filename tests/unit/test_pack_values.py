"""What a strategy says reaches the hall: its values, and what each of its programmes asks."""

from pathlib import Path

import pytest

from screens.pack_text import pack_text
from screens.paper.report import as_markdown
from screens.words import Words
from storage import packs
from storage.pack_faults import PackFaults
from tests.unit.given import an_evening
from workshop.views.beside import welcome

PROGRAMME = """name = "A"
[[programmes]]
key = "a"
name = "A"
criteria = {criteria}
"""


def test_the_values_stand_on_phones_at_the_opening_and_at_the_head_of_the_report() -> None:
    """One line each, in the words of the case's own pack; none where it has no values."""
    case = an_evening().it
    jevnaker = case.model_copy(
        update={
            "pack": packs.pack("jevnaker"),
            "shown": case.shown.model_copy(update={"welcomed": True}),
        }
    )
    told = welcome(jevnaker)

    assert told is not None
    assert told.values == ("Åpen", "Nytenkende", "Redelig")
    line = "Verdiene vi arbeider etter: Åpen, Nytenkende og Redelig."
    assert line in as_markdown(jevnaker, Words())
    assert "Verdiene" not in as_markdown(case, Words())


def test_a_programme_has_criteria_of_its_own_and_what_is_wrong_in_them_is_told(
    tmp_path: Path,
) -> None:
    """They are lines of its own table; something else there is told by its place and line."""
    file = tmp_path / "x.toml"
    file.write_text(PROGRAMME.format(criteria='["Er prøvd."]'), encoding="utf-8")
    pack = packs.read(file)
    assert pack.programmes[0].criteria == ("Er prøvd.",)
    assert "– Er prøvd." in pack_text(pack, Words())

    file.write_text(PROGRAMME.format(criteria='"Er prøvd"'), encoding="utf-8")
    with pytest.raises(PackFaults) as wrong:
        packs.read(file)
    (fault,) = wrong.value.faults
    assert ("criteria" in fault.path, fault.line) == (True, 5)


@pytest.mark.parametrize("name", ["gausdal", "ullensaker"])
def test_the_strategies_with_programmes_say_what_each_asks(name: str) -> None:
    """No programme that a document describes is without what it asks for (U 6.1, G 3)."""
    pack = packs.pack(name)

    assert pack
    assert pack.programmes
    assert [p.key for p in pack.programmes if not p.criteria] == []
