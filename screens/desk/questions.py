"""What the desk asks before something that cannot be taken back."""

from dataclasses import replace

from screens.desk.acts import Say
from screens.desk.widgets.ask import Question


def close_vote(say: Say, *lacks: str) -> Question:
    """Before a vote is closed; each that ``lacks`` is said first, where it is anything."""
    asked = _question(say, "close")
    return replace(asked, lines=(*filter(None, lacks), *asked.lines))


def close_poll(say: Say, waiting: int) -> Question:
    """Before a poll is closed that not everybody has answered."""
    words = {part: say(f"desk.close_poll_{part}") for part in ("title", "yes", "no")}
    return Question(lines=(say("desk.close_poll_text", n=waiting),), **words)


def leave(say: Say) -> Question:
    """Before the desk is left while a gathering is open."""
    return _question(say, "leave")


def _question(say: Say, name: str) -> Question:
    text, title, yes, no = (say(f"desk.{name}_{part}") for part in ("text", "title", "yes", "no"))
    return Question(title=title, lines=(text,), yes=yes, no=no)


def gone(why: object, say: Say) -> str:
    """What is said of a hall that does not answer: what it said itself, where it said something."""
    from storage.trouble import Trouble

    if isinstance(why, Trouble):
        return str(say(f"trouble.{why.reason}", **why.values))
    return str(say("desk.hall_lost"))
