"""What polls, fundamentals and checklists are called, where a pack has no words of its own."""

from collections.abc import Callable, Iterable
from typing import Final

from screens.words import catalogue, voice
from workshop.scored import Form, Item, Step
from workshop.terms import FundamentalKey, PollKind

SHORT: Final = 8
"""Letters that a step may have above a column."""
GLYPHS: Final = "▁▂▃▄▅▆▇█"
"""Columns of one cell, lowest first."""
NONE: Final = "·"


class Scales:
    """The words of one language for what is asked on scales."""

    def __init__(self, say: Callable[..., str]) -> None:
        self._say: Final = say
        self._known = frozenset(catalogue(voice(say).language, "score"))

    def title(self, what: PollKind, form: Form) -> str:
        """What a poll is called."""
        own = f"form_{form.kind}" if what == "choice" and form.kind != "steps" else what
        return form.title or self._say(f"score.title_{own}")

    def item(self, item: Item) -> str:
        """A statement or question; words that were erased leave a sign."""
        return item.text or self._or_erased(f"item_{item.key}")

    def help(self, item: Item) -> str:
        """What makes an item clearer, where there is such a thing."""
        key = f"help_{item.key}"
        told = item.help or (self._say(f"score.{key}") if key in self._known else "")
        return told.partition("\n")[0]

    def anchors(self, item: Item) -> tuple[str, ...]:
        """What single scores of a fundamental mean, where the pack says it."""
        return tuple(item.help.splitlines()[1:])

    def step(self, what: PollKind, step: Step) -> str:
        """One answer in words."""
        if step.label:
            return step.label
        if what == "exit":
            return self._say(f"score.heard_{step.key}")
        if step.value is not None and f"step_{step.key}" not in self._known:
            return str(step.value)
        return self._or_erased(f"step_{step.key}")

    def short(self, what: PollKind, step: Step) -> str:
        """One answer as it stands at a column: its word where that is short, else its number."""
        label = self.step(what, step)
        if step.value is not None and len(label) > SHORT:
            return str(step.value)
        return label

    def ended(self, what: PollKind, form: Form, step: Step) -> str:
        """One answer, with the word for it where it is the end of a scale."""
        said = self.step(what, step)
        word = self._ends(form).get(step.key, "")
        return f"{said} · {word}" if word else said

    def ends(self, form: Form) -> tuple[tuple[str, str], ...]:
        """The lowest and the highest number of a scale with their words, where it has any."""
        return tuple(self._ends(form).items())

    def _ends(self, form: Form) -> dict[str, str]:
        if form.kind != "scale":
            return {}
        numbered = [s.key for s in form.steps if s.value is not None]
        ends = zip((numbered[0], numbered[-1]), form.poles, strict=False)
        return {key: word for key, word in ends if word}

    def legend(self, what: PollKind, form: Form) -> str:
        """What the numbers at the columns mean, the first and the last; empty where words stand."""
        if words := self._ends(form):
            return " · ".join(f"{key} {word}" for key, word in words.items())
        numbered = [s for s in form.steps if self.short(what, s) != self.step(what, s)]
        ends = numbered[:1] + numbered[-1:] if len(numbered) > 1 else numbered
        return " · ".join(f"{self.short(what, s)} {self.step(what, s)}" for s in ends)

    def fundamental(self, key: FundamentalKey, form: Form) -> str:
        """The name of a fundamental."""
        return next((self.item(item) for item in form.items if item.key == key), key)

    def listed(self, names: Iterable[str]) -> str:
        """Names as they are said one after the other."""
        return voice(self._say).listed(names)

    def _or_erased(self, name: str) -> str:
        return self._say(f"score.{name}" if name in self._known else "score.erased")


def column(n: int, most: int) -> str:
    """A column of one cell for so many out of the most there are."""
    if n <= 0:
        return NONE
    return GLYPHS[max(0, round(n * len(GLYPHS) / max(n, most)) - 1)]


def moved(by: float, say: Callable[..., str]) -> str:
    """«+0,4 siden sist», or that it lies where it lay."""
    tenths = round(by * 10)
    if not tenths:
        return say("score.as_last")
    sign = "+" if tenths > 0 else "−"
    return say("score.since_last", n=f"{sign}{voice(say).decimal(abs(tenths) / 10, always=True)}")
