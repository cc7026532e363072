"""The help, made from the acts: nothing about keys is written down twice."""

from typing import TYPE_CHECKING

from screens.desk.acts import ActType, Say
from screens.desk.everywhere import EVERYWHERE, Look, Method, Redo, TakePack, Undo, Welcome
from screens.desk.widgets.footer import Hint
from screens.desk.widgets.help import HelpText

if TYPE_CHECKING:
    from screens.desk.frame import Frame

_NOT_THERE = (Undo, Redo, Look, Method, TakePack, Welcome)


def help_text(frame: "Frame") -> HelpText:
    """The help for where one is now."""
    say, place, moved = frame.say, frame.place, frame.offering.keys
    usual = {act.name for act in EVERYWHERE if act not in (Undo, Redo)}
    acts = () if place is None else place.acts_now()
    here = [act for act in acts if act.key and act.name not in usual and act.hinted]
    keys = [act for act in EVERYWHERE if act.key and act not in _NOT_THERE]
    return HelpText(
        title=say("desk.help_title"),
        close=Hint(say("desk.help_esc"), say("desk.help_close")),
        place="" if place is None else place.words("title"),
        about="" if place is None else place.words("about"),
        here=tuple(Hint(moved.shown(act), long_word(say, act)) for act in here),
        everywhere=say("desk.help_everywhere"),
        everywhere_about=say("desk.help_everywhere_about"),
        keys=tuple(Hint(moved.shown(act), say(f"desk.act_{act.name}_word")) for act in keys),
        note=say("desk.help_ctrl"),
        advice=() if place is None else place.advice(),
    )


def long_word(say: Say, act: ActType) -> str:
    """What the act does, without the place it belongs to: «Vis på storskjermen»."""
    whole = say(f"desk.act_{act.name}_name")
    words = whole.partition(": ")[2] or whole
    return words[:1].upper() + words[1:]
