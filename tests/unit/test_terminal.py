"""What is pasted is text, whatever is in it and however the terminal cuts it into pieces."""

import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual._xterm_parser import XTermParser

from screens.terminal import END, START, Pasted, careful

SIGNS = st.sampled_from([*"\x1b[]0m;~12\x07\x00\t\r\n^aå👩", START[:4], END[:5], "\x1b[31m"])
WORDS = st.lists(SIGNS, max_size=30).map("".join).filter(lambda words: END not in words)


def heard(pieces: list[str]) -> list[events.Event]:
    """What the program hears of a keyboard that sends these pieces."""
    parser, pasted = XTermParser(), Pasted()
    return [
        event
        for piece in pieces
        if (calm := pasted.calm(piece))
        for event in parser.feed(calm)
        if isinstance(event, events.Event)
    ]


def cut(text: str, places: list[int]) -> list[str]:
    """The text in pieces, cut at these places."""
    edges = sorted({0, len(text), *(place % (len(text) + 1) for place in places)})
    return [text[a:b] for a, b in pairwise(edges)]


@given(words=WORDS, places=st.lists(st.integers(0, 10_000), max_size=6))
def test_a_paste_is_never_a_key(words: str, places: list[int]) -> None:
    """One paste with all its letters, between the two keys that were pressed, and no other key."""
    told = heard(cut(f"a{START}{words}{END}b", places))

    first, *pastes, last = told
    assert isinstance(first, events.Key)
    assert isinstance(last, events.Key)
    assert (first.key, last.key) == ("a", "b")
    assert all(isinstance(paste, events.Paste) for paste in pastes)
    assert "".join(p.text for p in pastes if isinstance(p, events.Paste)) == words.replace(
        "\x1b", ""
    ).replace("\x00", "")


@given(words=st.lists(SIGNS, max_size=20).map("".join).filter(lambda words: START not in words))
def test_what_is_typed_is_as_it_was(words: str) -> None:
    """Outside of a paste not a sign is taken or held back."""
    pasted = Pasted()

    assert "".join(pasted.calm(sign) for sign in words) == words


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has a driver of another kind")
def test_textuals_own_driver_for_a_terminal_is_replaced() -> None:
    """Textual still has the driver that ours stands in for."""
    from textual.drivers.linux_driver import LinuxDriver

    from screens.unix_terminal import UnixTerminal

    assert careful(LinuxDriver) is UnixTerminal
