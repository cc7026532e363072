"""What says the same, suggested one at a time; one key takes it, one refuses it.

It is worked out here at the desk, a few milliseconds at a time, so that every key is heard.
"""

import asyncio
from collections.abc import Callable, Generator, Iterator, Sequence
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, Final, TypeAlias

from textual import events
from textual.widget import Widget
from textual.widgets import Static

from screens.desk.acts import Say
from screens.desk.loop import LoopRoom
from screens.desk.plain import one_line
from screens.desk.suggested import FEW, MOST, told
from screens.desk.widgets.heading import Heading
from screens.desk.widgets.rows import Rows

if TYPE_CHECKING:
    from workshop.case import Case
    from workshop.likeness.suggesting import Suggestion
    from workshop.terms import NoteKind

    Found: TypeAlias = Generator[float, None, tuple[Suggestion, ...]]
    Engine: TypeAlias = Callable[[Case, NoteKind], Found]

Key: TypeAlias = tuple[frozenset[str], str | None]
"""What a suggestion is known by: its notes, and the cluster that they would go into."""

SLICE: Final = 0.008
"""Seconds of work between two looks at the keyboard."""
WORDS: Final = 4
"""How many of the words in common are told."""


class Suggestions(LoopRoom):
    """A page with one suggestion above the list that it is about."""

    SORTS: "ClassVar[NoteKind]" = "need"
    LIST: ClassVar[str] = "loose"
    """The list that the suggestion follows."""
    QUIET: ClassVar[bool] = False
    """Whether the heading stands there only where something is suggested."""

    def __init__(self, say: Say) -> None:
        super().__init__(say)
        self._found: tuple[Suggestion, ...] = ()
        self._left: list[Suggestion] = []
        """Those that can still be decided, the one that is shown among them."""
        self._suggestion: Suggestion | None = None
        self._away: set[Key] = set()
        """What was taken or refused, until the hall has told of it."""
        self._looked_at: Case | None = None
        self._looking = False
        self._far = 0.0
        self._stood_at = ""

    def suggestion_body(self) -> Iterator[Widget]:
        """The heading with the reason, and what is suggested."""
        yield Heading(self.words("suggestion"), id="suggestion-title")
        yield Static("", id="suggestion", markup=False)

    # -- looking for it ----------------------------------------------------------------------

    def look_for_suggestions(self, case: "Case") -> None:
        """Begin to look where the notes are no longer as they were when it was looked last."""
        if not self._looking and not _sorted_alike(case, self._looked_at):
            self._looking = True
            self.run_worker(self._look(), group="suggest")
        self._choose(case)

    async def _look(self) -> None:
        # Read when somebody sorts for the first time, beside the screen's own thread.
        suggesting = await asyncio.to_thread(_engine)
        while (case := self.case) is not None and not _sorted_alike(case, self._looked_at):
            self._found = await self._in_slices(suggesting(case, self.SORTS))
            self._away &= {_key(one) for one in self._found}
            self._looked_at = case
        self._looking = False
        if case is not None and self.query("#suggestion-title"):
            self._choose(case)
            self.looked()

    async def _in_slices(
        self, work: "Generator[float, None, tuple[Suggestion, ...]]"
    ) -> "tuple[Suggestion, ...]":
        began = monotonic()
        while True:
            try:
                self._far = next(work)
            except StopIteration as done:
                found: tuple[Suggestion, ...] = done.value
                return found
            if monotonic() - began > SLICE:
                self._show_progress()
                await asyncio.sleep(0)
                began = monotonic()

    # -- which one is shown ------------------------------------------------------------------

    def _choose(self, case: "Case") -> None:
        """Keep the one that is read while it holds; else begin with the surest.

        What has come meanwhile never changes what a key does to the words on the screen.
        """
        left, read = [s for s in self._found if self._holds(case, s)], self._suggestion
        if read is not None and self._holds(case, read):
            others = [s for s in left if not set(s.notes) & set(read.notes)]
            before = next((at for at, s in enumerate(left) if s not in others), 0)
            at = sum(s in others for s in left[:before])
            self._left = [*others[:at], read, *others[at:]]
        else:
            self._left, self._suggestion = left, next(iter(left), None)
        self._show_suggestion(case)

    def _holds(self, case: "Case", one: "Suggestion") -> bool:
        notes = [case.notes.get(note) for note in one.notes]
        cluster = case.clusters.get(one.cluster) if one.cluster else None
        refused = {(frozenset(r.notes), r.cluster) for r in case.refusals}
        return (
            not case.vote
            and _key(one) not in self._away | refused
            and all(n is not None and n.lies_open and n.cluster is None for n in notes)
            and (one.cluster is None or bool(cluster and cluster.state == "shown"))
            and not (cluster and cluster.into)
            and self.fits(case, one)
        )

    def may_suggest(self) -> bool:
        """Whether the page shows what is suggested now."""
        return True

    def fits(self, case: "Case", one: "Suggestion") -> bool:  # noqa: ARG002 - of those who ask more
        """Whether it can be done as things lie."""
        return True

    async def take(self, one: "Suggestion") -> bool:
        """Do what is suggested; whether the hall took it."""
        raise NotImplementedError

    def on_rows_highlighted(self, event: Rows.Highlighted) -> None:
        """The suggestion follows the note that one goes to, where it has one."""
        if event.rows.id != self.LIST or self.case is None:
            return
        left, self._stood_at = self._stood_at, event.item_id
        # Where the note itself went away, nobody moved the cursor, and what is read stays.
        if any(item.id == left for item in event.rows.items):
            self._suggestion = next(
                (s for s in self._left if event.item_id in s.notes), self._suggestion
            )
            self._show_suggestion(self.case)

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002 - Textual's shape
        """What is suggested is as wide as the page."""
        if self.case is not None:
            self._show_suggestion(self.case)

    # -- showing it --------------------------------------------------------------------------

    def _show_progress(self) -> None:
        if self._suggestion is None and self.query("#suggestion-title"):
            heading = self.query_one("#suggestion-title", Heading)
            heading.count = self.words("looking", percent=int(100 * self._far))

    def _show_suggestion(self, case: "Case") -> None:
        heading, body = self.query_one("#suggestion-title", Heading), self.query_one("#suggestion")
        one, left = self._suggestion, self._left
        self.desk.frame.refresh_hints()
        heading.display = body.display = not case.vote and self.may_suggest()
        if one is None:
            heading.count, heading.state = "", ()
            if self._looking:
                self._show_progress()
            else:
                heading.count = self.words("no_suggestion")
            body.display = False
            heading.display = heading.display and not self.QUIET
            return
        heading.count = self.words("of", n=left.index(one) + 1, all=len(left))
        words = ", ".join(one.words[:WORDS])
        reason = (
            self.words("common", words=one_line(words)) if words else self.words("written_alike")
        )
        heading.state = ((reason, "muted"),)
        cells = max(24, heading.size.width - 2)
        # In a low window the lists need the rows.
        most = FEW if self.desk.frame.has_class("-lav") else MOST
        self.put("#suggestion", told(case, one, self.words, cells, most))

    def alike(self) -> "Sequence[Sequence[str]]":
        """The notes of each suggestion, those for the same cluster together, the surest first."""
        groups: dict[object, list[str]] = {}
        # What was found for another case says nothing of this one.
        case, looked = self.case, self._looked_at
        found = self._found if case and looked and looked.id == case.id else ()
        for one in found:
            groups.setdefault(one.cluster or one.notes, []).extend(one.notes)
        return list(groups.values())

    # -- deciding ----------------------------------------------------------------------------

    def may_decide(self) -> bool:
        """Whether there is something to take or refuse on the screen."""
        return self._suggestion is not None and self.may_suggest()

    def act_take_suggestion(self) -> object:
        """Put them in the cluster, or make one of them."""
        one = self._decide()
        return self.run_worker(self._take(one), group="sort") if one else None

    async def _take(self, one: "Suggestion") -> None:
        self._sent(one, await self.take(one))

    def act_refuse_suggestion(self) -> object:
        """Keep that they do not say the same."""
        one = self._decide()
        return self.run_worker(self._refuse(one), group="sort") if one else None

    async def _refuse(self, one: "Suggestion") -> None:
        sent = await self.desk.send("suggestion.refuse", notes=list(one.notes), cluster=one.cluster)
        self._sent(one, bool(sent.get("ok")))

    def act_next_suggestion(self) -> None:
        """The next, and after the last the first."""
        if self._suggestion is not None and self.case is not None:
            at = self._left.index(self._suggestion) + 1
            self._suggestion = self._left[at % len(self._left)]
            self._show_suggestion(self.case)

    def _decide(self) -> "Suggestion | None":
        """The one that is read; it leaves the screen at once, so that a key means one thing."""
        one, case = self._suggestion, self.case
        if one is None or case is None:
            return None
        self._away.add(_key(one))
        self.act_next_suggestion()
        self._choose(case)
        return one

    def _sent(self, one: "Suggestion", stored: bool) -> None:
        """What the hall did not take is suggested again."""
        if not stored and self.case is not None:
            self._away.discard(_key(one))
            self._choose(self.case)


def _engine() -> "Engine":
    from workshop.likeness.suggesting import suggesting

    return suggesting


def _key(one: "Suggestion") -> Key:
    return (frozenset(one.notes), one.cluster)


def _sorted_alike(case: "Case", other: "Case | None") -> bool:
    """Whether two pictures of a case are the same for who sorts."""
    return other is not None and (
        case.notes is other.notes
        and case.clusters is other.clusters
        and case.refusals is other.refusals
        and case.vote == other.vote
    )
