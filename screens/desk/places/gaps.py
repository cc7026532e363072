"""Station 2, the second page: what the map lacks, and whom the hall misses."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, get_args

from textual.widget import Widget

from screens.desk.acts import Act
from screens.desk.bits import Bits, Mark, mark
from screens.desk.form import Ask
from screens.desk.moderating import SetAside
from screens.desk.peopling import AskHall, People
from screens.desk.places.helpers import Station2
from screens.desk.room import Edit, New
from screens.desk.widgets.heading import Heading
from screens.desk.widgets.picks import Pick, Picks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workshop.case import Case
    from workshop.pack_actors import Named
    from workshop.said import Note


class TakeUp(Act):
    """Put whom the hall misses on the list of those who can help."""

    key = "t"


class Gaps(Station2):
    """Gaps above, suggestions from the hall below."""

    NAME = "gaps"
    ACTS = (Edit, TakeUp, New, SetAside, AskHall, *People.PAGING)

    def body(self) -> Iterator[Widget]:
        """Two lists."""
        yield Picks(id="gaps")
        yield Heading(self.words("suggested"), id="suggested-title")
        yield Picks(id="suggested")

    def show(self, case: "Case") -> None:
        """What is lacking and what was suggested."""
        from workshop.actor_map import suggestions

        lacking = len(self.show_gaps(case))
        held = suggestions(case)
        none = Pick("-none", self.words("none_suggested"), tone="muted", choosable=False)
        rows = [self._suggested(n) for n in held] or [none]
        self.query_one("#suggested", Picks).update([*rows, *self._of_pack(case)])
        self.query_one("#suggested-title", Heading).count = str(len(held) or "")
        state: Bits = ((self.say("desk.gaps_count", n=lacking), "muted"),) if lacking else ()
        self.entitle(self.words("title"), state)

    def _suggested(self, note: "Note") -> Pick:
        kind = self.say(f"desk.category_{note.category}") if note.category else ""
        lead: Bits = (mark(Mark.NOT_YET), (" ", ""))
        origin = self.say(f"desk.origin_{note.origin}")
        return Pick(note.id, note.text, lead, right=((f"{kind}  {origin}".strip(), "muted"),))

    def _of_pack(self, case: "Case") -> "Iterator[Pick]":
        """Whom the strategy names, and who is not on the map."""
        named = self._named(case)
        if named:
            yield Pick("-air", "", choosable=False)
            yield Pick("-pack", self.words("of_pack"), tone="strong", choosable=False)
        for at, one in enumerate(named):
            kind = self.say(f"desk.category_{one.category}") if one.category else ""
            lead: Bits = (mark(Mark.NOT_YET), (" ", ""))
            yield Pick(f"pack-{at}", one.who, lead, right=((kind, "muted"),))

    def _named(self, case: "Case") -> "tuple[Named, ...]":
        from workshop.pack_actors import not_on_map
        from workshop.terms import ActorCategory

        return not_on_map(case, dict(self.labels("category", get_args(ActorCategory))))  # type: ignore[arg-type]

    def _named_chosen(self) -> "Named | None":
        rows = self.query_one("#suggested", Picks)
        known, case = rows.cursor_id or "", self.case
        if case is None or not rows.has_focus or not known.startswith("pack-"):
            return None
        named, at = self._named(case), int(known.removeprefix("pack-"))
        return named[at] if at < len(named) else None

    def _note(self) -> "Note | None":
        chosen = self.query_one("#suggested", Picks).cursor_id
        return self.case.notes.get(chosen or "") if self.case else None

    def act_edit(self) -> object:
        """Mend the gap; on a suggestion, look at it before it is taken up."""
        gap, note, named = self.gap_chosen(), self._note(), self._named_chosen()
        if gap:
            return self.run_worker(self.mend(gap), group="act")
        if named:
            start = {"who": named.who, "category": named.category or "resident"}
            return self.run_worker(self.edit(None, start), group="act")
        if note is None:
            return None
        start = {"who": note.text, "category": note.category or "resident"}
        return self.run_worker(self.edit(None, start, note.id), group="act")

    def act_take_up(self) -> object:
        """Onto the list as it was written; what is known of them comes later."""
        note, named = self._note(), self._named_chosen()
        if note is None and named is None:
            return None
        who = note.text if note else named.who if named else ""
        category = (note.category if note else named and named.category) or "resident"
        sent = self.desk.send(
            "actor.name",
            who=who,
            category=category,
            role="co_producer",
            note=note.id if note else None,
        )
        return self.run_worker(sent, group="act")

    def act_new(self) -> object:
        """Key in a suggestion from paper."""
        return self.run_worker(self._key_in(), group="act")

    async def _key_in(self) -> None:
        from workshop.actor_map import PHONE_CATEGORIES

        async def store(values: "Mapping[str, str]") -> str:
            category = values["category"] if values["category"] != "-" else None
            told = {"what": "actor", "text": values["text"], "category": category}
            return await self.store("note.write", **told, origin="paper")

        none = ("-", self.say("desk.answer_unknown"))
        kinds = self.labels("category", PHONE_CATEGORIES)
        fields = (
            Ask("text", self.words("field_text")),
            Ask("category", self.say("desk.people_category"), "-", "choice", (none, *kinds)),
        )
        await self.form(self.words("new"), fields, store)

    def act_set_aside(self) -> object:
        """Ask why, and set it aside."""
        note = self._note()
        return self.run_worker(self._aside(note), group="act") if note else None

    async def _aside(self, note: "Note") -> None:
        async def store(values: "Mapping[str, str]") -> str:
            fields = {"state": "aside", "reason": values["reason"]}
            return await self.store("note.moderate", note=note.id, **fields)

        field = Ask("reason", self.say("desk.reason_label"), self.words("reason"))
        await self.form(self.say("desk.set_aside"), (field,), store)
