"""Station 5, the round's card: need, sketches, test card and learning card, and the decision."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual import events
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from screens.desk.bits import Bit, Bits, Mark, mark
from screens.desk.carding import ROUND_ACTS
from screens.desk.concluding import Concluding
from screens.desk.room import Edit
from screens.desk.widgets.picks import Pick, Picks
from screens.desk.widgets.rows import Rows
from screens.desk.widgets.weight import round_rows

if TYPE_CHECKING:
    from workshop.case import Case
    from workshop.tried import Learning, Sketch, Test

_TEST = ("believe", "do", "look_for", "right_if", "wrong_if")
_LEARNING = ("believed", "saw", "learnt", "therefore")
_METERS = 3
_LEAVES = 3
_STEP = 3
"""Rows that one arrow reads on in the cards."""


def _stands(test: "Test | None") -> str:
    """The word for where a test card stands."""
    if test is None:
        return "before_test"
    if test.recorded_at:
        return "ended"
    return "locked" if test.started_at else "ready"


class Card(Concluding):
    """One page that fills from above as the round goes on; in a small window, three."""

    NAME = "card"
    ACTS = (Edit, *ROUND_ACTS, *Concluding.PAGING)

    leaf = 0
    """What the small window shows: need and sketches, the test card, or the learning card."""

    def body(self) -> Iterator[Widget]:
        """Meter, need, sketches, the two cards, the answer, the decision."""
        yield Static("", id="meter", markup=False)
        yield Static("", id="need", markup=False)
        yield Picks(id="sketches")
        with VerticalScroll(id="cards", can_focus=False), Horizontal(id="card-row"):
            yield Static("", id="test-card", markup=False)
            yield Static("", id="learning-card", markup=False)
        yield Static("", id="hit", markup=False)
        yield Static("", id="decision", markup=False)

    def show(self, case: "Case") -> None:
        """What the round holds so far."""
        from workshop import rounds

        self.put("#need", self._need(case))
        sketches = (*rounds.sketches_of(case, case.round), *rounds.carried_sketches(case))
        none = Pick("-none", self.words("no_sketches"), tone="muted", choosable=False)
        self.query_one(Picks).update([self._sketch_row(case, s) for s in sketches] or [none])
        self._show_meter(case)
        self._show_cards(case)
        self.put("#hit", self._hit(case))
        self.put("#decision", self._decision(case))
        self._entitle(case)

    def on_rows_highlighted(self) -> None:
        """The cards are those of the sketch at the cursor."""
        if self.case is not None:
            self._show_cards(self.case)

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002 - Textual's shape
        """The meter is as wide as the page."""
        if self.case is not None:
            self._show_meter(self.case)
            self._entitle(self.case)

    def on_rows_past_edge(self, event: Rows.PastEdge) -> None:
        """Arrows beyond the sketches read on in the cards, where they are longer than the page."""
        event.stop()
        self.query_one("#cards").scroll_relative(y=_STEP * event.way, animate=False)

    @property
    def _small(self) -> bool:
        return self.app.size.width < 100  # noqa: PLR2004 - the frame's own breakpoint

    def _turn(self, way: int) -> None:
        """In a small window need, test card and learning card are a page each."""
        leaf = self.leaf + way
        if self.desk.heading == self.NAME and self._small and leaf in range(_LEAVES):
            self.leaf = leaf
            self.set_class(leaf > 0, "-read")
            self.set_class(leaf > 1, "-learning")
            if self.case is not None:
                self._entitle(self.case)
        else:
            super()._turn(way)

    def _entitle(self, case: "Case") -> None:
        """The days of the round, and in a small window which page this is."""
        pages = {"page": self.leaf + 1, "pages": _LEAVES}
        told = f"{self.say('desk.salen_page', **pages)} · " if self._small else ""
        self.entitle_part(case, ((f"{told}{self._dates(case)}", "muted"),))

    # -- what stands where ---------------------------------------------------------------

    def _show_meter(self, case: "Case") -> None:
        from workshop.tried import Round
        from workshop.weights import weight_of

        now = case.round
        turns = [*case.rounds, Round(no=now + 1)]
        around = (
            [r for r in turns if r.no >= now - 1][:_METERS] if not self._small else turns[-2:-1]
        )
        cells = max(24, self.query_one("#meter").size.width - 1)
        rows = round_rows([(r, weight_of(r)) for r in around], now, self.say, cells)
        bits: list[Bit] = []
        for index, row in enumerate(rows):
            bits += [*((("\n", ""),) if index else ()), *row]
        self.put("#meter", tuple(bits))

    def _dates(self, case: "Case") -> str:
        now = case.rounds[-1]
        began = (now.began_at or case.opened_at).astimezone().date()
        ends = now.decided_at.astimezone().date() if now.decided_at else now.until
        days = f"{self.date(began)} – {self.date(ends)}" if ends else f"{self.date(began)} –"
        return f"{self.say('desk.round_state', n=now.no)} · {days}"

    def _need(self, case: "Case") -> Bits:
        from workshop import rounds

        bits: list[Bit] = [(f"{self.words('need')}\n", "strong")]
        clusters = rounds.stated(case)
        for cluster in clusters:
            said = cluster.statement
            if said is None:
                continue
            words = self.say("desk.statement", who=said.who, what=said.what, why=said.why)
            evidence = rounds.said_by_others(case, cluster)
            sign = mark(Mark.DONE if evidence else Mark.LACKS)
            bits += [sign, (f" {words}\n", "")]
            if cluster.earlier:
                was = cluster.earlier[-1]
                told = self.say("desk.statement", who=was.who, what=was.what, why=was.why)
                bits.append((f"  {self.words('before', text=told)}\n", "muted"))
        if not clusters:
            bits.append((self.words("no_need"), "muted"))
        return tuple(bits)

    def _sketch_row(self, case: "Case", sketch: "Sketch") -> Pick:
        from workshop import rounds
        from workshop.weights import over_cap, proposal

        tests = [t for t in case.tests.values() if t.sketch == sketch.id]
        sign = Mark.NOT_YET
        if sketch.decision in {"stopped", "parked"}:
            sign = Mark.NONE
        elif any(t.out for t in tests):
            sign = Mark.PARTLY
        elif any(rounds.has_result(case, t) for t in tests):
            sign = Mark.DONE
        cap = proposal(sketch.changed_in or sketch.round).signs
        signs = f"{len(sketch.text)}/{cap}" if cap else str(len(sketch.text))
        over = bool(over_cap(sketch))
        right: list[Bit] = [(f"{self.words('version', n=sketch.version)}  ", "muted")]
        right.append((f"{Mark.LACKS} {signs}" if over else signs, "warn" if over else "muted"))
        under = ((sketch.lesson, "muted"),) if sketch.decision == "stopped" else ()
        if sketch in rounds.carried_sketches(case):
            no = sketch.changed_in or sketch.round
            under = ((self.words("carried", n=no), "muted"),)
        if not rounds.answers_a_need(case, sketch):
            under = ((self.words("no_need_ref"), "warn"),)
        lead: Bits = (mark(sign), (" ", ""))
        return Pick(sketch.id, sketch.title, lead, right=tuple(right), under=under)

    def _show_cards(self, case: "Case") -> None:
        test = self.chosen_test(case)
        self.put("#test-card", self._test(case, test))
        cards = [c for c in case.learnings.values() if c.round == case.round]
        self.put("#learning-card", self._learnings(case, cards))

    def _test(self, case: "Case", test: "Test | None") -> Bits:
        from workshop import rounds
        from workshop.volunteers import can_test, willing

        state = self.words(_stands(test))
        bits: list[Bit] = [(self.words("test"), "strong"), (f"  {state}\n", "muted")]
        can = willing(case, case.round)
        asks = bool(case.running and case.running.kind == "test")
        if can or asks:
            how = f" {self.words('count_hands')}" if asks else ""
            bits.append((f"{self.words('willing', n=can)}{how}\n", "info"))
        if test is None:
            return (*bits, (self.words("no_test"), "muted"))
        if just := can_test(case, test.sketch):
            bits.append((f"{self.words('can_test', n=just)}\n", "info"))
        for key in _TEST:
            if text := getattr(test, key):
                bits += [(f"{self.words(key)}\n", "muted"), (f"{text}\n", "")]
        real = rounds.real_testers(case, test)
        heard = len({t.code for t in test.heard})
        if test.place or test.homes or heard or test.testers:
            heard_of = self.words("heard", n=real, homes=test.homes or heard)
            told = ": ".join(filter(None, (test.place, heard_of)))
            bits.append((f"{told}\n", "info"))
        if test.result:
            bits += [(f"{self.words('result')}\n", "muted"), (f"{test.result}\n", "")]
        return tuple(bits)

    def _learnings(self, case: "Case", cards: "list[Learning]") -> Bits:
        bits: list[Bit] = [(f"{self.words('learning')}\n", "strong")]
        if not cards:
            return (*bits, (self.words("no_learning"), "muted"))
        made = {a.learning: a for a in case.adjustments.values()}
        for card in cards:
            if card.about:
                bits.append((f"{self.say(f'desk.about_{card.about}')}\n", "info"))
            for key in _LEARNING:
                if text := getattr(card, key):
                    bits += [(f"{self.words(key)}\n", "muted"), (f"{text}\n", "")]
            adjusted = made.get(card.id)
            if adjusted:
                target = self.say(f"desk.adjust_{adjusted.target}")
                bits += [mark(Mark.DONE), (f" {target}: {adjusted.text}\n", "")]
            else:
                bits += [mark(Mark.LACKS), (f" {self.words('not_adjusted')}\n", "")]
        return tuple(bits)

    def _hit(self, case: "Case") -> Bits:
        now = case.rounds[-1].hit
        bits: list[Bit] = [(f"{self.words('hit')}  ", "strong")]
        for value in ("yes", "partly", "no"):
            label = self.say(f"desk.hit_{value}")
            bits.append(
                (f"[{label}]" if value == now else f" {label} ", "chip" if value == now else "")
            )
            bits.append(("  ", ""))
        return (*bits, ("h", "strong"))

    def _decision(self, case: "Case") -> Bits:
        made = case.rounds[-1].decision
        bits: list[Bit] = [(self.words("decision"), "strong"), ("  ", "")]
        if made:
            reason = case.rounds[-1].reason
            told = self.say(f"desk.decision_{made}")
            return (*bits, (f"{told}. {reason}" if reason else told, ""))
        last = next((r for r in reversed(case.rounds) if r.decision), None)
        if last:
            told = self.say(f"desk.decision_{last.decision}")
            bits.append((f"{self.say('desk.round_state', n=last.no)}: {told}", "muted"))
        bits.append(("\n", ""))
        for key, name in (("g", "go_on"), ("j", "adjust"), ("b", "back"), ("l", "lay_away")):
            bits += [(key, "strong"), (f" {self.words(f'key_{name}')}   ", "muted")]
        return tuple(bits)
