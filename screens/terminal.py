"""The terminal as it is read: nothing that is pasted is a key, and no byte can end a program."""

import sys
from typing import Final

from textual.driver import Driver

START: Final = "\x1b[200~"
END: Final = "\x1b[201~"
ESCAPE: Final = "\x1b"


class Pasted:
    """Takes out of what is pasted the one sign that would turn the rest into key presses."""

    def __init__(self) -> None:
        self._inside = False
        self._last = ""
        """What came last: where nothing is pasted, the start of a mark that may be cut in two; in
        what is pasted, the start of the mark that may end it."""

    def calm(self, piece: str) -> str:
        """The next piece of what is read, however the whole is cut into pieces."""
        calmed = ""
        while piece:
            part, piece = self._inner(piece) if self._inside else self._outer(piece)
            calmed += part
        return calmed

    def _outer(self, piece: str) -> tuple[str, str]:
        """All until something is pasted, and what is left; a lone Esc is never held back."""
        known = self._last + piece
        at = known.find(START)
        if at < 0:
            self._last = known[-len(START) + 1 :]
            return piece, ""
        end = at + len(START) - len(self._last)
        self._inside, self._last = True, ""
        return piece[:end], piece[end:]

    def _inner(self, piece: str) -> tuple[str, str]:
        """All that is pasted, and what is left; the start of the end's mark waits for the rest."""
        body, mark, left = (self._last + piece).partition(END)
        self._inside, self._last = not mark, ""
        if not mark:
            cut = next((n for n in range(len(END) - 1, 0, -1) if body.endswith(END[:n])), 0)
            body, self._last = body[: len(body) - cut], body[len(body) - cut :]
        return body.replace(ESCAPE, "") + mark, left


def careful(usual: type[Driver]) -> type[Driver]:
    """The driver to use where Textual would use this one."""
    if sys.platform == "win32" or usual.__name__ != "LinuxDriver":
        return usual
    from screens.unix_terminal import UnixTerminal

    return UnixTerminal
