"""Looks at every state of the phone page as somebody with a screen reader or keyboard would."""

from collections.abc import Callable
from importlib.resources import files
from typing import Any, Literal

from playwright.sync_api import Page

from screens.words import LANGUAGES
from tests.browser.phone.hall import Hall

Scheme = Literal["light", "dark"]
Act = Callable[[Page], Any]
AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async ([tags, rules]) => {
  const only = rules ? {type: 'rule', values: rules} : {type: 'tag', values: tags};
  const found = await axe.run(document, {runOnly: only, resultTypes: ['violations']});
  return found.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.html.slice(0, 120)));
}"""
SHAPE = """() => {
  const wrong = [];
  const wide = document.documentElement.scrollWidth - window.innerWidth;
  if (wide > 0) { wrong.push('wider by ' + wide); }
  if (document.querySelectorAll('h1').length !== 1) { wrong.push('not one h1'); }
  if (!document.title) { wrong.push('no title'); }
  for (const e of document.querySelectorAll('a, button, summary, input, select, textarea')) {
    const box = (e.closest('.chip') || e).getBoundingClientRect();
    const seen = e.checkVisibility ? e.checkVisibility() : box.height > 0;
    if (e.type !== 'hidden' && seen && (box.height < 24 || box.width < 24)) {
      wrong.push('small: ' + e.outerHTML.slice(0, 80));
    }
  }
  return wrong;
}"""
SPACED = """() => {
  for (const e of document.querySelectorAll('body, body *')) {
    e.style.letterSpacing = '.12em'; e.style.wordSpacing = '.16em'; e.style.lineHeight = '1.5';
  }
  const cut = [...document.querySelectorAll('body *')].filter(
    e => e.checkVisibility() && !e.closest('.unseen') && getComputedStyle(e).overflow !== 'visible'
      && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1));
  const wide = document.documentElement.scrollWidth - window.innerWidth;
  return cut.map(e => 'cut: ' + e.outerHTML.slice(0, 80)).concat(wide > 0 ? ['wider ' + wide] : []);
}"""
STOPS = """() => {
  const stops = [...document.querySelectorAll('a, button, summary, input, select, textarea')]
    .filter(e => e.type !== 'hidden' && e.checkVisibility());
  const names = new Set(stops.map(e => e.type === 'radio' ? e.name : e));
  return names.size;
}"""
STOP = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) { return null; }
  const shown = e.closest('.chip') ? e.nextElementSibling : e;
  const ring = getComputedStyle(shown);
  const box = shown.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height / 2, 20)];
  const at = document.elementFromPoint(x, y);
  const wrong = [];
  if (ring.outlineStyle === 'none' || parseFloat(ring.outlineWidth) < 2) { wrong.push('no ring'); }
  if (!at || !(at === e || shown.contains(at) || at.contains(shown))) { wrong.push('covered'); }
  return wrong.map(w => w + ': ' + e.outerHTML.slice(0, 80));
}"""


class Look:
    """One phone that goes from state to state, and what was found on the way."""

    def __init__(self, hall: Hall, page: Page) -> None:
        self._hall = hall
        self.page = page
        self.wrong: list[str] = []
        self.states: list[str] = []

    def speak(self, language: str, path: str = "") -> None:
        """The page in a language."""
        cookie = {"name": "medspill.lang", "value": language, "url": self._hall.url}
        self.page.context.add_cookies([cookie])  # type: ignore[list-item]  # a plain dict is one
        self.page.goto(self._hall.url + path)

    def at(self, state: str, path: str = "", act: Act | None = None) -> None:
        """Look at a state in every language, light; at its colours in the dark; at wide spacing."""
        self.states.append(state)
        for language in reversed(LANGUAGES):
            self.speak(language, path)
            if act:
                act(self.page)
            self.check(f"{state} ({language})")
            assert self.page.evaluate("document.documentElement.lang") == language
        self.page.emulate_media(color_scheme="dark")
        self.check(f"{state} (dark)", ["color-contrast"])
        self.page.emulate_media(color_scheme="light")
        self.wrong += [f"{state} (spaced): {one}" for one in self.page.evaluate(SPACED)]

    def check(self, where: str, rules: list[str] | None = None) -> None:
        """Note what axe finds, and what does not fit on 320 pixels: 1280 at 400 %."""
        if not self.page.evaluate("typeof axe === 'object'"):
            self.page.evaluate(AXE)
        found = self.page.evaluate(RUN, [TAGS, rules]) + self.page.evaluate(SHAPE)
        self.wrong += [f"{where}: {one}" for one in found]

    def keys(self, state: str) -> None:
        """Tab through the page: everything is reached, has a ring, and is not covered."""
        expected: int = self.page.evaluate(STOPS)
        reached: list[str] = []
        self.page.evaluate("document.body.tabIndex = -1; document.body.focus()")
        for _ in range(expected + 1):
            self.page.keyboard.press("Tab")
            found = self.page.evaluate(STOP)
            focused = self.page.evaluate("document.activeElement.outerHTML.slice(0, 120)")
            if found is None or focused in reached:
                # Around the page, past the end or at the beginning again.
                break
            reached.append(focused)
            self.wrong += [f"{state}: {one}" for one in found]
        if len(reached) != expected:
            self.wrong.append(f"{state}: {expected} should be reached by Tab, not {reached}")
