"""What a terminal is told: the view itself, the phones' address, and the network to join."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from workshop.views import ProjectorView

Clock = tuple[datetime | None, int | None]
"""When the open block ends, or what is left of it while the clock stands."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One moment of the projector, as words and figures instead of a drawn picture."""

    view: ProjectorView | None
    """None before there is any case."""
    url: str
    """The address that phones open."""
    wifi: str = ""
    """The network's name, only while the hall is shown how to join."""
    password: str = ""
    ends: Clock = (None, None)
    pages: int = 1
    """How many pages the terminal that asks makes of it."""
    language: str = ""
    """What the wall speaks; empty where the hall does not say."""

    @property
    def key(self) -> object:
        """All but the seconds left, which a terminal counts down itself."""
        view = self.view.model_copy(update={"left": None}) if self.view else None
        return (view, self.url, self.wifi, self.password, self.ends, self.language)

    def at(self, left: int | None, *, paused: bool) -> "Seen":
        """The same with another time left."""
        view = self.view
        moved = view.model_copy(update={"left": left, "paused": paused}) if view else None
        return replace(self, view=moved)

    def clock(self) -> dict[str, object]:
        """Seconds left, and whether the clock stands."""
        view = self.view
        return {"left": view.left if view else None, "paused": bool(view and view.paused)}

    def told(self) -> dict[str, object]:
        """Everything, as JSON can hold it."""
        view = self.view.model_dump(mode="json") if self.view else None
        network = {"wifi": self.wifi, "password": self.password}
        told = {"view": view, "phone_url": self.url, "language": self.language}
        return {**told, **network, **self.clock()}


def seen_from(told: Mapping[str, Any]) -> Seen:
    """What the hall told; raises ValueError where it is nothing of the kind."""
    view = told.get("view")
    return Seen(
        view=ProjectorView.model_validate(view) if view is not None else None,
        url=str(told.get("phone_url", "")),
        wifi=str(told.get("wifi", "")),
        password=str(told.get("password", "")),
        language=str(told.get("language", "")),
    )
