"""Checklists and questions: answered alone from phones and paper, or gone through together."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from textual.widget import Widget
from textual.widgets import Static

from screens.desk.asking import (
    AnswerTogether,
    AskAll,
    CloseAsking,
    EarlierAnswers,
    LaterAnswers,
    OpenSheet,
    ShowGroup,
    TakeAnswers,
)
from screens.desk.bits import Bit
from screens.desk.hands_up import CountAnswerHeads, RaiseAnswerHands
from screens.desk.prefilling import Prefilling, TakePrefill
from screens.desk.room import COMMON, Edit, New
from screens.desk.sheets import MEANS, Before, Drawing, Sheet, sheets
from screens.desk.widgets.entry import Entry
from screens.desk.widgets.picks import Picks

if TYPE_CHECKING:
    from screens.desk.previewing import Body
    from workshop.case import Case
    from workshop.scored import Form, Group, Poll, Reply, Review


class Checklists(Prefilling):
    """First the list; inside one sheet its items, how the answers lie, and what was agreed."""

    NAME = "checklists"
    WALL = "poll"
    ACTS = (
        *(OpenSheet, Edit, AskAll, CloseAsking, AnswerTogether, New, ShowGroup, TakeAnswers),
        *(RaiseAnswerHands, CountAnswerHeads),
        *(EarlierAnswers, LaterAnswers, TakePrefill, *COMMON),
    )

    def body(self) -> Iterator[Widget]:
        """The list, or the items of one with what is said about them."""
        yield Static("", id="told", markup=False)
        yield Picks(id="sheets")
        yield Picks(id="items")
        yield Static("", id="detail", markup=False)
        yield self.paper_line()

    def on_mount(self) -> None:
        """Begin with the list."""
        self.inside = ""
        self.group = 0

    # -- what stands there ------------------------------------------------------------------

    def show(self, case: "Case") -> None:
        """The list, or one sheet."""
        every = sheets(case, self.say)
        opened = next((s for s in every if s.open), None)
        # What is opened now is what one wants to follow, whichever sheet was looked at before.
        if opened is not None and (not self.inside or self.followed != case.poll):
            self.inside, self.back_by, self.group = opened.id, 0, 0
        self.followed = case.poll
        sheet = next((s for s in every if s.id == self.inside), None)
        self.query_one("#sheets").display = sheet is None
        self.query_one("#items").display = sheet is not None
        self.query_one("#detail").display = sheet is not None
        self.show_paper_line(self.open_poll if sheet and sheet.open else None)
        if sheet is None:
            self.inside = ""
            self.query_one("#sheets", Picks).update([Drawing(self.say).sheet(s) for s in every])
            self.put("#told", ((self.words("how"), "muted"),))
            self.entitle(self.words("title"))
        else:
            self._show_sheet(case, sheet)

    def _show_sheet(self, case: "Case", sheet: Sheet) -> None:
        from workshop import since

        drawing = Drawing(self.say)
        poll, review = self._looked_at(sheet)
        form, group = self._form(case, sheet, poll, review), self._group(poll)
        before = Before(
            moved=self._moved(case, poll, group),
            agreed=since.agreed_before(case, review) if review else {},
            offers=self.offers(case, sheet) if self.back_by == 0 else {},
        )
        picks = drawing.items(form, sheet.what, poll, review, group, before)
        self.query_one("#items", Picks).update(picks)
        said: list[Bit] = []
        if sheet.checklist and sheet.checklist.about:
            said.append((f"{sheet.checklist.about}\n", "muted"))
        if sheet.checklist:
            said.append((f"{drawing.legend(form, sheet.what)}\n", "muted"))
        if poll is not None:
            said.append((drawing.told(poll, group), ""))
            said += self.summed(case, poll) if group is None else []
            said += self._whole(form, poll)
            said += self._pointed(case, poll)
        self.put("#told", tuple(said))
        state = self.words("time", n=self._place(sheet) + 1) if self._times(sheet) > 1 else ""
        self.entitle(
            poll.form.title if poll and poll.form.title else sheet.title, ((state, "muted"),)
        )
        self._detail(review, form)

    def _whole(self, form: "Form", poll: "Poll") -> list[Bit]:
        """What the answers say together, where that is more than each of them says."""
        from screens.desk.own_results import whole

        told = whole(form, poll.counts, self.say) if poll.counts else ""
        return [("\n", ""), (told, "strong")] if told else []

    def _moved(
        self, case: "Case", poll: "Poll | None", group: "Group | None"
    ) -> "Mapping[str, float]":
        """How the answers have moved since the last time, of what may be seen."""
        from workshop import since

        if poll is None or poll.what not in MEANS:
            return {}
        return since.changed(case, poll, group.role if group else None)

    def _pointed(self, case: "Case", poll: "Poll") -> list[Bit]:
        """Which way the answers about the handlingsrom point."""
        from workshop.counting import most_said
        from workshop.handlingsrom import judge

        if poll.what != "handlingsrom" or not poll.counts:
            return []
        judged = judge(most_said(poll.form, poll.counts), case.frame)  # type: ignore[arg-type]
        if judged is None:
            return []
        verdict = self.say(f"desk.place_problem_{judged}")
        return [("\n", ""), (self.words("pointed", verdict=verdict), "strong")]

    def _detail(self, review: "Review | None", form: "Form") -> None:
        """What was agreed on the item at the cursor, in full."""
        key = self.query_one("#items", Picks).cursor_id
        item = next((i for i in form.items if i.key == key), None)
        rows: list[Bit] = [(f"{item.help}\n", "muted")] if item and item.help else []
        reply: Reply | None = review.replies.get(key or "") if review else None
        if reply and reply.note:
            rows.append((f"{reply.note}\n", ""))
        if reply and (reply.action or reply.owner):
            asked = (review.action if review else "") or self.words("action")
            owner = f" · {reply.owner}" if reply.owner else ""
            rows += [(f"{asked}  ", "muted"), (f"{reply.action}{owner}", "")]
        self.put("#detail", tuple(rows))

    def on_picks_highlighted(self) -> None:
        """Another item: its own words below."""
        if self.case is not None and self.inside:
            self.show(self.case)

    async def on_entry_sent(self, event: Entry.Sent) -> None:
        """A sheet of paper."""
        event.stop()
        self.keep_paper(event)

    def is_shown(self, case: "Case") -> bool:
        """Whether the hall sees the poll that one looks at."""
        sheet = self.sheet
        poll = self._looked_at(sheet)[0] if sheet else None
        return poll is not None and (case.shown.wall, case.shown.subject) == ("poll", poll.id)

    def would_send(self, case: "Case") -> "tuple[Body, ...]":  # noqa: ARG002 - the sheet knows it
        """The poll that one looks at."""
        sheet = self.sheet
        poll = self._looked_at(sheet)[0] if sheet else None
        subject = poll.id if poll else None
        return ({"name": "projector.show", "wall": "poll", "subject": subject},)

    async def show_in_hall(self) -> None:
        """The poll that one looks at: its question, or its answers once it is closed."""
        sheet = self.sheet
        poll = self._looked_at(sheet)[0] if sheet else None
        subject = poll.id if poll else None
        await self.desk.send("projector.show", wall="poll", subject=subject)
