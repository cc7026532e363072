"""Draws the plain page: headings, sentences, forms; no script, and nothing that moves."""

import secrets
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import blake2b
from importlib.resources import files
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from screens.plain.door import HOME, Form
from screens.plain.wishes import OPENS, PAPER, WALLS, Question, token_of
from screens.standing import Line, last_act, standing, step_words, waiting
from screens.words import LANGUAGES, Words
from storage.ledger import Ledger
from workshop.case import Case
from workshop.onward import onward
from workshop.recipe import STATIONS

MOST_NOTES: Final = 50
"""Notes that wait and stand on the page at once; the rest come when these are gone."""
STYLE: Final = "plain.css"


@dataclass(frozen=True, slots=True)
class Said:
    """What became of the last button: a sentence, and where the eye was."""

    text: str
    ok: bool = True
    at: str = ""
    """The id of the button that was pressed."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A form that was not taken: what it held, and what is wrong."""

    form: Form = field(default_factory=lambda: Form({}))
    wrong: str = ""
    taken: bool = False
    """Whether another slip has its number, and this may correct that one."""


class Painter:
    """The templates and the style, ready once."""

    def __init__(self, form_key: str) -> None:
        self.style: Final = (files(__package__) / "static" / STYLE).read_bytes()
        mark = blake2b(self.style, digest_size=6).hexdigest()
        self.style_path: Final = f"{HOME}/plain-{mark}.css"
        self._env: Final = Environment(
            loader=PackageLoader(__package__),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        fixed = {"home": HOME, "style": self.style_path, "key": form_key, "languages": LANGUAGES}
        self._env.globals |= {**fixed, "fresh": lambda: secrets.token_hex(12)}

    def page(
        self,
        say: Words,
        case: Case | None,
        ledger: Ledger,
        place: tuple[str, datetime],
        said: Said | None = None,
        slip: Slip | None = None,
    ) -> str:
        """The whole page, at the address and the moment that ``place`` tells."""
        lines = standing(case, *place, say, ledger.cases.values())
        values: dict[str, Any] = {"lines": lines, "said": said, "case": case}
        values |= {"slip": slip or Slip()}
        if case is not None:
            values |= self._controls(say, case, ledger)
        title = _title(say, values["lines"], said)
        page = self._draw("page.html", say, title=title, **values)
        if said is None or not said.at or f'<button id="{said.at}"' in page:
            return page
        # The button that was pressed is gone: what became of it has the focus instead.
        return self._draw("page.html", say, title=title, **{**values, "said": replace(said, at="")})

    def _controls(self, say: Words, case: Case, ledger: Ledger) -> dict[str, Any]:
        step, notes = onward(case), waiting(case)
        running = case.running
        return {
            "step": {"words": step_words(step, say), "token": token_of(step), "kind": step.kind},
            "running": running,
            "paused": running is not None and running.ends_at is None,
            "notes": notes[:MOST_NOTES],
            "more": max(0, len(notes) - MOST_NOTES),
            "undoing": last_act(case, ledger.history(case.id), say),
            "walls": WALLS,
            "opens": OPENS,
            "paper": PAPER,
            "what": running.kind if running else "",
            "stations": range(1, len(STATIONS) + 1),
        }

    def now(self, say: Words, lines: tuple[Line, ...], every: int) -> str:
        """Only where the hall stands, on a page that may come anew by itself."""
        title = _title(say, lines, None)
        return self._draw("now.html", say, title=title, lines=lines, every=every)

    def question(self, say: Words, asked: Question, form: Form, wrong: str = "") -> str:
        """What is asked first, with all that the form held."""
        kept = {k: v for k, v in form.fields.items() if k not in {"id", "key", "sure", "reason"}}
        title = say(asked.title)
        return self._draw("ask.html", say, title=title, asked=asked, kept=kept, wrong=wrong)

    def door(self, say: Words) -> str:
        """What stands there for who has no key."""
        return self._draw("door.html", say, title=say("plain.door"))

    def _draw(self, template: str, say: Words, **values: Any) -> str:
        return self._env.get_template(template).render(say=say, **values)


def _title(say: Words, lines: tuple[Line, ...], said: Said | None) -> str:
    """What a screen reader says first of a new page: what became of it, and what is urgent."""
    told = {line.key: line.text for line in lines}
    first = said.text if said else ""
    parts = (first, told.get("waiting", ""), told.get("clock", ""), say("plain.title"))
    return " ".join(part for part in parts if part)
