"""Every form of a question on paper: the sheet to answer on, and the report afterwards."""

import json

import pytest

from screens.keying import read_answers
from screens.paper.answers import answer_sheet
from screens.paper.report import as_json, as_markdown
from screens.paper.sheets import Numbers, sheet
from screens.scales import Scales
from screens.words import Words
from tests.unit.given import an_evening
from tests.unit.test_report_page import Page
from tests.unit.test_scene_own import FOUR, KINDS, open_with
from tests.unit.test_sheets import PLACE
from workshop.views import worded

SAY = Words()


@pytest.mark.parametrize("kind", KINDS)
def test_a_sheet_asks_all_and_is_read_by_its_signs(kind: str) -> None:
    """Every thing stands on the numbered sheet, and the desk reads each printed sign."""
    evening = open_with(kind)
    form = evening.it.polls[evening.it.poll or ""].form
    printed = answer_sheet(evening.it, "", SAY)
    assert printed
    page = Page(sheet("answers", evening.it, PLACE, Numbers(ballots=2, first=5), SAY))

    assert all(Scales(SAY).item(item) in page.words for item in form.items)
    assert page.words.count("Svarark nr.") == 2
    for step, (sign, _) in zip(form.steps, printed.steps, strict=True):
        read = read_answers(" ".join([sign] * len(form.items)), "choice", form, Scales(SAY))
        assert read == {item.key: step.key for item in form.items}


@pytest.mark.parametrize("kind", KINDS)
def test_the_report_tells_what_it_gave(kind: str) -> None:
    """The sentences of the wall stand in the report, and the counts in the data."""
    evening = open_with(kind)
    before = as_markdown(evening.it, SAY)
    evening.made("poll.close")

    told, data = as_markdown(evening.it, SAY), json.loads(as_json(evening.it))

    poll = data["case"]["polls"][0]
    assert (poll["answers"], poll["form"]["kind"]) == (8, kind)
    assert not any(s in before for s in KINDS[kind].told if "." in s)
    assert all(name in told for name in {i["text"] for i in poll["form"]["items"]})
    assert any(line.startswith("|") for line in told.splitlines())


def test_the_data_says_what_unites_and_what_comes_first() -> None:
    """Findings lie beside the counts that they were found in, by item."""
    found = {}
    for kind in ("agreement", "ranking", "axes"):
        evening = open_with(kind)
        evening.made("poll.close")
        found[kind] = json.loads(as_json(evening.it))["case"]["polls"][0]["findings"]

    assert [(f["item"], f["side"]) for f in found["agreement"]] == [
        ("i1", "unites"),
        ("i3", "unites"),
        ("i2", "divides"),
        ("i4", "unsettled"),
    ]
    assert [(f["item"], f["points"], f["place"]) for f in found["ranking"]] == [
        ("i2", 24, 1),
        ("i1", 16, 2),
        ("i3", 8, 3),
        ("i4", 0, 4),
    ]
    assert [(f["number"], f["corner"]) for f in found["axes"]] == [(1, "best"), (2, "middle")]


def test_the_report_reads_what_was_asked_about_as_it_reads_now() -> None:
    """Clusters that were asked about have their titles, which the poll itself does not hold."""
    evening = an_evening()
    for title in FOUR:
        evening.made("cluster.make", title=title)
    poll = evening.made("poll.open", what="choice", form="agreement", over="need")
    answers = {f"i{n}": "agree" for n in range(1, 5)}
    for number in range(1, 6):
        evening.made("poll.answer", origin="paper", poll=poll, number=number, answers=answers)
    evening.made("poll.close")

    assert f"Dette samler oss: {', '.join(f'«{title}»' for title in FOUR)}" in as_markdown(
        evening.it, SAY
    )
    assert worded(evening.it, evening.it.polls[poll].form).items[0].text == FOUR[0]
