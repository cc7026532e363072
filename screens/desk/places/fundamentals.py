"""The five fundamentals: scored in silence or together, multiplied, and talked about."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Digits, Static

from screens.desk.acts import Act
from screens.desk.answering import Answering
from screens.desk.bits import Bit
from screens.desk.form import Ask
from screens.desk.room import COMMON, Remove
from screens.desk.talk import Talk
from screens.desk.widgets.entry import Entry
from screens.desk.widgets.scores import Score, Scores, columns
from screens.scales import Scales
from screens.words import voice

if TYPE_CHECKING:
    from workshop.case import Case
    from workshop.scored import Assessment, Poll

    Taken = tuple[Assessment | None, Poll | None]


class SetScore(Act):
    """Set the score of the fundamental at the cursor."""

    face, in_palette = "0–5", False


class Agree(Act):
    """Show the silent scores and agree on one number for each; or begin a new assessment."""

    key = "e"


class AskSilently(Act):
    """Let everybody score alone on their phones."""

    key = "s"


class NoteIt(Act):
    """Write what must be done about the fundamental at the cursor."""

    key = "n"


class EarlierScores(Act):
    """Look at an earlier assessment; right goes back towards the newest."""

    key, face = "left", "←/→"


class LaterScores(Act):
    """Towards the newest assessment."""

    key, hinted = "right", False


class Fundamentals(Answering):
    """Five rows, their product, and what a zero means; never an average."""

    NAME = "fundamentals"
    WALL = "fundamentals"
    ACTS = (SetScore, Agree, AskSilently, NoteIt, EarlierScores, LaterScores, Remove, *COMMON)

    def body(self) -> Iterator[Widget]:
        """Rows, product, banner, remarks, the line for paper."""
        yield Static("", id="columns", markup=False)
        yield Scores(id="scores")
        with Horizontal(id="product"):
            with Vertical():
                yield Static("", id="product-words", markup=False)
            yield Digits("", id="product-figure")
        yield Static("", id="banner", markup=False)
        yield Static("", id="remarks", markup=False)
        yield self.paper_line()

    def on_mount(self) -> None:
        """Begin at the newest."""
        self.back_by = 0

    def on_resize(self) -> None:
        """Lower screens show no questions, and narrow ones other columns."""
        if self.case is not None:
            self.show(self.case)

    def taken(self, case: "Case") -> "list[Taken]":
        """The assessments with their silent scores, and scores that nobody has agreed on yet."""
        pairs: list[Taken] = [(a, case.polls.get(a.poll or "")) for a in case.assessments.values()]
        used = {a.poll for a in case.assessments.values()}
        fresh = [p for p in case.polls.values() if p.what == "fundamentals" and p.id not in used]
        return [*pairs, *((None, poll) for poll in fresh[-1:])] or [(None, None)]

    def show(self, case: "Case") -> None:
        """The assessment that one looks at."""
        taken = self.taken(case)
        place = max(0, len(taken) - 1 - self.back_by)
        assessment, poll = taken[place]
        blind = poll is not None and poll.closed_at is None
        self.show_paper_line(poll if blind else None)
        self._entitle(case, place, (assessment, poll))
        self._show_rows(case, assessment, poll)
        self._show_product(assessment, blind=blind)
        self.put("#banner", Talk(self.say, self.words).banner(case, assessment))
        self.query_one("#banner").display = bool(assessment and 0 in assessment.scores.values())
        self.put("#remarks", Talk(self.say, self.words).remarks(case, assessment, poll))

    def _entitle(self, case: "Case", place: int, taken: "Taken") -> None:
        assessment, poll = taken
        parts = [self.words("number", n=place + 1)]
        at = assessment.at if assessment else poll.opened_at if poll else None
        if at is not None:
            day = at.astimezone()
            parts.append(voice(self.say).day(day))
        people = assessment.people if assessment else sum(poll.voices.values()) if poll else None
        if people:
            parts.append(self.words("people", n=people))
        state = " · ".join(parts) if at else self.words("none")
        if poll is not None and poll.closed_at is None:
            cast = sum(poll.turnout.values())
            state = self.words("answered", n=cast, of=len(case.here))
        self.entitle(self.words("title"), ((state, "muted"),))

    def _show_rows(
        self, case: "Case", assessment: "Assessment | None", poll: "Poll | None"
    ) -> None:
        from workshop import forms

        scales = Scales(self.say)
        form = poll.form if poll else forms.fundamentals(case.pack)
        most = assessment.most if assessment else max(form.values)
        scored = dict(assessment.scores) if assessment else {}
        tall = self.screen.has_class("-hoy")
        counts = poll.counts if poll and poll.closed_at else None
        rows = [
            Score(
                id=item.key,
                name=scales.item(item),
                question=scales.help(item),
                agreed=next((n for key, n in scored.items() if key == item.key), None),
                missing=self.words("not_scored"),
                most=most,
                silent=tuple(counts.get(item.key, {}).get(str(n), 0) for n in range(most + 1))
                if counts is not None
                else None,
                tall=tall,
            )
            for item in form.items
        ]
        self.query_one(Scores).update(rows)
        self._show_columns(most, tall=tall, silent=counts is not None)

    def _show_columns(self, most: int, *, tall: bool, silent: bool) -> None:
        scores = self.query_one(Scores)
        room = columns(most, scores.size.width or 60)
        agreed = self.words("agreed")
        head = self.words("fundamental")
        line = f"   {head:<{room.name}}{agreed:<{room.before - room.name - 2}}"
        if silent:
            digits = "".join(f"{n:<{Scores.SILENT}}" for n in range(most + 1))
            line += self.words("silent", most=most) if tall else digits
        self.put("#columns", ((line, "muted"),))

    def _show_product(self, assessment: "Assessment | None", *, blind: bool) -> None:
        from workshop.forms import FUNDAMENTALS
        from workshop.fundamentals import product

        told = product(assessment) if assessment else None
        figure = self.query_one("#product-figure", Digits)
        figure.update("" if told is None else str(told))
        figure.set_class(told == 0, "-zero")
        lines: list[Bit] = [(f"{self.words('product')}\n", "strong")]
        if blind:
            lines = [(self.words("blind"), "muted")]
        elif assessment is None or not assessment.scores:
            lines.append((self.words("begin"), "muted"))
        elif told is None:
            left = len(FUNDAMENTALS) - len(assessment.scores)
            lines.append((self.words("provisional", n=left), "warn"))
        else:
            lines.append((f"{self.words('multiplied')}\n", "muted"))
            for key in FUNDAMENTALS:
                score = assessment.scores[key]
                lines.append((str(score), "err strong" if score == 0 else ""))
                lines.append((" = " if key == FUNDAMENTALS[-1] else " × ", "muted"))
        self.put("#product-words", tuple(lines))

    # -- acts -------------------------------------------------------------------------------

    def may(self, act: type[Act]) -> bool:
        """Scores are set in the newest assessment, and not while silent ones are given."""
        case = self.case
        if case is None:
            return act not in {SetScore, Agree, AskSilently, NoteIt, Remove}
        if act is AskSilently:
            return not (case.poll or case.vote)
        if act in {SetScore, NoteIt, Remove}:
            return self.back_by == 0 and not self.open_poll
        return super().may(act)

    def act_set_score(self) -> None:
        """The digits do it."""

    async def on_scores_given(self, event: Scores.Given) -> None:
        """A digit at a row."""
        event.stop()
        if self.may(SetScore):
            self.run_worker(self._agree({event.fundamental: event.score}), group="act")

    def act_remove(self) -> object:
        """Not scored yet."""
        key = self.query_one(Scores).cursor_id
        return self.run_worker(self._agree({key: None}), group="act") if key else None

    async def _agree(self, scores: Mapping[str, int | None]) -> None:
        if (await self.desk.send("fundamentals.agree", scores=dict(scores))).get("ok"):
            self.query_one(Scores).action_move(1)

    def act_agree(self) -> object:
        """Show the silent scores, or begin anew."""
        return self.run_worker(self._reveal(), group="act")

    async def _reveal(self) -> None:
        from workshop.fundamentals import now, product

        case = self.case
        if case is None:
            return
        if self.open_poll is not None:
            await self.close_poll()
            return
        going_on = now(case)
        if going_on is not None and product(going_on) is None:
            self.desk.frame.advise(self.words("go_on"))
            return
        self.back_by = 0
        await self.desk.send("fundamentals.agree", new=True)

    def act_ask_silently(self) -> object:
        """Open the silent scores."""
        self.back_by = 0
        return self.run_worker(self.desk.send("poll.open", what="fundamentals"), group="act")

    def act_note_it(self) -> object:
        """What must be done."""
        return self.run_worker(self._note(), group="act")

    async def _note(self) -> None:
        from workshop.fundamentals import now

        item, case = self.query_one(Scores).cursor, self.case
        if item is None or case is None:
            return
        assessment = now(case)
        known = dict(assessment.notes) if assessment else {}
        was = next((note for key, note in known.items() if key == item.id), "")

        async def store(values: Mapping[str, str]) -> str:
            return await self.store("fundamentals.agree", notes={item.id: values["note"]})

        field = Ask("note", self.words("field_note"), was, "prose", hint=item.question)
        await self.form(item.name, (field,), store)

    def act_earlier_scores(self) -> None:
        """One assessment back."""
        self._look(1)

    def act_later_scores(self) -> None:
        """One assessment on."""
        self._look(-1)

    def _look(self, way: int) -> None:
        if self.case is not None:
            last = len(self.taken(self.case)) - 1
            self.back_by = min(max(self.back_by + way, 0), last)
            self.show(self.case)

    async def on_entry_sent(self, event: Entry.Sent) -> None:
        """A sheet of paper: five scores in a row."""
        event.stop()
        self.keep_paper(event)
