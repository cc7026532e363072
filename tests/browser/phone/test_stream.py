"""The page follows by a stream while it is looked at, and by asking where that fails."""

import re
from collections import Counter

import pytest
from playwright.sync_api import Page, expect

from tests.browser.phone.conftest import NewPhone
from tests.browser.phone.hall import Hall
from tests.browser.phone.test_flow import face, status, write
from tests.browser.phone.test_following import writing

pytestmark = pytest.mark.browser

HIDDEN = """() => {
  Object.defineProperty(document, 'hidden', {value: %s, configurable: true});
  document.dispatchEvent(new Event('visibilitychange'));
}"""
SWALLOWED = """window.EventSource = function () {
  window.streamsTried = (window.streamsTried || 0) + 1;
  setTimeout(() => this.onerror(), 50);
  this.close = () => {};
}"""


def asked(page: Page) -> Counter[str]:
    """Counts what the page asks for from now on, by path."""
    paths: Counter[str] = Counter()
    page.on("request", lambda request: paths.update([re.sub(r"^.*//[^/]*|\?.*$", "", request.url)]))
    return paths


def test_a_page_that_streams_does_not_ask(hall: Hall, phone: NewPhone) -> None:
    """Block after block comes by the one stream, and nothing is asked for again and again."""
    page = writing(hall, phone())
    page.wait_for_function("() => performance.getEntriesByType('resource').length > 0")
    with page.expect_request("**/follow*"):
        page.reload()
    paths = asked(page)
    for kind, shown in (("pause", "wait"), ("ideas", "write")) * 3:
        hall.desk("block.start", kind=kind, reason="Haster")
        face(page, shown)

    assert paths["/live"] <= 1
    assert paths["/"] <= 7, paths


def test_without_the_stream_the_page_asks(hall: Hall, phone: NewPhone) -> None:
    """Where something on the way swallows streams, the page follows all the same."""
    page = writing(hall, phone(init=SWALLOWED))
    hall.desk("block.start", kind="pause")
    face(page, "wait")
    hall.desk("block.start", kind="ideas", reason="Haster")
    face(page, "write")

    # It tries a few times and then leaves it, for a while.
    assert 1 <= page.evaluate("window.streamsTried") <= 2


def test_without_eventsource_the_page_asks(hall: Hall, phone: NewPhone) -> None:
    """A browser that knows no streams follows, too."""
    page = writing(hall, phone(init="delete window.EventSource"))
    hall.desk("block.start", kind="pause")
    face(page, "wait")


def test_a_page_that_nobody_looks_at_is_quiet(hall: Hall, phone: NewPhone) -> None:
    """Hidden it ends its stream and asks nothing; seen again it is where the hall is."""
    page = writing(hall, phone())
    with page.expect_event("requestfinished", lambda r: "/follow" in r.url) as ended:
        page.evaluate(HIDDEN % "true")
        hall.desk("block.start", kind="pause")
        face(page, "write")
        page.evaluate(HIDDEN % "false")
        face(page, "wait")
        hall.desk("gathering.end")
    assert ended.value


def test_the_stream_comes_back_with_the_hall(hall: Hall, phone: NewPhone) -> None:
    """After the hall was killed and started again the page streams again, with nothing lost."""
    page = writing(hall, phone())
    hall.kill()
    write(page, "Mens salen var borte")
    status(page, "Lagret på telefonen, venter på nett")
    # A page that was refused twice waits a minute before it asks for the stream again.
    with page.expect_response("**/follow*", timeout=90_000):
        hall.start()
    status(page, "Mottatt")
    hall.desk("block.start", kind="pause")
    face(page, "wait")
    expect(page.locator("#waiting")).to_be_hidden()

    assert hall.texts() == ["Mens salen var borte"]


def test_a_page_says_by_itself_that_it_sends_and_comes_back(phone: NewPhone) -> None:
    """«Sjekk rommet» sees both, also while the page hangs on one stream and asks for nothing."""
    page = phone()
    with page.expect_request("**/hello"):
        page.reload()
    with page.expect_request("**/hello", timeout=8_000) as again:
        pass

    assert again.value.method == "POST"


LARGE = """
var real = JSON.parse;
JSON.parse = function (text) {
  var frame = real(text);
  if (frame && frame.phones) {
    frame.phones = 1100;
    window.heardOnce = true;
    if (frame.block === 'ideas') { window.heardAt = window.heardAt || performance.now(); }
  }
  return frame;
};
Math.random = function () { return 0.5; };
"""
ASKED_AT = """() => {
  const asked = performance.getEntriesByType('resource').filter(e => /^[^?]*\\/$/.test(e.name));
  return asked.length && asked[asked.length - 1].startTime - window.heardAt;
}"""


def test_in_a_large_hall_each_page_turns_in_a_moment_of_its_own(
    hall: Hall, phone: NewPhone
) -> None:
    """Of 1,100 phones one asks for its page half of three seconds later, and just once."""
    page = writing(hall, phone(init=LARGE))
    page.reload()
    page.wait_for_function("() => window.heardOnce")
    paths = asked(page)
    hall.desk("block.start", kind="ideas", reason="Haster")
    expect(page.get_by_label("Vi kan prøve å")).to_be_visible()

    # Three milliseconds for each of the thousand that are more than a hundred, and half of it.
    assert page.evaluate(ASKED_AT) >= 1_490
    assert paths["/"] == 1


def test_who_looks_up_in_a_large_hall_does_not_wait(hall: Hall, phone: NewPhone) -> None:
    """A page that was hidden when the meeting turned is where the hall is as soon as it is seen."""
    page = writing(hall, phone(init=LARGE))
    page.evaluate(HIDDEN % "true")
    hall.desk("block.start", kind="ideas", reason="Haster")
    page.evaluate(HIDDEN % "false")
    expect(page.get_by_label("Vi kan prøve å")).to_be_visible()

    assert page.evaluate(ASKED_AT) < 1_400
