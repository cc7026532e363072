"""Small or large, political or administrative: two choices that change data and nothing else."""

from itertools import product
from typing import get_args

import pytest

from tests.unit.given import Evening
from workshop import presets
from workshop.terms import Process, Size

BOTH = list(product(get_args(Size), get_args(Process)))


@pytest.mark.parametrize(("size", "process"), BOTH)
def test_every_choice_has_its_preset(size: Size, process: Process) -> None:
    """There is no case that the tables leave without an answer."""
    preset = presets.preset(size, process)

    assert preset.both.asked
    assert 0 < preset.size.people.least <= preset.size.people.most
    assert preset.size.minutes.least <= preset.size.gathering_minutes <= preset.size.minutes.most


def test_a_team_of_six_is_not_asked_for_politicians() -> None:
    """«Ikke naturlig jo lenger ned i organisasjonen man kommer» (Jevnaker 3)."""
    small = presets.preset("small", "administrative")

    assert small.both.asked == ("nearest_leader",)
    assert small.groups == ()
    assert (small.size.testers, small.size.confirmed, small.size.one_page) == (1, 1, True)
    assert small.size.template == "teammote"


def test_a_large_political_task_wants_politicians_and_more_testers() -> None:
    """«Politikerne er sentrale aktører i de store overordnede føringene» (Jevnaker 3)."""
    large = presets.preset("large", "political")

    assert large.both.asked == ("council", "chief_executive")
    assert large.groups[0] == ("politician",)
    assert (large.size.testers, large.size.tester_kinds, large.size.confirmed) == (5, 2, 8)


def test_a_case_that_is_described_anew_gets_another_preset() -> None:
    """Size and process can be changed at any time; what was said stays."""
    evening = Evening()
    evening.made("case.open", title="Mange ansikter", size="small", process="administrative")
    assert presets.of(evening.it).size.one_page

    evening.made("case.describe", size="large", process="political")

    assert presets.of(evening.it) == presets.preset("large", "political")
