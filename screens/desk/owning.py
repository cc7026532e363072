"""A question of one's own, at the desk: which form, about what, and in which words."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from screens.desk.answering import Answering
from screens.desk.bits import Bits
from screens.desk.form import Ask
from screens.desk.room import lines
from screens.desk.widgets.menu import Entry, Menu

if TYPE_CHECKING:
    from workshop.terms import PollForm, PollSource

FORMS: "tuple[PollForm, ...]" = (
    *("statement", "agreement", "scale", "ranking", "axes", "testing"),
    "steps",
)
"""In the order of their keys, from 1."""
SOURCES: "tuple[PollSource, ...]" = ("need", "idea", "sketch")
TYPED = "typed"
CASES = "cases"
OF_CASES = frozenset({"ranking", "axes", "scale"})
"""The forms in which leaders can put the cases of the file in order (Ullensaker 6)."""
FROM_ZERO, FROM_ONE = "zero", "one"


class Owning(Answering):
    """A place where questions of one's own are opened."""

    async def ask_own(self) -> None:
        """Take a form by its key, then what it is about, then write the rest and open it."""
        form = await self._menu("own", [(name, True) for name in FORMS], "form")
        if form is None:
            return
        source: str | None = TYPED
        made = self._about(form)
        if made and form != "steps":
            names = [(TYPED, False), *((name, False) for name in made)]
            source = await self._menu("source", names, "from")
        if source is None:
            return
        held: dict[str, str] = next((made[name] for name in made if name == source), {})
        ids, titles = list(held), list(held.values())

        async def store(values: Mapping[str, str]) -> str:
            chosen = numbers(values.get("which", ""), len(ids))
            if chosen is None:
                return self.words("which_wrong", n=len(ids))
            over: dict[str, Any] = {}
            if source == CASES:
                # A case is named as it is called today: other cases are no part of this one.
                over = {"items": [titles[n - 1] for n in chosen] or titles}
            elif source != TYPED:
                over = {"over": source, "targets": [ids[n - 1] for n in chosen]}
            poles = [values.get("low", ""), values.get("high", "")]
            return await self.store(
                "poll.open",
                what="choice",
                form=form,
                title=values["title"],
                steps=lines(values.get("steps", "")),
                from_one=values.get("range") == FROM_ONE,
                poles=poles if any(poles) else [],
                **{"items": lines(values.get("items", "")), **over},
            )

        await self.form(self.words(f"form_{form}"), self._fields(form, titles), store)

    async def _menu(self, title: str, names: list[tuple[str, bool]], head: str) -> str | None:
        entries = tuple(
            Entry(
                name,
                self.words(f"{head}_{name}"),
                self.words(f"{head}_{name}_about") if about else "",
            )
            for name, about in names
        )
        menu = Menu(self.words(title), entries, self.words("menu_keys"))
        return await self.desk.push_screen_wait(menu)

    def _made(self, source: "PollSource") -> dict[str, str]:
        """What the hall has made of this kind, by id, in its own words."""
        from workshop.own_forms import made
        from workshop.views import title_of, title_of_sketch

        case = self.case
        if case is None:
            return {}
        told = title_of_sketch if source == "sketch" else title_of
        return {one: told(case, one) for one in made(case, source)}

    def _about(self, form: str) -> dict[str, dict[str, str]]:
        """What a question of this form can be about, by where it comes from."""
        found: dict[str, dict[str, str]]
        found = {name: there for name in SOURCES if (there := self._made(name))}
        if form in OF_CASES and len(cases := self._cases()) > 1:
            found[CASES] = cases
        return found

    def _cases(self) -> dict[str, str]:
        """The cases of the file by what they are called; made-up ones never among real ones."""
        from workshop.practice import is_made_up

        here = self.case
        if here is None:
            return {}
        made_up = is_made_up(here.id)
        kin = (c for c in self.desk.state.cases if is_made_up(c.id) == made_up and not c.erased)
        return {c.id: c.title for c in kin if c.title}

    def _fields(self, form: str, titles: list[str]) -> tuple[Ask, ...]:
        """What is written for a form; ``titles`` is what it can be about."""
        words = self.words
        title = Ask("title", words("field_question"), hint=self._hint(form))
        if form == "steps":
            items = Ask("items", words("field_items"), kind="prose", hint=words("hint_items"))
            steps = Ask("steps", words("field_steps"), kind="prose", hint=words("hint_steps"))
            return (title, items, steps)
        if titles:
            about = Ask("which", words("field_which"), hint=words("hint_which"), tells=told(titles))
        else:
            about = Ask("items", words(f"items_{form}"), kind="prose", hint=words("hint_lines"))
        match form:
            case "scale":
                ranges = tuple((r, words(f"range_{r}")) for r in (FROM_ZERO, FROM_ONE))
                low, high = Ask("low", words("field_low")), Ask("high", words("field_high"))
                return (
                    title,
                    about,
                    Ask("range", words("field_range"), FROM_ZERO, "choice", ranges),
                    low,
                    high,
                )
            case "axes":
                low = Ask("low", words("field_effect"), self.say("score.axis_effect"))
                high = Ask(
                    "high",
                    words("field_effort"),
                    self.say("score.axis_effort"),
                    hint=words("hint_axes"),
                )
                return (title, about, low, high)
            case _:
                return (title, about)

    def _hint(self, form: str) -> str:
        if form == "steps":
            return ""
        return self.words("hint_title", title=self.say(f"score.title_form_{form}"))


def told(titles: list[str]) -> Any:
    """Says what the written numbers stand for, or all of them where nothing is written."""

    def tells(written: str) -> Bits:
        chosen = numbers(written, len(titles)) or []
        rows = [f"{n} {t}" for n, t in enumerate(titles, start=1) if not chosen or n in chosen]
        return (("\n".join(rows), "muted"),)

    return tells


def numbers(written: str, most: int) -> list[int] | None:
    """Numbers as they are typed, each once; None where one of them is none of these."""
    signs = written.replace(",", " ").split()
    if not all(s.isdecimal() and 1 <= int(s) <= most for s in signs):
        return None
    return list(dict.fromkeys(int(s) for s in signs))
