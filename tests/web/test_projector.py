"""The projector's page: only what was let through, no counts before time, nothing that runs."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

from screens.control import Control
from tests.web.halls import an_evening, hall, tell

HOSTILE = "<img src=x onerror=alert(1)> {{ 7 * 7 }} </script>"
WALLS = ("join", "question", "collecting", "clusters", "voting", "pause", "closing", "blank")


@pytest.fixture
def control(tmp_path: Path) -> Iterator[Control]:
    with hall(tmp_path / "hall.db", "--host", "192.168.8.2") as running:
        yield running


def told(control: Control) -> dict[str, Any]:
    """The picture and its clock, as the page is told them."""
    with urlopen(control.about["projector_url"] + "picture", timeout=10) as answer:  # noqa: S310 - ours
        picture = json.load(answer)
    assert isinstance(picture, dict)
    return picture


def look(control: Control) -> str:
    """What the projector shows now, as HTML."""
    return str(told(control)["html"])


def show(control: Control, case: str, wall: str, **fields: Any) -> str:
    """Another picture on the wall; it may stand there already."""
    assert control.send(case, "projector.show", wall=wall, **fields)["ok"]
    return look(control)


def said(html: str) -> str:
    """What one reads, with single spaces."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def voted(control: Control, case: str, votes: list[list[str]], **fields: Any) -> str:
    """A vote of numbered papers that has been closed; its id."""
    vote = tell(control, case, "vote.open", **fields)
    for number, picks in enumerate(votes, start=1):
        ballot = {"vote": vote, "picks": picks, "number": number}
        tell(control, case, "ballot.cast", origin="paper", **ballot)
    tell(control, case, "vote.close")
    return vote


def test_without_a_case_the_wall_says_how_to_get_in(control: Control) -> None:
    """An empty file is no error on the wall: it shows the phones' address and that we begin."""
    address = urlsplit(control.about["phone_url"]).netloc

    assert "Vi begynner snart" in look(control)
    assert address in look(control)


def test_the_way_in_has_code_address_and_phones(control: Control) -> None:
    """The first wall shows the gathering's code, the address in clear text, and a QR code."""
    case = an_evening(control)
    wall = show(control, case, "join")

    assert control.get("/hall")["code"] in said(wall)
    assert urlsplit(control.about["phone_url"]).netloc in said(wall)
    assert "Telefoner med nå 0" in said(wall)
    assert "<svg" in wall


def test_a_note_shows_only_when_it_was_let_through(control: Control) -> None:
    """Nothing reaches the hall by accident, and what is hidden again goes at once."""
    case = an_evening(control)
    assert "Skriv det første du tenker på." in look(control)
    note = tell(control, case, "note.write", text="Trenger en benk")
    assert "Trenger en benk" not in look(control)
    assert "1 innspill" in said(look(control))

    tell(control, case, "note.moderate", note=note, state="shown")
    assert "Trenger en benk" in look(control)

    tell(control, case, "note.moderate", note=note, state="hidden")
    assert "Trenger en benk" not in look(control)


def test_the_newest_notes_come_first_and_are_four(control: Control) -> None:
    """The wall has room for four notes; the newest stands first, a long one ends after a word."""
    case = an_evening(control)
    for text in (*"abcde", "lang " * 60):
        note = tell(control, case, "note.write", text=f"behov {text}")
        tell(control, case, "note.moderate", note=note, state="shown")
    shown = re.findall(r"<li [^>]*>([^<]*)</li>", look(control))

    assert [text[:7] for text in shown] == ["behov l", "behov e", "behov d", "behov c"]
    assert shown[0].endswith("lang …")
    assert len(shown[0]) <= 152


def test_hostile_words_are_only_words(control: Control) -> None:
    """What people write is escaped on every wall."""
    case = an_evening(control)
    note = tell(control, case, "note.write", text=HOSTILE)
    tell(control, case, "note.moderate", note=note, state="shown")
    tell(control, case, "cluster.make", title=HOSTILE)
    tell(control, case, "question.write", text=HOSTILE)
    tell(control, case, "case.describe", title=HOSTILE)
    tell(control, case, "promise.make", text=HOSTILE)
    tell(control, case, "frame.set", fixed=[HOSTILE], who_decides=HOSTILE)
    seen = [show(control, case, wall) for wall in WALLS]
    seen.append(show(control, case, "question", page=2))
    with urlopen(control.about["projector_url"], timeout=10) as answer:  # noqa: S310 - ours
        seen.append(answer.read().decode())

    assert all("<img" not in picture for picture in seen)
    assert sum("&lt;img" in picture for picture in seen) >= 7
    assert all("onerror=alert(1)&gt; {{ 7 * 7 }}" in p for p in seen if "&lt;img src=x o" in p)


def test_a_long_frame_stands_on_pages_of_its_own(control: Control) -> None:
    """The question shares its wall with a short frame only; no word of either is left out."""
    case = an_evening(control)
    tell(control, case, "frame.set", fixed=["Lovene"], open=["Alt annet"], who_decides="Rådet")
    assert "Rådet" in show(control, case, "question")

    lines = [f"Dette ligger fast uansett, nummer {n}" for n in range(9)]
    tell(control, case, "frame.set", fixed=lines)
    first, *rest = [said(show(control, case, "question", page=page)) for page in (1, 2, 3)]

    assert "Hva trenger du" in first
    assert "Lovene" not in first
    assert all(any(line in page for page in rest) for line in lines)
    assert "2 av 3" in rest[0]


