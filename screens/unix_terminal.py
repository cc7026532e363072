"""Reading a terminal on Linux and macOS, where its bytes come as they are."""

import os
import selectors
from codecs import getincrementaldecoder
from contextlib import suppress
from typing import Final

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from screens.terminal import Pasted

AT_ONCE: Final = 4096
TICK: Final = 0.1
"""Seconds after which a lone Esc is a key, and the end is looked for."""


class UnixTerminal(LinuxDriver):
    """As Textual's own, but a byte of another encoding is a sign, and no fault."""

    def run_input_thread(self) -> None:
        """Read until the desk is closed."""
        parser, pasted = XTermParser(), Pasted()
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(TICK):
                    read = os.read(self.fileno, AT_ONCE)
                    if not read:
                        # Where nothing more can come, there is nothing to read as fast as one can.
                        self.exit_event.wait(TICK)
                    piece = pasted.calm(decode(read))
                    for event in parser.feed(piece) if piece else ():
                        self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)
        with suppress(EOFError, ParseError):
            list(parser.feed(""))
