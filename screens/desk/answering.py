"""What the places of polls have in common: paper keyed in, closing, and who has answered."""

from typing import TYPE_CHECKING

from screens.desk.room import Room
from screens.desk.widgets.entry import Entry, EntryWords
from screens.keying import read_answers
from screens.scales import Scales

if TYPE_CHECKING:
    from workshop.scored import Poll


class Answering(Room):
    """A place where polls are opened, keyed in from paper, and closed."""

    back_by = 0
    """How many steps back from the newest one looks."""

    @property
    def open_poll(self) -> "Poll | None":
        """The poll that is open now."""
        case = self.case
        return case.polls[case.poll] if case and case.poll else None

    def paper_line(self) -> Entry:
        """The line for answers on paper."""
        words = EntryWords(
            title=self.say("desk.answers_title"),
            number=self.say("desk.answers_number"),
            hint=lambda following: self.say("desk.answers_hint", next=following),
            correcting=self.say("desk.entry_correcting"),
            refused=self.say("desk.entry_refused"),
            placeholder=self.say("desk.answers_how"),
        )
        entry = Entry(words, id="paper")
        entry.display = False
        return entry

    def show_paper_line(self, poll: "Poll | None") -> None:
        """The line is there while a poll is open, at the number that follows."""
        entry = self.query_one(Entry)
        entry.display = poll is not None
        following = max(poll.numbers, default=0) + 1 if poll else 1
        if not entry.begun and entry.half_written.number != following:
            entry.begin(number=following)

    def act_paper(self) -> object:
        """The line for answers; where nothing is asked here, the line that the hall fills now."""
        if self.query_one(Entry).display:
            return self.query_one("#entry-field").focus()
        # A key that does nothing would let a whole slip be read as commands.
        return self.desk.act_paper()

    def keep_paper(self, event: Entry.Sent) -> None:
        """Store what was keyed in, or say how it is written."""
        self.run_worker(self._keep(event), group="slip")

    async def _keep(self, event: Entry.Sent) -> None:
        poll, slip, entry = self.open_poll, event.slip, event.entry
        if poll is None:
            return
        answers = read_answers(slip.text, poll.what, poll.form, Scales(self.say))
        if answers is None:
            entry.refused(self.say("desk.answers_wrong", n=len(poll.form.items)))
            return
        answer = await self.desk.send(
            "poll.answer",
            quiet=True,
            origin="paper",
            poll=poll.id,
            answers=answers,
            number=slip.number,
            replace=slip.corrects,
        )
        if answer.get("ok"):
            entry.stored()
        else:
            entry.refused(str(answer.get("message", "")))

    async def close_poll(self) -> None:
        """Close it and count; where some have not answered, ask first."""
        from screens.desk.questions import close_poll

        case, poll = self.case, self.open_poll
        if case is None or poll is None:
            return
        waiting = len(case.here) - poll.turnout.get("phone", 0)
        if waiting > 0 and await self.desk.ask(close_poll(self.say, waiting)) is None:
            return
        await self.desk.send("poll.close")
