"""The order of notes that was chosen at each place."""

from collections.abc import Callable, Mapping, Sequence


class Orders:
    """The order that was chosen at each place, and what keeps it for the next start."""

    def __init__(
        self,
        kept: Mapping[str, str] | None = None,
        keep: Callable[[str, str], None] = lambda _place, _order: None,
    ) -> None:
        """Nothing chosen but what was kept."""
        self._chosen = dict(kept or {})
        self._keep = keep

    def of(self, place: str, known: Sequence[str]) -> str:
        """The order at a place, the first that it knows where none was chosen."""
        chosen = self._chosen.get(place, "")
        return chosen if chosen in known else known[0]

    def choose(self, place: str, order: str) -> None:
        """From now on so."""
        self._chosen[place] = order
        self._keep(place, order)
