"""What is known of the place and its equipment, typed once and kept in the file."""

from typing import Annotated, Final, Literal

from pydantic import AfterValidator, Field, ValidationError

from screens.address import is_host
from storage.ledger import Ledger
from workshop.basics import Line, Value

KEY: Final = "venue"


def _host_or_none(text: str) -> str:
    if text and not is_host(text):
        msg = "host"
        raise ValueError(msg)
    return text


class Venue(Value):
    """The network that phones join, how many come, where copies go, which address is shown."""

    wifi: Line = ""
    """The network's name; empty where no code for it shall be drawn."""
    password: Line = ""
    coming: Annotated[int, Field(ge=0, le=2_000)] | None = None
    """How many people are expected."""
    host: Annotated[Line, AfterValidator(_host_or_none)] = ""
    """The chosen address of this machine; empty lets the hall find one."""
    copies: Line = ""
    """The folder of the automatic copies; empty where none has been chosen."""
    aside: Annotated[tuple[Line, ...], Field(max_length=20)] = ()
    """The lines of «Sjekk rommet» that do not matter at this place."""
    language: Literal["", "nb", "nn", "en"] = ""
    """What the hall speaks where nobody asks for another; empty before any desk has said."""
    wall_language: Literal["", "nb", "nn", "en"] = ""
    """What the projector speaks; empty for the same as the desk."""
    welcomed: bool = False
    """Whether the questions of the first time have been asked."""

    def changed(self, changes: object) -> "Venue":
        """With these fields changed; raises ValidationError where they are no fields of it."""
        kept = self.model_dump()
        return Venue.model_validate(kept | changes if isinstance(changes, dict) else changes)


def kept_venue(ledger: Ledger) -> Venue:
    """The venue as it is kept in the file."""
    return venue_of(ledger.setting(KEY))


def venue_of(text: str | None) -> Venue:
    """The venue as it was written; an empty one where it is not understood."""
    try:
        return Venue.model_validate_json(text) if text else Venue()
    except ValidationError:
        # Another version may have kept something else; what is only equipment is asked again.
        return Venue()


def keep_venue(ledger: Ledger, venue: Venue) -> None:
    """Keep the venue; back when it is on the disk. Raises Trouble where it cannot be."""
    ledger.keep(KEY, venue.model_dump_json())