def test_clusters_are_six_a_page(control: Control) -> None:
    """A page holds six; a page that is not there shows the last one instead."""
    case = an_evening(control)
    for number in range(1, 9):
        tell(control, case, "cluster.make", title=f"Klynge {number}.")
    first, last = (show(control, case, "clusters", page=page) for page in (1, 9))

    assert ["Klynge 6." in first, "Klynge 7." in first] == [True, False]
    assert ["Klynge 6." in last, "Klynge 7." in last] == [False, True]
    assert "1 av 2" in first
    assert "2 av 2" in last


def test_no_dots_are_told_while_a_vote_is_open(control: Control) -> None:
    """Only how many have voted; the figures come when it is closed."""
    case = an_evening(control)
    cluster = tell(control, case, "cluster.make", title="Kveldsbuss")
    for other in ("Kafé", "Benk"):
        tell(control, case, "cluster.make", title=other)
    vote = tell(control, case, "vote.open")
    for number in range(1, 7):
        fields = {"vote": vote, "picks": [cluster], "number": number}
        tell(control, case, "ballot.cast", origin="paper", **fields)
    during = look(control)
    tell(control, case, "vote.close")
    after = look(control)

    assert "Du har 3 prikker. 6 har stemt" in said(during)
    assert "bars" not in during
    assert "<rect" not in during
    assert "Kveldsbuss 6" in said(after)
    assert 'width="1000"' in after
    assert "6 stemte: 6 på papir" in said(after)
    assert "Prikkene gir råd. De bestemmer ikke." in after


def test_what_is_about_equal_stands_in_one_bracket(control: Control) -> None:
    """Near ties are bracketed and said; the others are not."""
    case = an_evening(control)
    a, b, c = (tell(control, case, "cluster.make", title=t) for t in ("Buss", "Kafé", "Benk"))
    voted(control, case, [[a, b]] * 9 + [[a, c]], dots=2)
    groups = look(control).split('class="group"')[1:]

    assert said(f"<{groups[0]}").startswith("Buss 10 Kafé 9 omtrent likt")
    assert "omtrent likt" not in groups[1]


def test_few_ballots_give_the_order_and_no_figures(control: Control) -> None:
    """Under five ballots nobody can read off the wall how one person voted."""
    case = an_evening(control)
    titles = ("Buss", "Kafé")
    one, other = (tell(control, case, "cluster.make", title=title) for title in titles)
    voted(control, case, [[other], [other], [one]])
    wall = look(control)

    assert "1 Kafé 2 Buss" in said(wall)
    assert "uten tall" in said(wall) or "ikke tallene" in said(wall)
    assert "<rect" not in wall


def test_a_vote_that_nobody_voted_in_has_no_order(control: Control) -> None:
    """An empty vote says that it is empty."""
    case = an_evening(control)
    tell(control, case, "cluster.make", title="Kveldsbuss")
    voted(control, case, [])

    assert "Ingen stemte." in look(control)
    assert "Kveldsbuss" not in look(control)


def test_the_last_wall_holds_what_was_promised(control: Control) -> None:
    """At the end the hall sees the promises, and when it hears from us."""
    case = an_evening(control)
    tell(control, case, "promise.make", text="Alle får svar")
    tell(control, case, "answer_date.set", day="2025-05-28")
    wall = said(show(control, case, "closing"))

    assert "Alle får svar" in wall
    assert "Da hører du fra oss: on. 28. mai" in wall
    assert "Takk for i dag." in wall


def test_a_dark_wall_has_no_words(control: Control) -> None:
    """A blank projector holds nothing; the page itself shows the time."""
    case = an_evening(control)

    assert said(show(control, case, "blank")) == ""


def test_a_wrong_path_shows_nothing(control: Control) -> None:
    """The page lies under a secret path, and what is not below it is not answered."""
    url, page = control.about["control_url"], control.about["projector_url"]

    with pytest.raises(OSError, match="403"):
        urlopen(f"{url}/projector/guessed/", timeout=10)  # noqa: S310 - ours
    with pytest.raises(OSError, match="404"):
        urlopen(f"{page}projector.css", timeout=10)  # noqa: S310 - ours


def test_the_page_runs_nothing_but_its_own_script(control: Control) -> None:
    """Style and script are linked by hashed names, and the policy admits no others."""
    with urlopen(control.about["projector_url"], timeout=10) as answer:  # noqa: S310 - ours
        policy, page = answer.headers["content-security-policy"], answer.read().decode()
    linked = re.findall(r'(?:src|href)="([^"]+)"', page)

    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert "unsafe" not in policy
    assert "style=" not in page
    assert "<style" not in page
    assert len(linked) == 3
    for name in linked:
        with urlopen(control.about["projector_url"] + name, timeout=10) as asset:  # noqa: S310 - ours
            assert re.fullmatch(r"projector-[0-9a-f]{12}\.(css|js|svg)", name)
            assert "immutable" in asset.headers["cache-control"]
