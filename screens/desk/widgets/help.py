"""F1: the keys here, the keys everywhere, and one piece of advice; whole at 80x24."""

from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from screens.desk.bits import Bit, Bits, content, two_sides
from screens.desk.widgets.footer import Hint
from screens.desk.wrapping import wrap

_CELLS = 72
_COLUMN = 36
_WORDS = _COLUMN - 2
"""How wide words may run, so that the two columns never touch."""


@dataclass(frozen=True, slots=True)
class HelpText:
    """What the help shows; already in words."""

    title: str
    close: Hint
    place: str
    about: str
    """A sentence or two about what goes on here."""
    here: tuple[Hint, ...]
    everywhere: str
    everywhere_about: str
    keys: tuple[Hint, ...]
    note: str
    advice: Bits


class HelpScreen(ModalScreen[bool]):
    """The help over the screen; the clock goes on behind it. True where F1 asks for the method."""

    BINDINGS = [
        Binding("escape,question_mark,q", "dismiss(False)", show=False),
        Binding("f1,w", "dismiss(True)", show=False),
    ]

    VERTICAL_BREAKPOINTS = [(0, "-lav"), (30, "-hoy")]
    DEFAULT_CSS = """
    HelpScreen {
        align: center middle; background: $background 60%;
        #help { width: 76; height: auto; max-height: 100%; background: $side; padding: 1 2; }
        #help Static { height: auto; }
        #help-columns { height: auto; margin-top: 1; }
        #help-here { width: 36; padding-right: 2; }
        #help-everywhere { width: 36; }
        #help-advice { margin-top: 1; }
        &.-lav #help { padding: 0 2; }
    }
    """

    def __init__(self, text: HelpText) -> None:
        super().__init__()
        self._text = text
        self._here_about = wrap(text.about, _WORDS)
        self._everywhere_about = wrap(text.everywhere_about, _WORDS)

    def compose(self) -> ComposeResult:
        """Title, two columns, advice."""
        text = self._text
        with Vertical(id="help"):
            row = two_sides(((text.title, "strong"),), text.close.bits(), _CELLS)
            yield Static(row, markup=False)
            with Horizontal(id="help-columns"):
                yield Static(self._here(), id="help-here", markup=False)
                yield Static(self._everywhere(), id="help-everywhere", markup=False)
            yield Static(content(text.advice), id="help-advice", markup=False)

    def on_click(self, event: events.Click) -> None:
        """A click closes what has nothing to be clicked at."""
        event.stop()
        self.dismiss(False)

    def _here(self) -> Content:
        text = self._text
        wide = max([len(hint.key) for hint in text.here], default=0) + 2
        rows = [_about(text.place, self._here_about, self._deep())]
        rows += [_key(hint, max(7, wide)) for hint in text.here]
        return Content("\n").join(rows)

    def _everywhere(self) -> Content:
        text = self._text
        rows = [_about(text.everywhere, self._everywhere_about, self._deep())]
        half = (len(text.keys) + 1) // 2
        for index in range(half):
            pair = text.keys[index : index + half + 1 : half]
            left = _key(pair[0], 4).truncate(19, ellipsis=True, pad=True)
            right = _key(pair[1], 4) if len(pair) > 1 else Content("")
            rows.append(Content.assemble(left, right))
        rows.append(content((("\n" + text.note, "muted"),)))
        return Content("\n").join(rows)

    def _deep(self) -> int:
        """The keys of both columns begin on the same row."""
        return max(len(self._here_about), len(self._everywhere_about))


def _about(title: str, words: list[str], deep: int) -> Content:
    filled = "\n".join([*words, *[""] * (deep - len(words))])
    bits: list[Bit] = [(f"{title}\n", "strong"), (filled, "muted"), ("\n", "")]
    return content(bits)


def _key(hint: Hint, wide: int) -> Content:
    words = f"\n{' ' * wide}".join(wrap(hint.word, _WORDS - wide))
    return content(((f"{hint.key:<{wide}}", "strong"), (words, "")))
