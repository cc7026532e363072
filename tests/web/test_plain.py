"""The plain page on a real hall: who is let in, whose forms are taken, and what they do."""

import http.client
import re
import secrets
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest

from screens.control import Control
from tests.web.halls import an_evening, ask, hall, tell

FORM = "application/x-www-form-urlencoded"


class Reader:
    """A browser without script: follows what it is sent to, keeps its cookie, fills in forms."""

    def __init__(self, control: Control, case: str) -> None:
        self.control, self.case = control, case
        self.url = str(control.about["control_url"])
        self.cookie = self.key = self.set_cookie = ""

    def ask(self, path: str, body: bytes | None = None, **headers: str) -> tuple[int, str]:
        """One request with the cookie; the address it is sent to stands in ``self.sent_to``."""
        place = urlsplit(self.url)
        line = http.client.HTTPConnection(place.hostname or "", place.port or 80, timeout=10)
        cookies = {"Cookie": self.cookie} if self.cookie else {}
        line.request("GET" if body is None else "POST", path, body, {**cookies, **headers})
        answer = line.getresponse()
        self.sent_to = answer.getheader("location") or ""
        self.set_cookie = answer.getheader("set-cookie") or self.set_cookie
        self.policy = answer.getheader("content-security-policy") or ""
        self.refresh = answer.getheader("refresh") or ""
        text = unescape(answer.read().decode())
        line.close()
        return answer.status, text

    def come_in(self) -> str:
        """Open the address of the first visit, and the page that it leads to."""
        path = str(self.control.about["plain_url"]).removeprefix(self.url)
        assert self.ask(path)[0] == 303
        self.cookie = self.set_cookie.partition(";")[0]
        _, page = self.ask(self.sent_to)
        found = re.search(r'name="key" value="(\w+)"', page)
        assert found
        self.key = found[1]
        return page

    def send(self, act: str, *, origin: str = "", **fields: Any) -> tuple[int, str]:
        """Press a button; the page that comes of it."""
        sent = {"key": self.key, "id": secrets.token_hex(12), "case": self.case, "act": act}
        headers = {"Content-Type": FORM, "Origin": origin or self.url}
        status, page = self.ask("/plain/do", urlencode(sent | fields).encode(), **headers)
        return self.ask(self.sent_to) if status == 303 else (status, page)

    def look(self) -> Any:
        """The case as it stands."""
        return self.control.get(f"/cases/{self.case}")


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """Somebody who has opened the page."""
    file: Path = tmp_path_factory.mktemp("plain") / "a.db"
    with hall(file, "--control-port", "0") as control:
        reader = Reader(control, an_evening(control))
        reader.come_in()
        yield reader


def test_only_its_own_address_lets_in_and_the_key_leaves_the_address(reader: Reader) -> None:
    """The cookie is for this page alone, out of reach of scripts and other sites."""
    for path in ("/plain", "/plain?key=wrong", "/plain/now"):
        assert ask(reader.url, path)[0] == 403
    assert ask(reader.url, "/plain/do", b"")[0] == 403
    set_cookie = reader.set_cookie.lower()

    assert {"httponly", "samesite=strict", "path=/plain"} <= set(set_cookie.split("; "))
    assert reader.control.about["token"] not in reader.set_cookie
    status, page = reader.ask("/plain")
    assert (status, reader.control.about["token"] in page) == (200, False)
    assert reader.cookie.partition("=")[2] not in page
    assert "default-src 'none'" in reader.policy
    assert "<script" not in page


def test_the_page_opens_nothing_else_and_is_not_on_the_lan(reader: Reader) -> None:
    """Its cookie is no token; phones find no such page; a foreign name for it is turned away."""
    assert reader.ask("/cases")[0] == 403
    assert ask(str(reader.control.about["phone_url"]), "/plain")[0] == 404
    assert ask(reader.url, "/plain", Host="evil.example")[0] == 403


