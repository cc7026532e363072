"""What the desk knows: the cases as their facts stand, and how it stands with its hall."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from screens.desk.big_screen import Wall
from workshop.basics import Record
from workshop.case import Case


@dataclass(frozen=True, slots=True)
class DeskState:
    """One picture of everything, handed to the place in sight on each change."""

    cases: tuple[Case, ...] = ()
    """Newest first."""
    case: Case | None = None
    """The one that is worked on."""
    about: dict[str, Any] = field(default_factory=dict)
    """What the hall says of itself: addresses, file, projector's address."""
    read: bool = False
    """Whether all that lay in the file has been read."""
    saved_at: datetime | None = None
    """When the newest fact was stored."""
    lost: bool = False
    """Whether the hall has stopped answering."""
    wall: Wall = field(default_factory=Wall)
    """Who shows the wall, and which page."""
    history: Sequence[Record] = ()
    """Every record of the case that is worked on."""
