"""What keeps a picture still: words that are the same are not drawn again."""

from textual.content import Content
from textual.widgets import Static


def put(line: Static, made: Content) -> None:
    """Other words in a line; the same words cost nothing.

    An update lays the whole screen out again, and a key would wait for that.
    """
    if not (isinstance(line.content, Content) and line.content.is_same(made)):
        line.update(made)
