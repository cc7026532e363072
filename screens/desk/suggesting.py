"""What may lie together, suggested while sorting: in a cluster that stands, or one of its own."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from screens.desk.acts import Act, ActType
from screens.desk.form import Ask
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
        title = title_of(self.case, one) if self.case and one.cluster is None else ""
        if one.cluster is None and not title:
            return await self._entitle_it(one)
        # The next key is for a note that is still to be sorted.
        self.go_past(one.notes)
        if one.cluster is not None:
            fields: dict[str, Any] = {"note": one.notes[0], "cluster": one.cluster}
            return await self.send_away(one.notes, "note.cluster", **fields, suggested=True)
        fields = {"title": title, "notes": list(one.notes)}
        return await self.send_away(one.notes, "cluster.make", **fields, suggested=True)

    async def _entitle_it(self, one: "Suggestion") -> bool:
        """Ask what the cluster is to be called, since no note of it may stand on the wall."""

        async def store(values: Mapping[str, str]) -> str:
            made = {"notes": list(one.notes), "suggested": True, **values}
            wrong = await self.store("cluster.make", **made)
            if not wrong:
                self.go_past(one.notes)
            return wrong

        field = Ask("title", self.words("field_title"), hint=self.words("unnamed"))
        return await self.form(self.words("new"), (field,), store)
