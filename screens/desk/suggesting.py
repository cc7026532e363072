"""What may lie together, suggested while sorting: in a cluster that stands, or one of its own."""

from typing import TYPE_CHECKING, Any, Final

from screens.desk.acts import Act, ActType
from screens.desk.sorting import Sorting
from screens.desk.suggested import title_of
from screens.desk.suggestions import Suggestions

if TYPE_CHECKING:
    from workshop.likeness.suggesting import Suggestion


class TakeSuggestion(Act):
    """Do what is suggested."""

    key = "j"


class RefuseSuggestion(Act):
    """Say that they do not say the same; it is not suggested again."""

    key = "i"


class NextSuggestion(Act):
    """Look at the next suggestion; this one comes back later."""

    key = "l"


SUGGESTED: Final[tuple[ActType, ...]] = (TakeSuggestion, RefuseSuggestion, NextSuggestion)


class Suggesting(Suggestions, Sorting):
    """A page for sorting with one suggestion above its lists."""

    def may_suggest(self) -> bool:
        """Inside a cluster one looks at what is sorted."""
        return self.inside is None

    async def take(self, one: "Suggestion") -> bool:
        """Put the note in the cluster, or make one of them."""
        # The next key is for a note that is still to be sorted.
        self.go_past(one.notes)
        if one.cluster is not None:
            fields: dict[str, Any] = {"note": one.notes[0], "cluster": one.cluster}
            return await self.send_away(one.notes, "note.cluster", **fields, suggested=True)
        assert self.case is not None  # noqa: S101 - what is suggested is of a case
        fields = {"title": title_of(self.case, one), "notes": list(one.notes)}
        return await self.send_away(one.notes, "cluster.make", **fields, suggested=True)
