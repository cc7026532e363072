"""What may lie together, suggested while sorting: in a cluster that stands, or one of its own."""

from typing import TYPE_CHECKING, Final

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
        if one.cluster is not None:
            sent = await self.desk.send(
                "note.cluster", note=one.notes[0], cluster=one.cluster, suggested=True
            )
        else:
            assert self.case is not None  # noqa: S101 - what is suggested is of a case
            title = title_of(self.case, one)
            sent = await self.desk.send(
                "cluster.make", title=title, notes=list(one.notes), suggested=True
            )
        return bool(sent.get("ok"))
