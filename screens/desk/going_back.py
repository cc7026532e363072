"""A desk that goes on where it was, also when it was ended in the middle of a word."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from textual.css.query import NoMatches

from screens.desk.going import Going
from screens.desk.place import Place

if TYPE_CHECKING:
    from screens.desk.form import Ask, Form, Store
    from screens.desk.remembered import HalfForm, HalfLine, Remembered

EVERY: Final = 1.0
"""Seconds between two looks at what is half written; as much as that can be lost."""
SAME_EVENING: Final = timedelta(hours=12)
"""How long after it was torn away the desk goes straight back to where it was."""


class GoingBack(Going):
    """Remembers beside the file where one is, and takes it up again at the next start."""

    _before: "Remembered | None" = None
    _last: "Remembered | None" = None
    _fresh = False
    _begun = False
    _back: object = None
    """The way back to where one was; keys wait for its end."""

    async def on_frame_stands(self) -> None:
        """Read what was before; from now on, remember."""
        from screens.desk.remembered import read

        if found := read(self.file):
            self._before, at = found
            now = datetime.now().astimezone()
            self._fresh = not self._before.left and now - at < SAME_EVENING
            self._at = at
            if self.goes_back:
                self._back = self.set_out()
        self.set_interval(EVERY, self.remember)

    def on_news(self) -> None:
        """With the first news the case may be known."""
        if not self._begun and self.control is not None:
            self._begun = True
            self.run_worker(self._take_up_work(), group="going-back")

    @property
    def goes_back(self) -> bool:
        """Whether it was torn away on a page a while ago, and goes straight back to that."""
        before = self._before
        return before is not None and self._fresh and bool(before.case) and before.place != "home"

    @property
    def on_its_way_back(self) -> bool:
        """Whether it is still going there; what is in sight meanwhile is no place to work at."""
        return self._back is not None

    async def _take_up_work(self) -> None:
        try:
            await self._go_back()
        finally:
            back, self._back = self._back, None
            self.arrive(back)
        self.refresh_state()

    async def _go_back(self) -> None:
        before = self._before
        if before is None or not before.case:
            return
        await self._has_heard_of(before.case)
        if before.case not in {case.id for case in self.state.cases}:
            return
        if self.goes_back:
            await self.choose_case(before.case, before.place)
            await self._narrow(before)
            self.frame.tell(self.say("desk.goes_on", at=f"{self._at:%H:%M:%S}"))
        else:
            # What has been heard a moment ago may not be drawn yet.
            self.refresh_state()
            self.point_at(before.case)

    def point_at(self, case: str) -> None:
        """Put the cursor of the list of cases on this one, where one still stands there."""
        from screens.desk.widgets.picks import Picks

        place = self.frame.place
        if place is not None and place.NAME == "home":
            place.query_one("#cases", Picks).move_to(case)

    async def _narrow(self, before: "Remembered") -> None:
        place = self.frame.place
        letters = before.sought.get(place.NAME, "") if place else ""
        if place is not None and letters:
            await place.look_for(letters)

    # -- what was half written ----------------------------------------------------------------

    async def _go(self, place: str) -> None:
        """Show a place, with the line that was half written there."""
        await super()._go(place)
        shown, before = self.frame.place, self._before
        if shown is None or before is None or self.state.case is None:
            return
        line = before.lines.get(shown.NAME)
        if line is not None and self.state.case.id == before.case:
            rest = {name: held for name, held in before.lines.items() if name != shown.NAME}
            self._before = before.model_copy(update={"lines": rest})
            _take_up(shown, line)

    def _a_form(
        self, kind: "type[Form]", title: str, fields: "tuple[Ask, ...]", store: "Store"
    ) -> "Form":
        before, case = self._before, self.state.case
        form = before.form if before and (case.id if case else "") == before.case else None
        if before is None or form is None or form.title != title:
            return super()._a_form(kind, title, fields, store)
        self._before = before.model_copy(update={"form": None})
        return kind(self.say, title, fields, store, written=form.values)

    # -- remembering --------------------------------------------------------------------------

    def remember(self, *, left: bool = False) -> None:
        """Write down where one is, where that is news."""
        from screens.desk.remembered import Remembered, write

        if self._link is None or not self.is_running:
            return
        case, before = self.state.case, self._before
        places = list(self.frame.query(Place))
        # What has not been taken up again yet is still half written.
        waits = before if before and before.case == (case.id if case else "") else Remembered()
        now = Remembered(
            case=case.id if case else "",
            place=self.heading,
            left=left,
            lines={**waits.lines, **{p.NAME: line for p in places if (line := line_of(p))}},
            sought={p.NAME: letters for p in places if (letters := p.looks_for)},
            form=self._form_on_top() or waits.form,
        )
        if now != self._last:
            self._last = now
            try:
                write(self.file, now)
            except OSError:
                # Where nothing can be written, the hall has long said so.
                self.log.warning("nothing can be remembered", file=self.file)

    def exit(self, *args: Any, **options: Any) -> None:
        """Leave; what is half written stays for the next time."""
        self.remember(left=True)
        super().exit(*args, **options)

    def _form_on_top(self) -> "HalfForm | None":
        from screens.desk.form import Form
        from screens.desk.remembered import HalfForm

        if not isinstance(self.screen, Form) or not self.screen.is_mounted:
            return None
        try:
            begun = self.screen.begun
        except NoMatches:
            # It is being built or taken down, and nothing stands in it.
            return None
        return HalfForm(title=self.screen.title_said, values=self.screen.values) if begun else None


def line_of(place: Place) -> "HalfLine | None":
    """What is half written in the line of a place; None also while that is being built."""
    from screens.desk.remembered import HalfLine
    from screens.desk.widgets.entry import Entry
    from screens.desk.widgets.fields import Field

    for entry in place.query(Entry):
        if not entry.query(Field):
            # It is being built or taken down, and nothing stands in it.
            continue
        slip = entry.half_written
        if entry.begun and slip.text.strip() and not slip.corrects:
            return HalfLine(text=slip.text, number=slip.number, table=slip.table)
    return None


def _take_up(place: Place, line: "HalfLine") -> None:
    from screens.desk.widgets.entry import Entry

    for entry in place.query(Entry):
        if not entry.begun:
            entry.begin(number=line.number, table=line.table, text=line.text)
            entry.query_one("#entry-field").focus()