def test_forms_of_another_site_do_nothing(reader: Reader) -> None:
    """Not with another origin, not without the key of the form, not as anything but a form."""
    before = reader.look()["seq"]
    other = reader.url.replace("127.0.0.1", "localhost")
    for origin in ("http://evil.example", "null", other, f"{reader.url}1"):
        assert reader.send("more", origin=origin)[0] == 403
    assert reader.send("more", key="")[0] == 403
    site = {"Content-Type": FORM, "Sec-Fetch-Site": "same-site"}
    body = urlencode({"key": reader.key, "case": reader.case, "act": "more"}).encode()
    assert reader.ask("/plain/do", body, **site)[0] == 403
    assert reader.ask("/plain/do", body, **{"Content-Type": "text/plain"})[0] == 403

    assert reader.look()["seq"] == before


def test_a_paper_note_is_keyed_in_let_through_and_taken_back(reader: Reader) -> None:
    """What was written is shown whole, stays where it is refused, and undo says what it undoes."""
    text = "Benk <b>ved</b> bussen"
    _, page = reader.send("paper", what="need", text=text, number="7", table="3")
    assert f"Gjort: Lagt inn fra papir: «{text}»" in page
    (note,) = (n for n in reader.look()["notes"].values() if n["number"] == 7)
    assert (note["text"], note["origin"], note["table"]) == (text, "paper", 3)

    status, page = reader.send("paper", what="need", text="Noe annet", number="7")
    assert (status, ">Noe annet</textarea>" in page) == (409, True)
    assert "Lapp 7 er alt lagt inn" in page

    _, page = reader.send("let", note=note["id"])
    assert reader.look()["notes"][note["id"]]["state"] == "shown"
    found = re.search(r'name="command" value="([\w-]+)"', page)
    assert found
    _, page = reader.send("undo", command=found[1])
    assert "Gjort: Angret dette: Flyttet lappen" in page
    assert reader.look()["notes"][note["id"]]["state"] == "waiting"


def test_a_vote_is_closed_only_when_one_has_said_yes(reader: Reader) -> None:
    """The question comes first, and changes nothing."""
    tell(reader.control, reader.case, "cluster.make", title="Buss")
    reader.send("vote", over="need")
    _, page = reader.send("close_vote")

    assert "Lukke stemmingen?" in page
    assert reader.look()["vote"]
    _, page = reader.send("close_vote", sure="1")
    assert "Gjort: Stemmingen er lukket" in page
    assert reader.look()["vote"] is None


def test_what_comes_too_early_asks_why_and_the_reason_goes_along(reader: Reader) -> None:
    """Ideas before the need is in words: the page asks, and the report has the answer."""
    _, page = reader.send("open", kind="ideas")
    assert 'name="reason"' in page
    running = reader.look()["running"]
    assert running is None or running["kind"] != "ideas"
    reader.send("open", kind="ideas", reason="Vi prøver", sure="1")

    case = reader.look()
    assert (case["running"]["kind"], case["station"]) == ("ideas", 5)
    assert "Vi prøver" in str(case["overrides"])


def test_the_same_press_twice_takes_one_step(reader: Reader) -> None:
    """A page that is sent again is answered as the first time; a stale button does nothing."""
    minutes = reader.look()["running"]["ends_at"]
    first = reader.send("more", id="thesame0001")
    after = reader.look()["running"]["ends_at"]
    again = reader.send("more", id="thesame0001")
    _, stale = reader.send("next", step="begin.somethingelse")

    assert after > minutes
    assert (first[0], again[0], reader.look()["running"]["ends_at"]) == (200, 200, after)
    assert "Noe annet står for tur nå" in stale


def test_the_reading_page_reloads_only_where_that_is_asked_for(reader: Reader) -> None:
    """It holds no field that a reload could empty."""
    status, page = reader.ask("/plain/now")
    assert (status, reader.refresh, "<form" in page) == (200, "", False)
    reader.ask("/plain/now?every=60")
    assert reader.refresh == "60"
    reader.ask("/plain/now?every=1")
    assert reader.refresh == ""


def test_the_page_speaks_three_languages(reader: Reader) -> None:
    """A link says in which, and a cookie keeps it."""
    own = reader.cookie
    for language, words in (("nn", "Her er de"), ("en", "Where you are"), ("nb", "Her er dere")):
        assert reader.ask(f"/plain?lang={language}")[0] == 303
        reader.cookie = f"{own}; medspill_plain_lang={language}"
        _, page = reader.ask("/plain")
        assert f'<html lang="{language}">' in page
        assert f">{words}</h2>" in page
    reader.cookie = own
