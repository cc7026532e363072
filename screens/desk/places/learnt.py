"""Station 6, the first page: what we believed, beside what we have learnt."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, get_args

from textual.widget import Widget

from screens.desk.bits import Bits, Mark, mark
from screens.desk.form import Ask
from screens.desk.loop import Paged
from screens.desk.places import CLOSING
from screens.desk.plain import one_line
from screens.desk.room import Edit
from screens.desk.widgets.heading import Heading
from screens.desk.widgets.picks import Pick, Picks

if TYPE_CHECKING:
    from workshop.case import Case
    from workshop.framed import Assumption

SIGNS = {"held": Mark.DONE, "partly": Mark.PARTLY, "not_held": Mark.WRONG}


class Learnt(Paged):
    """Beliefs with what became of them, then every learning card, newest round first."""

    NAME = "learnt"
    STATION = 6
    WALL = "learnt"
    PAGES = CLOSING
    ACTS = (Edit, *Paged.PAGING)

    def body(self) -> Iterator[Widget]:
        """Three lists."""
        yield Heading(self.words("believed"), id="believed-title")
        yield Picks(id="believed")
        yield Heading(self.words("learnt"), id="learnt-title")
        yield Picks(id="learnt")
        yield Heading(self.words("changed"), id="changed-title")
        yield Picks(id="changed")

    def show(self, case: "Case") -> None:
        """What was believed and learnt."""
        beliefs = list(case.assumptions.values())
        sealed = sum(b.verdict is None for b in beliefs)
        none = Pick("-none", self.words("no_beliefs"), tone="muted", choosable=False)
        believed = self.query_one("#believed", Picks)
        believed.update([self._belief(b, n) for n, b in enumerate(beliefs, 1)] or [none])
        heading = self.query_one("#believed-title", Heading)
        heading.count = str(len(beliefs) or "")
        heading.state = ((self.words("sealed", n=sealed), "muted"),) if sealed else ()
        self.query_one("#learnt", Picks).update(self._learnings(case))
        self.query_one("#changed", Picks).update(self._changes(case))
        self.entitle(self.words("title"), ((self.words("unknown"), "muted"),))

    def _belief(self, belief: "Assumption", number: int) -> Pick:
        if belief.verdict is None:
            right: Bits = ((belief.by_role, "muted"),)
            return Pick(
                belief.id,
                self.words("sealed_no", no=number),
                (mark(Mark.NOT_YET), (" ", "")),
                right=right,
            )
        lead: Bits = (mark(SIGNS[belief.verdict]), (" ", ""))
        told = self.words(f"verdict_{belief.verdict}")
        under: Bits = ((belief.learnt, ""),) if belief.learnt else ()
        return Pick(belief.id, belief.text, lead, right=((told, "muted"),), under=under)

    def _learnings(self, case: "Case") -> list[Pick]:
        rows = []
        for card in reversed(list(case.learnings.values())):
            told = " · ".join(
                f"{self.words(key)} {text}"
                for key, text in (("was_believed", card.believed), ("therefore", card.therefore))
                if text
            )
            right: Bits = ((self.words("in_round", no=card.round), "muted"),)
            under: Bits = ((told, "muted"),) if told else ()
            rows.append(Pick(card.id, card.learnt, ((" ", ""),), right=right, under=under))
        for sketch in reversed(list(case.sketches.values())):
            if sketch.decision == "stopped" and sketch.lesson:
                told = self.words("stopped", title=sketch.title)
                right = ((self.words("in_round", no=sketch.decided_in or case.round), "muted"),)
                lead: Bits = ((" ", ""),)
                under = ((told, "muted"),)
                rows.append(Pick(sketch.id, sketch.lesson, lead, right=right, under=under))
        none = Pick("-none", self.words("no_learnings"), tone="muted", choosable=False)
        return rows or [none]

    def _changes(self, case: "Case") -> list[Pick]:
        from workshop.changes import changes

        rows = []
        for change in reversed(changes(case)):
            target = self.words(f"target_{change.target}")
            right: Bits = ((self.words("change", no=change.round, target=target), "muted"),)
            first = next((one_line(case.notes[note].text) for note in change.notes), "")
            why = self.words("because", learnt=change.learnt)
            if first:
                why = f"{why} · {self.words('behind', text=first, n=len(change.notes))}"
            under: Bits = ((why, "muted"),)
            rows.append(Pick(change.id, change.text, ((" ", ""),), right=right, under=under))
        none = Pick("-none", self.words("no_changes"), tone="muted", choosable=False)
        return rows or [none]

    def act_edit(self) -> object:
        """Open the belief at the cursor, or mend what was said of it."""
        chosen = self.query_one("#believed", Picks).cursor_id
        belief = self.case.assumptions.get(chosen or "") if self.case else None
        if belief is None:
            return None
        return self.run_worker(self._open(belief), group="act")

    async def _open(self, belief: "Assumption") -> None:
        from workshop.terms import Held

        async def store(values: Mapping[str, str]) -> str:
            return await self.store("assumption.open", assumption=belief.id, **values)

        verdicts = tuple((v, self.words(f"verdict_{v}")) for v in get_args(Held))
        fields = (
            Ask("verdict", self.words("field_verdict"), belief.verdict or "", "choice", verdicts),
            Ask("learnt", self.words("field_learnt"), belief.learnt, "prose"),
        )
        await self.form(belief.text, fields, store)
