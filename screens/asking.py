"""In which language somebody asks the hall, and in which it answers."""

from typing import Final

from starlette.requests import Request

from screens.language import spoken
from screens.recording import Recorder
from screens.venue import Venue, kept_venue
from screens.words import LANGUAGES, Words
from storage.ledger import Ledger


def of_hall(venue: Venue) -> str:
    """What the hall speaks where nobody asks for another language: as the desk did last."""
    return venue.language or spoken.language


def of_wall(venue: Venue) -> str:
    """What the projector speaks: its own language where one is set, else the hall's."""
    return venue.wall_language or of_hall(venue)


class Voices:
    """A voice and a recorder for each language that was asked in, made when it first is."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger: Final = ledger
        self._recorders: dict[str, tuple[Words, Recorder]] = {}

    def say(self, request: Request) -> Words:
        """The voice that answers this request."""
        return self._of(request)[0]

    def recorder(self, request: Request) -> Recorder:
        """The recorder that answers this request."""
        return self._of(request)[1]

    def _of(self, request: Request) -> tuple[Words, Recorder]:
        language = self._language(request)
        if language not in self._recorders:
            say = Words(language)
            self._recorders[language] = (say, Recorder(self._ledger, say))
        return self._recorders[language]

    def _language(self, request: Request) -> str:
        """The first of ours that the asker's `Accept-Language` names, else the hall's."""
        for part in request.headers.get("accept-language", "").split(","):
            name = part.partition(";")[0].strip().lower().partition("-")[0]
            if name in LANGUAGES:
                return name
        return of_hall(kept_venue(self._ledger))
