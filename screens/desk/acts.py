"""What the facilitator can do: one class an act, said once.

From the class come the key, the footer's hint, the line in the palette and the line in the help.
Its words stand in the catalogue under `desk.act_<name>_…`: `word` (footer), `name` (palette) and
`help`. Whoever offers acts lists them in `ACTS` and has one method `act_<name>` for each.
"""

import re
from collections.abc import Awaitable, Callable, Iterator
from typing import Any, ClassVar, Protocol, TypeAlias, cast

from textual.binding import Binding, BindingType


class Say(Protocol):
    """Finds the words of a key in the catalogue and fills in its values."""

    def __call__(self, key: str, /, **values: Any) -> str:
        """The sentence for a person."""


Method: TypeAlias = Callable[[], object]

_FACES = {
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "slash": "/",
    "question_mark": "?",
    "plus": "+",
    "minus": "-",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
}


class Act:
    """One thing that the facilitator can do."""

    key: ClassVar[str] = ""
    """Textual's name of the key; empty for what only the palette offers."""
    twins: ClassVar[tuple[str, ...]] = ()
    """Other keys for the same, since laptops hide their function keys."""
    face: ClassVar[str] = ""
    """How the key is written, where it is not written as it is named."""
    hinted: ClassVar[bool] = True
    """Whether the footer shows it."""
    in_palette: ClassVar[bool] = True
    """Whether the palette offers it."""
    name: ClassVar[str] = ""
    """What the act is called in code and catalogue: the class's name with underscores."""

    def __init_subclass__(cls) -> None:
        """Name the act after its class."""
        cls.name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", cls.__name__).lower()

    @classmethod
    def shown_key(cls) -> str:
        """The key as a person reads it: F2, ^p, Enter, v."""
        return cls.face or face(cls.key)


ActType: TypeAlias = type[Act]


def face(key: str) -> str:
    """A key's name as a person reads it."""
    if key in _FACES:
        return _FACES[key]
    if key.startswith("ctrl+"):
        return f"^{key.removeprefix('ctrl+')}"
    return key.upper() if re.fullmatch(r"f\d+", key) else key


def works_while_typing(key: str) -> bool:
    """Function keys, Ctrl and Esc do; letters, digits and arrows belong to the field."""
    return bool(re.fullmatch(r"f\d+|ctrl\+\w|escape", key))


def bindings(acts: tuple[ActType, ...]) -> list[BindingType]:
    """Textual's bindings for the acts; each has an id, so that keys can be moved."""
    return [
        Binding(
            ",".join((act.key, *act.twins)),
            f"act('{act.name}')",
            description=f"desk.act_{act.name}_word",
            show=False,
            id=act.name,
        )
        for act in acts
        if act.key
    ]


class Acting:
    """What a place, an entry line or the frame is: something that lists acts and does them.

    Stands before the Textual class among the bases, so that the bindings are there in time.
    """

    ACTS: ClassVar[tuple[ActType, ...]] = ()

    def __init_subclass__(cls, **options: Any) -> None:
        """Make the bindings from the acts that the class itself lists."""
        if "ACTS" in cls.__dict__:
            cls.BINDINGS = [*cls.__dict__.get("BINDINGS", ()), *bindings(cls.ACTS)]  # type: ignore[attr-defined]
        super().__init_subclass__(**options)

    def may(self, act: ActType) -> bool:  # noqa: ARG002 - those who restrict need it
        """Whether the act can be done now; what cannot is neither hinted nor offered."""
        return True

    def acts_now(self) -> Iterator[ActType]:
        """The acts that can be done now, in the order in which they are listed."""
        return (act for act in self.ACTS if self.may(act))

    async def action_act(self, name: str) -> None:
        """Do the act of that name: here, or at the nearest that knows how."""
        act = self.act_called(name)
        if act is not None and (run := self.runs(act)) is not None and self.may(act):
            done = _begun(self, run)
            # What takes longer runs as a worker of its own and is not waited for.
            if isinstance(done, Awaitable):
                await done

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys whose act cannot be done now are free for others."""
        act = self.act_called(str(parameters[0])) if action == "act" and parameters else None
        return act is None or (self.may(act) and self.runs(act) is not None)

    def runs(self, act: ActType) -> Method | None:
        """What does the act: the nearest of this and all that is around it."""
        return next((run for owner in self.owners() if (run := method(owner, act))), None)

    def owners(self) -> Iterator[object]:
        """Who is asked to do an act, nearest first."""
        node: Any = self
        yield from node.ancestors_with_self

    def act_called(self, name: str) -> ActType | None:
        """The listed act of that name."""
        return next((act for act in self.ACTS if act.name == name), None)


def _begun(owner: Any, run: Method) -> object:
    """What the act comes to; what is typed behind its key waits for what it opens."""
    from screens.desk.holding import Holding

    return owner.app.begin(run) if isinstance(owner.app, Holding) else run()


def method(owner: object, act: ActType) -> Method | None:
    """The owner's method for the act, if it has one."""
    found = getattr(owner, f"act_{act.name}", None)
    return cast("Method", found) if callable(found) else None
