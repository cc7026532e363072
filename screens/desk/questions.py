"""What the desk asks before something that cannot be taken back."""

from screens.desk.acts import Say
from screens.desk.widgets.ask import Question


def close_vote(say: Say) -> Question:
    """Before a vote is closed."""
    return _question(say, "close")


def leave(say: Say) -> Question:
    """Before the desk is left while a gathering is open."""
    return _question(say, "leave")


def _question(say: Say, name: str) -> Question:
    text, title, yes, no = (say(f"desk.{name}_{part}") for part in ("text", "title", "yes", "no"))
    return Question(title=title, lines=(text,), yes=yes, no=no)
