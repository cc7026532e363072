"""Station 5, ideas: small solutions, each tied to the need it answers."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, get_args

from textual.widget import Widget

from screens.desk.acts import Act
from screens.desk.bits import Mark
from screens.desk.form import Ask
from screens.desk.moderating import HEARING, MODERATION
from screens.desk.ordering import ALIKE, OrderNotes
from screens.desk.pacing import wave_bits
from screens.desk.places.needs import MendNote, Needs
from screens.desk.suggestions import Suggestions
from screens.desk.widgets.notes import Note, Notes

if TYPE_CHECKING:
    from workshop.case import Case
    from workshop.likeness.suggesting import Suggestion
    from workshop.said import Note as CaseNote


class TieIdea(Act):
    """Say which cluster's need the idea answers."""

    key = "k"


class PlaceIdea(Act):
    """Say whether the idea lies inside the handlingsrom; again for the next answer."""

    key = "h"


class DescribeIdea(Act):
    """Look at the idea: how far it leaps, which rules it meets, what technology could do."""

    key, hinted = "i", False


class ReturnSolutions(Act):
    """Let what lies on the solution parking come back."""

    key = "o"


class MergeAlike(Act):
    """Do what is suggested: make one idea of those that say the same."""

    key = "j"


class KeepApart(Act):
    """Say that they are different ideas; it is not suggested again."""

    key = "n"


class NextAlike(Act):
    """Look at the next suggestion; this one comes back later."""

    key, hinted = "g", False


