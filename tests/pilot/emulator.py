"""A terminal program of a few lines: runs its words on a pseudo-terminal of 80 times 24."""

import fcntl
import os
import pty
import struct
import sys
import termios

child, screen = pty.fork()
if not child:
    os.execvp(sys.argv[1], sys.argv[1:])  # noqa: S606 - running them is what it is for
fcntl.ioctl(screen, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
try:
    while os.read(screen, 65_536):
        pass
except OSError:
    # Linux says so when the other end is closed.
    os.waitpid(child, 0)
