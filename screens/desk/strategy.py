"""The strategy of the case to read at the desk, for example aloud; no view of the hall has it."""

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

from screens.desk.acts import Say
from screens.desk.bits import Bit
from screens.desk.widgets.reading import CELLS, Reading
from screens.words import voice

if TYPE_CHECKING:
    from screens.desk.wired import WiredDesk


class StrategyScreen(Reading):
    """All that the strategy says."""

    def __init__(self, say: Say, text: str) -> None:
        """What the strategy says, as plain text; what is indented belongs to the line above."""
        super().__init__(say, say("desk.act_read_strategy_word"))
        self._text = text

    def told(self) -> Iterator[Bit]:
        """Headings, and what stands under them."""
        for line in self._text.splitlines():
            text = line.lstrip()
            lead = " " * (len(line) - len(text))
            told = textwrap.fill(
                text, CELLS - 1, initial_indent=lead, subsequent_indent=f"{lead}  " if lead else ""
            )
            yield f"{told}\n", "" if lead else "strong"


def read_strategy(desk: "WiredDesk") -> None:
    """Put what the strategy of the case says over the screen."""
    from screens.pack_text import pack_text

    case = desk.state.case
    if case is None:
        desk.frame.advise(desk.say("desk.choose_case_first"))
        return
    desk.push_screen(StrategyScreen(desk.say, pack_text(case.pack, voice(desk.say))))
