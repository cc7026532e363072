"""The line of messages above the footer: what happened, and what one can do."""

from collections.abc import Callable

from textual.timer import Timer
from textual.widgets import Static

from screens.desk.bits import Mark, content, mark
from screens.desk.plain import one_line

SECONDS = 4.0
AGAIN = 0.25
"""Seconds between two looks at how far it is with what goes on."""
READ_TWICE = 20.0
"""Seconds for two sentences that somebody reads while something else goes on."""


class Line(Static):
    """One message at a time; good news goes by itself, errors stay until Esc.

    Under it stands what goes on for as long as it lasts, and is seen again when the message goes.
    """

    DEFAULT_CSS = """
    Line { height: auto; min-height: 1; max-height: 3; background: transparent; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__("", id=id, markup=False)
        self._timer: Timer | None = None
        self.is_error = False
        self.text = ""
        self._works: list[Callable[[], str]] = []
        self._looks: Timer | None = None
        self.work = ""
        """What goes on, as it stands under the message."""
        self._rest = ""

    def begin(self, work: Callable[[], str]) -> None:
        """Something goes on; what it says of itself stands here until it ends."""
        self._works.append(work)
        if self._looks is None:
            self._looks = self.set_interval(AGAIN, self._look_at_work)
        self._look_at_work()

    def end(self, work: Callable[[], str]) -> None:
        """It is done; what else goes on is seen again."""
        self._works.remove(work)
        if not self._works and self._looks is not None:
            self._looks.stop()
            self._looks = None
        self._look_at_work()

    def _look_at_work(self) -> None:
        told = one_line(self._works[-1]()) if self._works else ""
        if told != self.work:
            self.work = told
            if not self.text:
                self._show_rest()

    def rest(self, words: str) -> None:
        """What stands at the right end, muted, while there is nothing else to say."""
        if words != self._rest:
            self._rest = words
            # It changes with every key in a list, and takes one row whatever it says.
            if not self.work:
                self._show_rest(layout=False)

    def on_resize(self) -> None:
        """At the right end of the new width, too."""
        self._show_rest(layout=False)

    def _show_rest(self, *, layout: bool = True) -> None:
        if self.text:
            return
        told = content((mark(Mark.WORK), (f" {self.work}", "")))
        rest = content(((self._rest.rjust(self.size.width), "muted"),))
        self.update(told if self.work else rest, layout=layout)

    def tell(self, words: str) -> None:
        """Say it for four seconds; an error that stands is not pushed away."""
        if not self.is_error:
            self._put(words, Mark.DONE, "")
            self._timer = self.set_timer(SECONDS, self.clear)

    def advise(self, words: str) -> None:
        """Say for four seconds what must be done first; it is no error, and nothing was done."""
        if not self.is_error:
            self._put(words, Mark.LACKS, "")
            self._timer = self.set_timer(SECONDS, self.clear)

    def guide(self, words: str) -> None:
        """Say for twenty seconds what happens and what one can try; Esc takes it away."""
        if not self.is_error:
            self._put(words, Mark.LIVE, "")
            self._timer = self.set_timer(READ_TWICE, self.clear)

    def warn(self, words: str) -> None:
        """Say it until Esc."""
        self._put(words, Mark.LACKS, "err")
        self.is_error = True

    def mend(self, wrong: str, words: str = "") -> None:
        """Say that this is wrong no longer, or only take it away; another error stays."""
        if wrong and self.text == one_line(wrong):
            self.clear()
        if words:
            self.tell(words)

    def clear(self) -> bool:
        """Take the message away; false where there was none."""
        had = bool(self.text)
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self.is_error, self.text = False, ""
        self._show_rest()
        return had

    def _put(self, words: str, sign: str, tone: str) -> None:
        self.clear()
        self.text = one_line(words)
        self.update(content((mark(sign, tone or None), (f" {self.text}", tone))))
