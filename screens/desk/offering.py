"""What can be done now, for the footer, the palette and the help: all of it from the acts."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from screens.desk.acts import Acting, ActType, Method, works_while_typing
from screens.desk.everywhere import Recipe
from screens.desk.keymap import Keymap, pressable, sign_of
from screens.desk.place import Place
from screens.desk.widgets.footer import Hint
from screens.desk.widgets.rail import Rail

if TYPE_CHECKING:
    from screens.desk.frame import Frame


TOLD: Final = 0.001
"""How well something answers that has a word only in what is told of it, or is called so."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that the palette offers."""

    name: str
    help: str
    key: str
    run: Method
    also: str = ""
    """Other words that people look for it with; sought in, and never shown."""

    def answers(self, words: Sequence[str]) -> float:
        """How well this is what the words ask for, up to 1; 0 where a word is nowhere in it."""
        name, rest = self.name.casefold(), f"{self.help} {self.also}".casefold()
        if not all(word in name or word in rest for word in words):
            return 0
        if not words or not all(word in name for word in words):
            return TOLD if words else 0
        return 1 / (1 + name.find(words[0]))


class Offering:
    """Goes from the focus outwards and asks everybody what they can do."""

    def __init__(self, frame: "Frame", keys: Keymap) -> None:
        """For a frame, with the keys that its user has moved."""
        self._frame = frame
        self.keys = keys

    def hint(self, act: ActType) -> Hint:
        """The key and the word of an act."""
        say, key = self._frame.say, self._key(act)
        word, tip = (say(f"desk.act_{act.name}_{part}") for part in ("word", "help"))
        # The digits of a list are one hint and many keys.
        press = key if pressable(key) else ""
        return Hint(self.keys.shown(act), word, press, sign_of(press), tip)

    def hints(self) -> Iterator[Hint]:
        """What the footer names."""
        typing = getattr(self._frame.focused, "WRITES", False)
        seen: set[str] = set()
        for node in self._listing():
            for act in node.acts_now():
                key = self._key(act)
                # Letters are letters while one writes, but the field's own line knows its keys.
                # Textual sifts by the usual key before it looks where that was moved to.
                free = works_while_typing(key) and works_while_typing(act.key)
                heard = not typing or free or not isinstance(node, Place)
                if key and act.hinted and heard and key not in seen and node.runs(act):
                    seen.add(key)
                    yield self.hint(act)

    def offers(self) -> Iterator[Offer]:
        """What the palette offers: the acts that can be done now, then the places to go to."""
        say, rail = self._frame.say, self._frame.rail
        for act, run in self._possible():
            if act.in_palette:
                name, words = (say(f"desk.act_{act.name}_{part}") for part in ("name", "help"))
                yield Offer(name, words, self.keys.shown(act), run, also(say, act.name))
        for stop in rail.stops if rail else ():
            name, key = say("desk.palette_go", name=stop.name), self.keys.shown(Recipe)
            go = partial(self._go, stop.id)
            told = say("desk.palette_go_help")
            yield Offer(name, told, f"{key} {stop.key}", go, also(say, f"to_{stop.id}"))

    def _go(self, stop: str) -> None:
        self._frame.app.post_message(Rail.Chosen(stop))

    def _key(self, act: ActType) -> str:
        return next(iter(self.keys.keys(act)), "")

    def _listing(self) -> list[Acting]:
        """Who lists acts, from the focus outwards."""
        frame = self._frame
        nodes: list[object] = [] if frame.focused is None else [*frame.focused.ancestors_with_self]
        # On the way itself the place's letters mean nothing.
        if not (frame.place is None or frame.place in nodes or isinstance(frame.focused, Rail)):
            nodes.append(frame.place)
        return [node for node in nodes if isinstance(node, Acting) and node is not frame]

    def _possible(self) -> Iterator[tuple[ActType, Method]]:
        seen: set[str] = set()
        for node in (*self._listing(), self._frame):
            for act in node.acts_now():
                run, key = node.runs(act), self._key(act) or act.name
                if run is not None and key not in seen:
                    seen.add(key)
                    yield act, run


def also(say: Callable[..., str], name: str) -> str:
    """The other words by which an act, or ``to_`` a place, is looked for; none for most."""
    try:
        return say(f"desk.seek_{name}")
    except KeyError:
        return ""
