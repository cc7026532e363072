"""Station 6, the page after the evenings: its place in the plans, and lists that are kept of it."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, get_args

from textual.widget import Widget

from screens.desk.acts import Act
from screens.desk.bits import Bits, Mark, mark
from screens.desk.form import Ask
from screens.desk.funding import FUND, Funding
from screens.desk.loop import Paged
from screens.desk.places import CLOSING
from screens.desk.room import Edit, New, Remove, day, number, typed_amount, typed_day
from screens.desk.widgets.picks import Pick, Picks

if TYPE_CHECKING:
    from workshop.case import Case
    from workshop.kept import Entry, Source

INBOX: Final = "-inbox"
PLACED: Final = "-placed"
SHARED: Final = "-shared"
BRAVE: Final = "-brave"
LIST: Final = "-list-"
"""How the id of a list's own row begins."""
SIGNS: Final = {None: Mark.NOT_YET, True: Mark.DONE, False: Mark.WRONG}
WITH_DAY: Final = ("tell", "help")
WITH_MONEY: Final = ("freed", "funding")
WITHOUT_WHO: Final = ("agent", "partner")


class TickEntry(Act):
    """Say that it was done; again says that it was not."""

    key = "h"


class Beside(Funding):
    """Rows that are filled in, and lists under their names; Enter changes what the cursor is on."""

    NAME = "beside"
    STATION = 6
    WALL = "closing"
    PAGES = CLOSING
    ACTS = (Edit, New, TickEntry, Remove, *Paged.PAGING)

    def body(self) -> Iterator[Widget]:
        """One list."""
        yield Picks(id="beside")

    def show(self, case: "Case") -> None:
        """The place in the plans, what others need to know, and the lists."""
        from workshop import entries
        from workshop.terms import EntryList

        picks = [self._inbox(case), self._placed(case), self._shared(case), self._brave(case)]
        for which in get_args(EntryList):
            lines = entries.of(case, which)
            count: Bits = ((str(len(lines) or ""), "muted"),)
            head: Bits = (mark(Mark.DONE if lines else Mark.NOT_YET), (" ", ""))
            name = self.words(f"list_{which}")
            under: Bits = () if lines else ((self.words(f"none_{which}"), "muted"),)
            picks.append(Pick(f"{LIST}{which}", name, head, right=count, under=under))
            picks += [self._entry(entry) for entry in lines]
        picks += [*self.funds(case), *self._sources(case)]
        self.query_one(Picks).update(picks)
        self.entitle(self.words("title"), self._state(case))

    def _state(self, case: "Case") -> Bits:
        from workshop import entries

        waiting = sum(not e.done for which in WITH_DAY for e in entries.of(case, which))
        return ((self.words("waiting", n=waiting), "muted"),) if waiting else ()

    def _row(self, key: str, name: str, told: str) -> Pick:
        lead: Bits = (mark(Mark.DONE if told else Mark.NOT_YET), (" ", ""))
        under: Bits = ((told or self.words(f"no_{name}"), "muted"),)
        return Pick(key, self.words(name), lead, under=under)

    def _inbox(self, case: "Case") -> Pick:
        from workshop.inbox import came

        lead: Bits = (mark(Mark.SHOWN if case.inbox else Mark.NOT_YET), (" ", ""))
        told = self.words("inbox_open" if case.inbox else "inbox_closed")
        waiting = len(came(case))
        right: Bits = ((self.words("inbox_came", n=waiting), ""),) if waiting else ()
        return Pick(INBOX, self.words("inbox"), lead, right=right, under=((told, "muted"),))

    def _placed(self, case: "Case") -> Pick:
        from screens.plans import in_plans

        return self._row(PLACED, "placed", in_plans(case, self.say))

    def _shared(self, case: "Case") -> Pick:
        told = " · ".join(filter(None, (case.placed.needed, case.placed.adapt)))
        return self._row(SHARED, "shared", " ".join(told.split()))

    def _brave(self, case: "Case") -> Pick:
        from workshop.placing import bravest

        chosen = bravest(case)
        return self._row(BRAVE, "brave", _named(chosen) if chosen else "")

    def _entry(self, entry: "Entry") -> Pick:
        from screens.plans import kroner

        due = self.date(entry.due) if entry.due else ""
        money = kroner(entry.amount, self.say) if entry.amount is not None else ""
        right: Bits = ((" · ".join(filter(None, (money, due))), "muted"),)
        lead: Bits = (("  ", ""), mark(SIGNS[entry.done]), (" ", ""))
        under: Bits = ((entry.who, "muted"),) if entry.who else ()
        return Pick(entry.id, entry.text, lead, right=right, under=under)

    def _sources(self, case: "Case") -> list[Pick]:
        """What others have done, where anything has been taken in."""
        rows = []
        for source in case.sources.values():
            lead: Bits = (mark(Mark.DONE if source.fitted else Mark.LACKS), (" ", ""))
            whose = source.copied_from or self.say("share.unknown_origin")
            told = source.fitted or self.words("not_fitted")
            name = self.words("source", title=source.title, whose=whose)
            rows.append(Pick(source.id, name, lead, under=((" ".join(told.split()), "muted"),)))
        return rows

    # -- what one can do -----------------------------------------------------------------

    @property
    def _chosen(self) -> str:
        return self.query_one(Picks).cursor_id or ""

    @property
    def _at(self) -> "Entry | None":
        return self.case.entries.get(self._chosen) if self.case else None

    def act_edit(self) -> object:
        """The form that belongs to the row."""
        case, chosen = self.case, self._chosen
        if case is None:
            return None
        if chosen == INBOX:
            return self.run_worker(self.desk.send("inbox.turn", open=not case.inbox), group="act")
        forms: dict[str, Any] = {PLACED: self._place, SHARED: self._share, BRAVE: self._be_brave}
        if chosen in forms:
            return self.run_worker(forms[chosen](case), group="act")
        if chosen.startswith(FUND):
            return self.go_on_with(case, chosen)
        if chosen in case.sources:
            return self.run_worker(self._source(case, case.sources[chosen]), group="act")
        return self.act_new() if self._at is None else self._write(self._at.list, self._at)

    def act_new(self) -> object:
        """Another line on the list that the cursor is in."""
        if self.case and self._chosen.startswith(FUND):
            return self.score(self.case, self._chosen)
        at = self._at
        which = at.list if at else self._chosen.removeprefix(LIST)
        if not at and not self._chosen.startswith(LIST):
            self.desk.frame.advise(self.words("choose_list"))
            return None
        return self._write(which, None)

    def act_tick_entry(self) -> object:
        """Done, or not after all."""
        at = self._at
        if at is None:
            self.desk.frame.advise(self.words("choose_line"))
            return None
        send = self.desk.send("entry.tick", entry=at.id, done=at.done is not True)
        return self.run_worker(send, group="act")

    def act_remove(self) -> object:
        """Off the list; u brings it back."""
        at = self._at
        if self.case and self._chosen in self.case.sources:
            send = self.desk.send("source.remove", source=self._chosen)
            return self.run_worker(send, group="act")
        if at is None:
            return None
        return self.run_worker(self.desk.send("entry.remove", entry=at.id), group="act")

    def _write(self, which: str, at: "Entry | None") -> object:
        return self.run_worker(self._line(which, at), group="act")

    async def _line(self, which: str, at: "Entry | None") -> None:
        async def store(values: Mapping[str, str]) -> str:
            fields: dict[str, Any] = dict(values)
            if "due" in fields:
                fields["due"] = day(fields["due"])
            if "amount" in fields:
                fields["amount"] = typed_amount(fields["amount"])
            if at is None:
                return await self.store("entry.write", list=which, **fields)
            return await self.store("entry.change", entry=at.id, **fields)

        await self.form(self.words(f"list_{which}"), self._line_fields(which, at), store)

    def _line_fields(self, which: str, at: "Entry | None") -> tuple[Ask, ...]:
        known = {"funding": ", ".join(self.case.pack.funding)} if self.case else {}
        hint = known.get(which, "") and self.words("from_pack", told=known[which])
        text = at.text if at else ""
        fields = [Ask("text", self.words(f"field_{which}"), text, hint=hint)]
        if which not in WITHOUT_WHO:
            who = at.who if at else ""
            fields.append(Ask("who", self.words(f"who_{which}"), who, hint=self._whom(which)))
        if which in WITH_MONEY:
            amount = "" if at is None or at.amount is None else str(at.amount)
            fields.append(Ask("amount", self.words("field_amount"), amount))
        if which in WITH_DAY:
            due = typed_day(at.due if at else None)
            fields.append(Ask("due", self.words("field_due"), due, hint=self.say("desk.hint_day")))
        return tuple(fields)

    def _whom(self, which: str) -> str:
        """Whom the strategy names for help."""
        support = self.case.pack.support if self.case else ""
        return self.words("from_pack", told=support) if which == "help" and support else ""

    async def _place(self, case: "Case") -> None:
        async def store(values: Mapping[str, str]) -> str:
            figures = {"year": number(values["year"]), "cost": typed_amount(values["cost"])}
            return await self.store("case.place", **{**values, **figures})

        now = case.placed
        fields = (
            Ask("goal", self.words("field_goal"), now.goal, hint=self.words("hint_goal")),
            Ask("year", self.words("field_year"), str(now.year or "")),
            Ask("cost", self.words("field_cost"), "" if now.cost is None else str(now.cost)),
            Ask("owner", self.words("field_owner"), now.owner),
            Ask("place", self.words("field_place"), now.place, hint=self.words("hint_place")),
        )
        await self.form(self.words("placed"), fields, store)

    async def _share(self, case: "Case") -> None:
        async def store(values: Mapping[str, str]) -> str:
            return await self.store("case.place", **values)

        fields = (
            Ask("needed", self.words("field_needed"), case.placed.needed, "prose"),
            Ask("adapt", self.words("field_adapt"), case.placed.adapt, "prose"),
        )
        await self.form(self.words("shared"), fields, store)

    async def _source(self, case: "Case", source: "Source") -> None:
        """What is fitted here, and an idea that is taken over into this case."""

        async def store(values: Mapping[str, str]) -> str:
            if wrong := await self.store("source.fit", source=source.id, fitted=values["fitted"]):
                return wrong
            if not values.get("bring"):
                return ""
            note = {"what": "idea", "text": source.ideas[int(values["bring"])], "origin": "import"}
            return await self.store("note.write", source=source.id, **note)

        told = source.adapt and self.words("they_say", told=" ".join(source.adapt.split()))
        fields = [Ask("fitted", self.words("field_fitted"), source.fitted, "prose", hint=told)]
        brought = {n.text for n in case.notes.values() if n.source == source.id}
        left = [(str(i), t) for i, t in enumerate(source.ideas) if t not in brought]
        if left:
            choices = (("", self.words("bring_none")), *left)
            fields.append(Ask("bring", self.words("field_bring"), "", "choice", choices))
        await self.form(source.title, tuple(fields), store)

    async def _be_brave(self, case: "Case") -> None:
        from workshop.placing import may_be_brave

        cards = may_be_brave(case)
        if not cards:
            self.desk.frame.advise(self.words("no_cards"))
            return

        async def store(values: Mapping[str, str]) -> str:
            return await self.store("brave.choose", card=values["card"] or None)

        choices = (("", self.words("no_brave_one")), *((one.id, _named(one)) for one in cards))
        field = Ask("card", self.words("field_brave"), case.brave or "", "choice", choices)
        await self.form(self.words("brave"), (field,), store)


def _named(card: Any) -> str:
    """A stopped sketch by its title, a learning by what was learnt."""
    return str(getattr(card, "title", "") or getattr(card, "learnt", ""))
