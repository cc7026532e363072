"""Station 5, dots: a blind vote from phones and paper."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from textual.widget import Widget
from textual.widgets import Static

from screens.desk.acts import Act
from screens.desk.bits import Bits
from screens.desk.form import Ask
from screens.desk.handing import CountHeads, Handing, RaiseHands, sum_bits
from screens.desk.loop import LoopRoom
from screens.desk.room import newest, number
from screens.desk.stating import State
from screens.desk.widgets.bars import thin
from screens.desk.widgets.entry import Entry, EntryWords, Slip
from screens.desk.widgets.fields import Field
from screens.desk.widgets.picks import Pick, Picks

if TYPE_CHECKING:
    from screens.desk.previewing import Body
    from workshop.basics import Origin
    from workshop.case import Case
    from workshop.said import Vote

_USUAL: "tuple[Origin, ...]" = ("phone", "paper")
LEVELS = ("open", "code", "hands")
"""How one can vote; the first is suggested."""


class OpenVote(Act):
    """Open a vote over all clusters."""

    key = "o"


class Dots(Handing):
    """Before: what can be voted on. While open: only who has voted. After: the result."""

    NAME = "dots"
    WALL = "voting"
    ACTS = (State, OpenVote, RaiseHands, CountHeads, *LoopRoom.PAGING)

    def body(self) -> Iterator[Widget]:
        """What it is, the targets, the line for ballots."""
        yield Static("", id="vote", markup=False)
        yield Picks(id="targets")
        yield Entry(self._entry_words(), id="ballot")

    def _entry_words(self) -> EntryWords:
        return EntryWords(
            title=self.say("desk.entry_ballot"),
            number=self.say("desk.entry_ballot_number"),
            hint=lambda following: self.say("desk.entry_ballot_hint", next=following),
            correcting=self.say("desk.entry_correcting"),
            refused=self.say("desk.entry_refused"),
            placeholder=self.words("ballot_how"),
        )

    @property
    def vote(self) -> "Vote | None":
        """The open vote, else the newest."""
        if self.case is None:
            return None
        open_vote = self.case.vote
        return self.case.votes[open_vote] if open_vote else newest(self.case.votes)

    def show(self, case: "Case") -> None:
        """The vote as far as anybody may know it."""
        vote = self.vote
        self._show_entry(case)
        if vote is None:
            self._show_before(case)
        elif vote.closed_at is None:
            self._show_open(case, vote)
        else:
            self._show_closed(case, vote)

    def _show_entry(self, case: "Case") -> None:
        """The line for ballots while the vote is open; a hidden line would swallow the keys."""
        entry = self.query_one(Entry)
        if not case.vote and entry.query("*:focus"):
            self.query_one(Picks).focus()
        entry.display = bool(case.vote)

    def _show_before(self, case: "Case") -> None:
        from workshop.clusters import standing
        from workshop.results import dots_for

        targets = standing(case)
        count = len(targets)
        key = "before" if count else "no_clusters"
        dots = dots_for(count) if count else 0
        self.put("#vote", ((self.words(key, n=count, dots=dots), "muted"),))
        self._list(case, targets)
        self.entitle_part(case)

    def _show_open(self, case: "Case", vote: "Vote") -> None:
        from workshop.headcount import headcount
        from workshop.results import why_so_many

        cast = vote.turnout
        rows: list[Bits] = []
        # How else somebody voted is told as soon as somebody did.
        for origin in dict.fromkeys((*_USUAL, *cast)):
            whole = len(case.here) if origin == "phone" else 0
            told, heads = cast.get(origin, 0), vote.voices.get(origin, 0)
            of = self.words("of_joined", n=whole) if whole else ""
            # A phone that is shared is one ballot, and as many heads as share it.
            of += f" {self.words('of_heads', n=heads)}" if heads != told else ""
            bar = thin(told, max(whole, told, 1), 10)
            label = self.say(f"desk.voted_{origin}")
            rows.append(
                ((f"{label:<10}", "muted"), *bar, (f" {told:>3} ", "strong"), (of, "muted"))
            )
        lines: list[tuple[str, str]] = []
        for row in rows:
            lines += [*row, ("\n", "")]
        summed = (*sum_bits(headcount(case, vote), self.say, is_open=True), ("\n", ""))
        blind = self.words(f"blind_{vote.level}")
        self.put("#vote", (*lines, *summed, (self._came_late(vote) + blind, "muted")))
        self._list(case, vote.targets)
        entry = self.query_one(Entry)
        how = "ballot_how_code" if vote.level == "code" else "ballot_how"
        self.query_one("#entry-field", Field).placeholder = self.words(how)
        following = max(vote.numbers, default=0) + 1
        if not entry.begun and entry.half_written.number < following:
            entry.begin(number=following)
        why = self.words(f"why_{why_so_many(vote)}", n=len(vote.targets))
        state: Bits = ((f"{self.words('dots_each', n=vote.dots)}, {why}", "muted"),)
        self.entitle_part(case, state)

    def _came_late(self, vote: "Vote") -> str:
        """How many phones were new when the vote had been open for a while; a line, or nothing."""
        return self.words("late", n=vote.late) + "\n" if vote.late else ""

    def _list(self, case: "Case", targets: tuple[str, ...]) -> None:
        from workshop.views import title_of

        picks = [
            Pick(target, title_of(case, target), ((f"{i:>2}  ", "muted"),))
            for i, target in enumerate(targets, start=1)
        ]
        self.query_one(Picks).update(picks)

    def _show_closed(self, case: "Case", vote: "Vote") -> None:
        from workshop.headcount import headcount
        from workshop.results import as_voted, figures_may_show, near_ties, ranking
        from workshop.views import title_of

        figures = figures_may_show(vote)
        ties = near_ties(vote) if figures else ()
        most = max(vote.counts.values(), default=0)
        picks = []
        for target, dots in ranking(vote):
            tied = any(target in group for group in ties)
            right: Bits = (
                (*thin(dots, max(most, 1), 12), (f" {dots:>3}", "strong")) if figures else ()
            )
            under: Bits = ((self.words("tied"), "info"),) if tied else ()
            voted, now = as_voted(case, vote, target), title_of(case, target)
            if voted != now:
                under += ((self.words("renamed", now=now), "muted"),)
            lead: Bits = ((f"{vote.targets.index(target) + 1:>2}  ", "muted"),)
            picks.append(Pick(target, voted, lead, right=right, under=under))
        self.query_one(Picks).update(picks)
        told = [self.words(f"came_{origin}", n=n) for origin, n in vote.turnout.items()]
        if vote.blank:
            told.append(self.words("blank", n=vote.blank))
        few = "" if figures else f"\n{self.words('few')}"
        summed = (("\n", ""), *sum_bits(headcount(case, vote), self.say, is_open=False))
        advice = (f"\n{self.words('advisory')}", "muted")
        came = (" · ".join(told) or self.words("nobody"), "")
        late = (f"\n{self._came_late(vote)}".rstrip(), "muted")
        self.put("#vote", (came, *summed, late, (few, "muted"), advice, *self.then(case)))
        self.entitle_part(case, ((self.words("closed"), "muted"),))

    def may(self, act: type[Act]) -> bool:
        """A vote is opened only when none is open; a need is worded when it is closed."""
        if act is State:
            return self.cluster is not None
        is_open = self.case is not None and self.case.vote is not None
        if act is RaiseHands:
            return is_open and self.vote is not None and self.vote.level != "code"
        if act is CountHeads:
            return self.vote is not None and self.case is not None and bool(self.case.gathering)
        return not (act is OpenVote and is_open)

    def act_open_vote(self) -> object:
        """Open it, with a number of dots that can be changed now and not later."""
        return self.run_worker(self.open_vote(), group="act")

    async def open_vote(self) -> None:
        """Ask how many dots, and open."""
        from workshop.clusters import standing
        from workshop.results import dots_for

        if self.case is None:
            return
        usual = str(dots_for(len(standing(self.case))))

        async def store(values: Mapping[str, str]) -> str:
            stacking = values["stacking"] == "yes"
            wrong = await self.store(
                "vote.open",
                dots=number(values["dots"]),
                stacking=stacking,
                level=values["level"],
            )
            if not wrong:
                await self.enter_station()
            return wrong

        levels = tuple((level, self.words(f"level_{level}")) for level in LEVELS)
        fields = (
            Ask("dots", self.words("field_dots"), usual, hint=self.words("hint_dots")),
            Ask("stacking", self.words("field_stacking"), "no", "choice", self.yes_no()),
            Ask("level", self.words("field_level"), "open", "choice", levels),
        )
        await self.form(self.words("open"), fields, store)

    def act_paper(self) -> object:
        """The line for ballots; without a vote, the line that the hall fills now."""
        if self.query_one(Entry).display:
            return self.query_one("#entry-field").focus()
        return self.desk.act_paper()

    async def on_entry_sent(self, event: Entry.Sent) -> None:
        """A ballot as numbers: «2 5 5»."""
        event.stop()
        self.run_worker(self._keep_ballot(event.entry, event.slip), group="slip")

    async def _keep_ballot(self, entry: Entry, slip: Slip) -> None:
        vote = self.vote
        if vote is None:
            return
        code, numbers = "", slip.text
        if vote.level == "code":
            from workshop.vote_codes import code_before

            code, numbers = code_before(slip.text)
        places = [int(word) for word in re.findall(r"\d+", numbers)]
        if slip.aside or places == [0]:
            places = []
        elif not places or any(not 1 <= place <= len(vote.targets) for place in places):
            entry.refused(self.words("ballot_numbers", n=len(vote.targets)))
            return
        answer = await self.desk.send(
            "ballot.cast",
            quiet=True,
            origin="paper",
            vote=vote.id,
            picks=[vote.targets[place - 1] for place in places],
            number=slip.number,
            replace=slip.corrects,
            code=code,
        )
        if answer.get("ok"):
            entry.stored()
            return
        match answer.get("reason"):
            case "paper_number_taken":
                entry.refused(self.say("desk.entry_ballot_taken", number=slip.number), "corrects")
            case "too_many_dots" | "too_many_on_one" as reason:
                entry.refused(self.say(f"desk.entry_{reason}", n=answer.get("most", 0)), "aside")
            case _:
                entry.refused(str(answer.get("message", "")))

    def is_shown(self, case: "Case") -> bool:
        """The vote while it is open, else its result."""
        vote, shown = self.vote, case.shown
        if vote is None or case.station != self.STATION:
            return False
        if vote.closed_at is None:
            return shown.wall == "voting"
        return (shown.wall, shown.subject) == ("results", vote.id)

    def would_send(self, case: "Case") -> "tuple[Body, ...]":  # noqa: ARG002 - the vote knows it
        """A vote as it would be opened, the one that is open, or its result."""
        vote = self.vote
        if vote is None:
            return ({"name": "vote.open"}, *self.would_enter())
        wall = "voting" if vote.closed_at is None else "results"
        subject = None if vote.closed_at is None else vote.id
        show: Body = {"name": "projector.show", "wall": wall, "subject": subject}
        return (*self.would_enter(), show)

    async def show_in_hall(self) -> None:
        """What stands here: the vote, or its result."""
        await self.enter_station()
        vote = self.vote
        if vote is None:
            await self.open_vote()
        elif vote.closed_at is None:
            await self.desk.send("projector.show", wall="voting")
        else:
            await self.desk.send("projector.show", wall="results", subject=vote.id)
