"""What the hall told that it has received, to be held against what lies in its file."""

from dataclasses import dataclass, field

from workshop.case import Case
from workshop.recipe import STATIONS, standing


@dataclass(slots=True)
class Told:
    """Everything that was acknowledged to phones and desk."""

    phones: int = 0
    notes: dict[str, str] = field(default_factory=dict)
    """The newest wording of each note, by its id."""
    ballots: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    """The newest picks, by vote and by who cast them."""

    @property
    def dots(self) -> int:
        """How many dots lie on the ballots."""
        return sum(map(len, self.ballots.values()))

    def counts(self, vote: str) -> dict[str, int]:
        """The dots of each target of a vote that has any."""
        counts: dict[str, int] = {}
        for (of, _), picks in self.ballots.items():
            for pick in picks if of == vote else ():
                counts[pick] = counts.get(pick, 0) + 1
        return counts


@dataclass(frozen=True, slots=True)
class Count:
    """What lies in a case."""

    phones: int
    notes: int
    dots: int
    stations: int
    """Stations that left something; how many people a large task wants is no matter here."""


def count(case: Case) -> Count:
    """Count a case as its file holds it."""
    return Count(
        phones=len(case.presences),
        notes=len(case.notes),
        dots=sum(sum(vote.counts.values()) for vote in case.votes.values()),
        stations=sum(standing(case, station) != "untouched" for station in STATIONS),
    )


def differences(case: Case, told: Told) -> dict[str, object]:
    """Where the file and what was acknowledged differ; empty where all is there exactly once."""
    found: dict[str, object] = {}
    if len(case.presences) != told.phones:
        found["phones"] = len(case.presences) - told.phones
    kept = {note.id: note.text for note in case.notes.values()}
    if lost := sorted(told.notes.keys() - kept.keys()):
        found["notes_lost"] = lost
    if extra := sorted(kept.keys() - told.notes.keys()):
        found["notes_extra"] = extra
    if other := sorted(n for n in kept.keys() & told.notes.keys() if kept[n] != told.notes[n]):
        found["notes_other"] = other
    for vote in case.votes.values():
        counts = {target: dots for target, dots in vote.counts.items() if dots}
        if counts != told.counts(vote.id):
            found[f"dots_{vote.id}"] = [counts, told.counts(vote.id)]
    return found
