"""The states of the phone page by name, and how each is brought about; a house test counts them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from playwright.sync_api import Page

from tests.browser.phone.hall import Hall

POST: Final = """([path, fields]) => {
  const form = document.createElement('form');
  form.method = 'post'; form.action = path;
  for (const [name, value] of fields) {
    const field = document.createElement('input');
    field.type = 'hidden'; field.name = name; field.value = value;
    form.appendChild(field);
  }
  document.body.appendChild(form);
  HTMLFormElement.prototype.submit.call(form);
}"""


@dataclass
class Scene:
    """A hall and one phone in it."""

    hall: Hall
    page: Page
    language: str = "nb"
    last: int = 0

    def go(self, path: str = "") -> None:
        self.page.goto(self.hall.url + path)

    def speak(self, language: str) -> None:
        """The page comes in this language from now on, whatever brings it."""
        self.language = language
        cookie = {"name": "medspill.lang", "value": language, "url": self.hall.url}
        self.page.context.add_cookies([cookie])  # type: ignore[list-item]  # a plain dict is one

    def say_once(self, value: str) -> None:
        """What has just happened, as the hall has the next page told of it."""
        cookie = {"name": "medspill.said", "value": value, "url": self.hall.url}
        self.page.context.add_cookies([cookie])  # type: ignore[list-item]  # a plain dict is one

    def post(self, path: str, *fields: tuple[str, str]) -> None:
        """Send a form past what the page itself would stop; its answer is the page then."""
        self.last += 1
        own = [("id", f"form-{self.last:06}"), ("case", self.hall.case)]
        # A page that only turns is a navigation to the browser, too, but nothing is loaded.
        with self.page.expect_event("load"):
            self.page.evaluate(POST, [f"/{path}", [*own, *fields]])

    def join(self, heads: str = "1") -> None:
        """Be in the gathering, as somebody who shares the phone or not."""
        self.go()
        self.post("join", ("role", "resident"), ("heads", heads), ("table", ""))

    def anew(self) -> None:
        """Somebody else, who reads the same language: one phone may not send that fast."""
        self.page.context.clear_cookies()
        self.speak(self.language)
        self.join(heads="3")

    def quiet(self) -> None:
        """Nothing is open: no vote, no question, no block."""
        for what in ("vote", "poll"):
            if self.hall.look()[what]:
                self.hall.desk(f"{what}.close")
        if self.hall.look()["running"]:
            self.hall.desk("block.stop")

    def block(self, kind: str, **told: Any) -> None:
        """This block is open."""
        self.quiet()
        self.hall.desk("block.start", kind=kind, reason="Prøver", **told)

    def wrote(self) -> str:
        """A note of this phone's own; its id."""
        self.block("needs")
        self.post("note", ("what", "need"), ("text", f"Vil bo hjemme {self.last}"))
        return str(list(self.hall.look()["notes"])[-1])

    def lose(self, *paths: str) -> None:
        """What is sent there is swallowed by the network from now on."""
        for path in paths:
            self.page.route(path, lambda route: route.abort())

    def find(self) -> None:
        """The network is back."""
        self.page.unroute_all()

    def forget(self) -> None:
        """The phone is empty again, but for who it is."""
        self.page.evaluate("try { localStorage.clear(); } catch (e) { void e; }")

    def write(self, text: str, *, lost: bool = False, here: bool = False) -> None:
        """Fill the field and press; what goes there may be lost on the way."""
        if not here:
            self.block("needs")
            self.go()
        if lost:
            self.lose("**/note")
        self.page.locator("#text").fill(text)
        self.page.locator("#face button.main").click()

    def vote(self, *, send: bool = True, lost: bool = False) -> None:
        """Give a dot; hand it in, or stand there with it."""
        self.quiet()
        self.hall.desk("vote.open")
        self.go()
        if lost:
            self.lose("**/ballot")
        self.page.locator(".steps button").last.click()
        if send:
            self.page.locator("#face button.main").click()


Bring = Callable[[Scene], None]
STATES: Final[dict[str, Bring]] = {}


def at(*names: str) -> Callable[[Bring], Bring]:
    """This is how a page comes into these states."""

    def keep(bring: Bring) -> Bring:
        STATES.update(dict.fromkeys(names, bring))
        return bring

    return keep
