"""What one can do with a sheet: open it to all, close it, agree on its items, look back."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual import events

from screens.desk.acts import Act
from screens.desk.form import Ask
from screens.desk.hands_up import CountAnswerHeads, HandsUp, RaiseAnswerHands
from screens.desk.room import COMMON, Edit, New
from screens.desk.sheets import Sheet, keys, sheets
from screens.desk.widgets.picks import Picks

if TYPE_CHECKING:
    from workshop.case import Case
    from workshop.scored import Form, Group, Poll, Review


class OpenSheet(Act):
    """Into the sheet at the cursor."""

    key = "enter"


class AskAll(Act):
    """Let everybody answer alone."""

    key = "o"


class CloseAsking(Act):
    """Close it and count."""

    key = "e"


class AnswerTogether(Act):
    """Agree on the answer to the item at the cursor."""

    face, in_palette = "0–9", False


class ShowGroup(Act):
    """Show the answers of one role, then of the next."""

    key = "g"


class TakeAnswers(Act):
    """Take what most answered as the answers of station 1."""

    key = "t"


class EarlierAnswers(Act):
    """Look at the time before."""

    key, face = "left", "←/→"


class LaterAnswers(Act):
    """Look at the time after."""

    key, hinted = "right", False


class Asking(HandsUp):
    """A place with a list of sheets, `#sheets`, and the items of one, `#items`."""

    inside = ""
    """The id of the sheet that is opened; empty in the list."""
    followed: str | None = None
    """The poll that was open when the page was last drawn."""
    group = 0
    """Which role's answers are shown; 0 for all."""

    def _times(self, sheet: Sheet) -> int:
        return max(len(sheet.polls), len(sheet.reviews))

    def _place(self, sheet: Sheet) -> int:
        return max(0, self._times(sheet) - 1 - self.back_by)

    def _looked_at(self, sheet: Sheet) -> "tuple[Poll | None, Review | None]":
        """The answers and the review that one looks at: the newest, or so many before it."""

        def back(held: "tuple[Poll, ...] | tuple[Review, ...]") -> "Poll | Review | None":
            return held[-1 - self.back_by] if len(held) > self.back_by else None

        return back(sheet.polls), back(sheet.reviews)  # type: ignore[return-value]

    def _form(
        self, case: "Case", sheet: Sheet, poll: "Poll | None", review: "Review | None"
    ) -> "Form":
        from workshop import forms
        from workshop.views import worded

        if poll is not None:
            return worded(case, poll.form)
        if review is not None:
            return review.form
        if sheet.checklist is not None:
            return forms.checklist(case.pack, sheet.checklist)
        return forms.of_method("exit" if sheet.what == "exit" else "handlingsrom")

    def _group(self, poll: "Poll | None") -> "Group | None":
        groups = poll.groups if poll else ()
        return groups[self.group - 1] if 0 < self.group <= len(groups) else None

    @property
    def sheet(self) -> Sheet | None:
        """The sheet that is opened, or that the cursor is on."""
        if self.case is None:
            return None
        here = self.inside or self.query_one("#sheets", Picks).cursor_id
        return next((s for s in sheets(self.case, self.say) if s.id == here), None)

    def may(self, act: type[Act]) -> bool:
        """What fits where one is."""
        sheet, case = self.sheet, self.case
        if case is None or sheet is None:
            return act in {New, *COMMON}
        poll, _ = self._looked_at(sheet)
        is_checklist = bool(self.inside) and sheet.checklist is not None
        allowed = {
            AskAll: not (case.poll or case.vote) and sheet.what != "choice",
            CloseAsking: bool(case.poll),
            RaiseAnswerHands: sheet.open and self.by_hands,
            CountAnswerHeads: sheet.open and self.by_hands,
            AnswerTogether: is_checklist and self.back_by == 0,
            OpenSheet: not self.inside,
            Edit: is_checklist,
            New: not self.inside,
            ShowGroup: bool(self.inside and poll and poll.groups),
            TakeAnswers: bool(
                self.inside and poll and poll.counts and sheet.what == "handlingsrom"
            ),
            EarlierAnswers: bool(self.inside) and self._times(sheet) > 1,
        }
        return allowed.get(act, super().may(act))

    def back(self) -> bool:
        """Out of the sheet again."""
        if not self.inside or self.open_poll:
            return super().back()
        self.inside, self.back_by, self.group = "", 0, 0
        if self.case is not None:
            self.show(self.case)
        self.query_one("#sheets").focus()
        return True

    def open_sheet(self, asked: str) -> None:
        """Into the sheet of a checklist or a kind of poll, where the case has it."""
        case = self.case
        ids = {s.id for s in sheets(case, self.say)} if case else set()
        self.inside = next((i for i in (f"checklist-{asked}", asked) if i in ids), "")
        self.back_by = self.group = 0
        if case is not None:
            self.show(case)
        self.query_one("#items" if self.inside else "#sheets").focus()

    def act_open_sheet(self) -> None:
        """Into the sheet."""
        sheet = self.sheet
        if sheet is not None and self.case is not None:
            self.inside, self.back_by, self.group = sheet.id, 0, 0
            self.show(self.case)
            self.query_one("#items").focus()

    def act_edit(self) -> object:
        """What was agreed on the item."""
        sheet = self.sheet
        return self.run_worker(self._reply(sheet), group="act") if sheet else None

    async def _reply(self, sheet: Sheet) -> None:
        item = self.query_one("#items", Picks).cursor
        _, review = self._looked_at(sheet)
        if item is None or sheet.checklist is None:
            return
        reply = review.replies.get(item.id) if review else None

        async def store(values: Mapping[str, str]) -> str:
            return await self._agree(sheet, item.id, **values)

        asked = sheet.checklist.action or self.words("action")
        fields = (
            Ask("note", self.words("field_note"), reply.note if reply else "", "prose"),
            Ask("action", asked, reply.action if reply else ""),
            Ask("owner", self.words("field_owner"), reply.owner if reply else ""),
        )
        await self.form(item.text, fields, store)

    async def _agree(self, sheet: Sheet, item: str, **fields: str) -> str:
        key = sheet.checklist.key if sheet.checklist else ""
        return await self.store("checklist.agree", checklist=key, item=item, **fields)

    def act_answer_together(self) -> None:
        """The keys of the answers do it."""

    def on_key(self, event: events.Key) -> None:
        """The key of an answer, at an item."""
        sheet, case, items = self.sheet, self.case, self.query_one("#items", Picks)
        if case is None or sheet is None or not (items.has_focus and self.may(AnswerTogether)):
            return
        step = keys(self._form(case, sheet, *self._looked_at(sheet))).get(event.character or "")
        if step is not None and items.cursor_id:
            event.stop()
            self.run_worker(self._answer(sheet, items.cursor_id, step.key), group="act")

    async def _answer(self, sheet: Sheet, item: str, step: str) -> None:
        wrong = await self._agree(sheet, item, step=step)
        if wrong:
            self.desk.frame.warn(wrong)
        else:
            self.query_one("#items", Picks).action_move(1)

    def act_ask_all(self) -> object:
        """Open it for everybody."""
        sheet = self.sheet
        return self.run_worker(self._ask(sheet), group="act") if sheet else None

    async def _ask(self, sheet: Sheet) -> None:
        self.back_by = self.group = 0
        if sheet.what != "handlingsrom":
            key = sheet.checklist.key if sheet.checklist else ""
            sent = await self.desk.send("poll.open", what=sheet.what, key=key)
            self.inside = sheet.id if sent.get("ok") else self.inside
            return

        async def store(values: Mapping[str, str]) -> str:
            return await self.store("poll.open", what="handlingsrom", title=values["title"])

        title = self.case.title if self.case else ""
        field = Ask("title", self.words("field_task"), title, hint=self.words("hint_task"))
        if await self.form(sheet.title, (field,), store):
            self.inside = sheet.id

    def act_close_asking(self) -> object:
        """Close and count."""
        return self.run_worker(self.close_poll(), group="act")

    def act_new(self) -> object:
        """A question of one's own."""
        return self.run_worker(self.ask_own(), group="act")

    def act_show_group(self) -> None:
        """All, then each role."""
        sheet = self.sheet
        poll = self._looked_at(sheet)[0] if sheet else None
        if poll is not None and self.case is not None:
            self.group = (self.group + 1) % (len(poll.groups) + 1)
            self.show(self.case)

    def act_take_answers(self) -> object:
        """What most answered, as the answers of station 1."""
        return self.run_worker(self._take(), group="act")

    async def _take(self) -> None:
        from workshop.counting import most_said

        sheet = self.sheet
        poll = self._looked_at(sheet)[0] if sheet else None
        if poll is None:
            return
        for check, answer in most_said(poll.form, poll.counts).items():
            await self.desk.send("handlingsrom.answer", check=check, answer=answer)
        self.desk.frame.tell(self.words("taken"))

    def act_earlier_answers(self) -> None:
        """One time back."""
        self._look(1)

    def act_later_answers(self) -> None:
        """One time on."""
        self._look(-1)

    def _look(self, way: int) -> None:
        sheet = self.sheet
        if sheet is not None and self.case is not None:
            self.back_by = min(max(self.back_by + way, 0), max(0, self._times(sheet) - 1))
            self.show(self.case)
