"""axe on each box that the script of the phone page puts up by itself, in three languages."""

import pytest
from playwright.sync_api import expect

from screens.words import LANGUAGES
from tests.browser.phone.conftest import NewPhone
from tests.browser.phone.hall import Hall
from tests.browser.phone.looking import Look
from tests.browser.phone.states import STATES, Scene, at
from tests.browser.phone.test_following import NO_STORAGE

pytestmark = pytest.mark.browser


@at("told saved", "told waiting")
def saved(scene: Scene) -> None:
    scene.write("Trappa er bratt", lost=True)
    expect(scene.page.locator("#status .warn")).to_be_visible()
    expect(scene.page.locator("#waiting .said")).to_be_visible()


@at("told saved-ballot", "told waiting-ballot")
def saved_ballot(scene: Scene) -> None:
    scene.vote(lost=True)
    expect(scene.page.locator("#waiting li")).to_be_visible()


@at("told unsafe")
def unsafe(scene: Scene) -> None:
    scene.block("needs")
    scene.go()
    scene.page.evaluate(NO_STORAGE)
    scene.write("Trappa er bratt", lost=True, here=True)
    expect(scene.page.locator("#status .warn")).to_be_visible()


@at("told lost")
def lost(scene: Scene) -> None:
    scene.quiet()
    scene.lose("**/live*", "**/follow*")
    scene.page.clock.install()
    scene.go()
    for _ in range(4):
        with scene.page.expect_event("requestfailed", lambda r: "/live" in r.url):
            scene.page.clock.run_for(6_000)
    expect(scene.page.locator("#status .warn")).to_be_visible()


@at("told not-sent")
def not_sent(scene: Scene) -> None:
    scene.lose("**/join")
    scene.go("?change")
    scene.page.locator("#face button.main").click()
    expect(scene.page.locator("#status .warn")).to_be_visible()


@at("told not-taken")
def not_taken(scene: Scene) -> None:
    note = scene.wrote()
    scene.write("Kommer for sent", lost=True)
    scene.hall.desk("phone.mute", note=note)
    scene.find()
    scene.page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(scene.page.locator("#waiting .error")).to_be_visible()
    scene.hall.desk("phone.mute", note=note, muted=False)


@at("told own")
def own(scene: Scene) -> None:
    scene.block("wonder")
    scene.go()
    scene.page.locator("#own").fill("Redd for å falle")
    scene.block("needs")
    expect(scene.page.locator("#waiting .said")).to_be_visible()


@at("told behind")
def behind(scene: Scene) -> None:
    scene.block("needs")
    scene.go()
    scene.page.locator("#text").fill("Halvferdig")
    scene.block("pause")
    expect(scene.page.locator("#status .info")).to_be_visible()


@at("told finish")
def finish(scene: Scene) -> None:
    behind(scene)
    scene.go()
    expect(scene.page.locator("#waiting a")).to_be_visible()


@at("told closed")
def closed(scene: Scene) -> None:
    scene.vote(send=False)
    scene.hall.desk("vote.close")
    expect(scene.page.locator("#status .warn")).to_be_visible()


@at("told closed-poll")
def closed_poll(scene: Scene) -> None:
    scene.quiet()
    scene.hall.desk("poll.open", what="fundamentals")
    scene.go()
    scene.page.locator("#answer input[type=radio]").first.check()
    scene.hall.desk("poll.close")
    expect(scene.page.locator("#status .warn")).to_be_visible()


@at("told over")
def over(scene: Scene) -> None:
    if scene.hall.look()["gathering"] is None:
        scene.hall.desk("gathering.open", gathering=scene.hall.desk("gathering.plan", title="To"))
    scene.join()
    scene.block("needs")
    scene.go()
    scene.page.locator("#text").fill("Halvferdig")
    scene.hall.desk("gathering.end")
    expect(scene.page.locator("#status .info")).to_be_visible()


TOLD = {bring: name for name, bring in STATES.items() if name.startswith("told ")}


@pytest.mark.parametrize("name", TOLD.values())
def test_what_the_script_tells(hall: Hall, phone: NewPhone, name: str) -> None:
    """The box is there, axe finds nothing in it, and it is told in a region that is read aloud."""
    scene = Scene(hall, phone(width=320))
    for title in ("Bli savnet", "Skyss til legen"):
        hall.desk("cluster.make", title=title)
    scene.join()
    look = Look(hall, scene.page)
    for language in LANGUAGES:
        scene.speak(language)
        STATES[name](scene)
        look.check(f"{name} ({language})")
        assert scene.page.evaluate("document.documentElement.lang") == language
        assert scene.page.locator("#status[role=status]").count() == 1
        scene.find()
        scene.forget()
    assert not look.wrong, "\n".join(look.wrong)