class Ideas(Suggestions, Needs):
    """The same list and line as for needs, and what each idea answers to."""

    NAME = "ideas"
    WHAT = "idea"
    BLOCK = "ideas"
    SORTS = "idea"
    LIST = "notes"
    QUIET = True
    ORDERS = (*Needs.ORDERS, ALIKE)
    ACTS = (
        *(MergeAlike, KeepApart, NextAlike),
        *MODERATION,
        TieIdea,
        PlaceIdea,
        DescribeIdea,
        ReturnSolutions,
        MendNote,
        *HEARING,
        OrderNotes,
        *Needs.PAGING,
    )

    def body(self) -> Iterator[Widget]:
        """One suggestion above what needs have."""
        yield from self.suggestion_body()
        yield from super().body()

    def show(self, case: "Case") -> None:
        """The ideas, how many solutions lie parked since the need was open, and the next wave."""
        from workshop.parking import parked

        super().show(case)
        self.look_for_suggestions(case)
        waiting = len(parked(case))
        if wave_bits(case, self.say, datetime.now(UTC)):
            self.entitle_part(case, ((f"{Mark.LACKS} ", "warn"), (self.words("wave"), "")))
        elif waiting:
            told = self.words("parked", n=waiting)
            self.entitle_part(case, ((f"{Mark.LACKS} ", "warn"), (told, "")))

    def may(self, act: type[Act]) -> bool:
        """What is suggested can be decided while it is read."""
        if act in {MergeAlike, KeepApart, NextAlike}:
            return self.may_decide()
        return super().may(act)

    def act_merge_alike(self) -> object:
        """Make one idea of them."""
        return self.act_take_suggestion()

    def act_keep_apart(self) -> object:
        """Keep that they are different."""
        return self.act_refuse_suggestion()

    def act_next_alike(self) -> None:
        """The next."""
        self.act_next_suggestion()

    def fits(self, case: "Case", one: "Suggestion") -> bool:
        """One at most has others under it, since nothing lies two deep."""
        over = {note.into for note in case.notes.values()}
        split = any(case.notes[note].parts for note in one.notes)
        return not split and sum(note in over for note in one.notes) <= 1

    async def take(self, one: "Suggestion") -> bool:
        """Lay them under the one that others lie under already, else under the most telling."""
        from screens.desk.suggested import first_of

        assert self.case is not None  # noqa: S101 - what is suggested is of a case
        top = first_of(self.case, one)
        taken = True
        for note in one.notes:
            if note != top:
                sent = await self.desk.send("note.merge", note=note, into=top, suggested=True)
                taken = taken and bool(sent.get("ok"))
        return taken

    def act_return_solutions(self) -> object:
        """All of them, at once."""
        return self.run_worker(self.desk.send("solutions.return"), group="act")

    def _titles(self, note: "CaseNote") -> tuple[str, ...]:
        held = self.case.clusters if self.case else {}
        return tuple(held[c].title for c in note.about if c in held)

    def _beside(self, note: "CaseNote") -> tuple[object, ...]:
        return *super()._beside(note), self._titles(note)

    def _entry(self, note: "CaseNote") -> Note:
        titles = [*self._titles(note)]
        lacks = "" if titles else self.words("no_need")
        if note.room:
            titles.append(self.words(f"room_{note.room}"))
        if note.leap:
            titles.append(self.words(f"leap_{note.leap}"))
        if note.rule_change:
            titles.append(self.words("rules"))
        entry = super()._entry(note)
        return Note(
            entry.id, entry.text, entry.prefix, entry.hint or lacks, under=" · ".join(titles)
        )

    def act_place_idea(self) -> object:
        """Inside, outside but open to influence, outside, and no mark again."""
        from workshop.terms import IdeaRoom

        chosen = self.query_one(Notes).cursor_id
        note = self.case.notes.get(chosen or "") if self.case else None
        if note is None:
            return None
        marks = (None, *get_args(IdeaRoom))
        room = marks[(marks.index(note.room) + 1) % len(marks)]
        return self.run_worker(self.desk.send("idea.place", note=note.id, room=room), group="act")

    def act_describe_idea(self) -> object:
        """Some questions about the idea, none of which must be answered."""
        chosen = self.query_one(Notes).cursor_id
        note = self.case.notes.get(chosen or "") if self.case else None
        return self.run_worker(self._describe(note), group="act") if note else None

    async def _describe(self, note: "CaseNote") -> None:
        from workshop.terms import Leap, Renews, Size

        asked = {"leap": get_args(Leap), "size": get_args(Size), "renews": get_args(Renews)}

        async def store(values: Mapping[str, str]) -> str:
            told: dict[str, Any] = {name: values[name] for name in asked if values[name]}
            told |= {"rule_change": values["rules"] == "yes", "technology": values["technology"]}
            return await self.store("idea.describe", note=note.id, **told)

        rules = "yes" if note.rule_change else "no"
        fields = (
            *(self._one_of(name, answers, getattr(note, name)) for name, answers in asked.items()),
            Ask("rules", self.words("field_rules"), rules, "choice", self.yes_no()),
            Ask("technology", self.words("field_technology"), note.technology),
        )
        await self.form(note.text, fields, store)

    def _one_of(self, name: str, answers: tuple[str, ...], now: str | None) -> Ask:
        """One question with its answers, and that nobody knows yet."""
        known = ((answer, self.words(f"{name}_{answer}")) for answer in answers)
        choices = (("", self.words("leap_unknown")), *known)
        return Ask(name, self.words(f"field_{name}"), now or "", "choice", choices)

    def act_tie_idea(self) -> object:
        """Tie it."""
        chosen = self.query_one(Notes).cursor_id
        if self.case is None or chosen is None or chosen not in self.case.notes:
            return None
        return self.run_worker(self._tie(self.case.notes[chosen]), group="act")

    async def _tie(self, note: "CaseNote") -> None:
        case = self.case
        from workshop.clusters import standing

        if case is None or not standing(case):
            self.desk.frame.advise(self.words("no_clusters"))
            return

        async def store(values: Mapping[str, str]) -> str:
            return await self.store("idea.tie", note=note.id, about=[values["cluster"]])

        titles = tuple((c, case.clusters[c].title) for c in standing(case))
        now = note.about[0] if note.about else ""
        field = Ask("cluster", note.text, now, "choice", titles)
        await self.form(self.words("tie"), (field,), store)
