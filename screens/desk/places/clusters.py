"""Station 5, clusters: notes that say the same, and the need they stand for."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from textual.events import Key
from textual.widget import Widget

from screens.desk.acts import Act
from screens.desk.bits import Bits
from screens.desk.form import Ask
from screens.desk.loop import LoopRoom, prefix_of
from screens.desk.room import New
from screens.desk.widgets.heading import Heading
from screens.desk.widgets.notes import Note, Notes, Shape
from screens.desk.widgets.picks import Pick, Picks

if TYPE_CHECKING:
    from workshop.case import Case, Cluster


class PutInCluster(Act):
    """Put the note at the cursor in a cluster by its number."""

    # No key of Textual's: the place itself hears which digit it was.
    key, face, in_palette = "digits", "1-9", False


class PutInMarked(Act):
    """Put the note in the cluster that is marked in the list."""

    key = "enter"


class TakeOut(Act):
    """Take the newest note out of the marked cluster again."""

    key = "x"


class Rename(Act):
    """Give the marked cluster another title."""

    key = "t"


class State(Act):
    """Put the need of the marked cluster in words."""

    key = "b"


class Clusters(LoopRoom):
    """Loose notes above, clusters below; a digit puts the note at the cursor away."""

    NAME = "clusters"
    WALL = "clusters"
    ACTS = (PutInCluster, PutInMarked, New, State, Rename, TakeOut, *LoopRoom.PAGING)

    def body(self) -> Iterator[Widget]:
        """Two lists."""
        yield Heading(self.words("loose"), id="loose-title")
        yield Notes(id="loose", shape=Shape((4, 6)), empty=self.words("no_loose"))
        yield Heading(self.words("clusters"), id="clusters-title")
        yield Picks(id="clusters")

    def show(self, case: "Case") -> None:
        """What is loose and what lies together."""
        loose = [
            n
            for n in case.notes.values()
            if n.what == "need" and n.cluster is None and n.state in {"waiting", "shown"}
        ]
        notes = [Note(n.id, n.text, prefix_of(n, self.say)) for n in loose]
        self.query_one(Notes).update(notes)
        self.query_one("#loose-title", Heading).count = str(len(loose))
        clusters = [self._pick(case, n, c) for n, c in enumerate(case.clusters.values(), start=1)]
        none = Pick("-none", self.words("no_clusters"), tone="muted", choosable=False)
        self.query_one(Picks).update(clusters or [none])
        self.query_one("#clusters-title", Heading).count = str(len(case.clusters))
        self.entitle_part(case)

    def _pick(self, case: "Case", number: int, cluster: "Cluster") -> Pick:
        from workshop.clusters import members

        stated = cluster.statement
        under: Bits = ((self.words("no_statement"), "muted"),)
        if stated:
            words = self.say("desk.statement", who=stated.who, what=stated.what, why=stated.why)
            under = ((words, ""),)
        lead: Bits = ((f"{number:>2}  ", "muted"),)
        count = str(len(members(case, cluster.id)))
        return Pick(cluster.id, cluster.title, lead, right=((count, "strong"),), under=under)

    @property
    def note(self) -> str | None:
        """The loose note at the cursor."""
        chosen = self.query_one(Notes).cursor_id
        return chosen if self.case and chosen in self.case.notes else None

    @property
    def cluster(self) -> "Cluster | None":
        """The marked cluster."""
        chosen = self.query_one(Picks).cursor_id
        return self.case.clusters.get(chosen or "") if self.case else None

    def on_key(self, event: Key) -> None:
        """A digit puts the note in the cluster of that number."""
        character = event.character or ""
        if character.isdecimal() and character != "0" and self.case and self.note:
            clusters = list(self.case.clusters)
            if int(character) <= len(clusters):
                self._put(self.note, clusters[int(character) - 1])

    def act_put_in_cluster(self) -> None:
        """Told by `on_key`, which knows the digit."""

    def act_put_in_marked(self) -> object:
        """Put it in the marked one."""
        if self.note and self.cluster:
            return self._put(self.note, self.cluster.id)
        return None

    def _put(self, note: str, cluster: str | None) -> object:
        return self.run_worker(
            self.desk.send("note.cluster", note=note, cluster=cluster), group="sort"
        )

    def act_take_out(self) -> object:
        """The newest note of the marked cluster becomes loose."""
        if self.case is None or self.cluster is None:
            return None
        held = [n.id for n in self.case.notes.values() if n.cluster == self.cluster.id]
        return self._put(held[-1], None) if held else None

    def act_new(self) -> object:
        """A new cluster, with the note at the cursor in it."""
        return self.run_worker(self._new(), group="act")

    async def _new(self) -> None:
        note = self.note
        text = self.case.notes[note].text if self.case and note else ""

        async def store(values: Mapping[str, str]) -> str:
            return await self.store("cluster.make", notes=[note] if note else [], **values)

        field = Ask("title", self.words("field_title"), hint=text)
        await self.form(self.words("new"), (field,), store)

    def act_rename(self) -> object:
        """Another title."""
        return self.run_worker(self._rename(self.cluster), group="act") if self.cluster else None

    async def _rename(self, cluster: "Cluster") -> None:
        async def store(values: Mapping[str, str]) -> str:
            return await self.store("cluster.rename", cluster=cluster.id, **values)

        field = Ask("title", self.words("field_title"), cluster.title)
        await self.form(self.words("rename"), (field,), store)

    def act_state(self) -> object:
        """Who needs what, and why."""
        return self.run_worker(self._state(self.cluster), group="act") if self.cluster else None

    async def _state(self, cluster: "Cluster") -> None:
        async def store(values: Mapping[str, str]) -> str:
            return await self.store("statement.write", cluster=cluster.id, **values)

        now = cluster.statement
        fields = (
            Ask("who", self.words("field_who"), now.who if now else ""),
            Ask("what", self.words("field_what"), now.what if now else ""),
            Ask("why", self.words("field_why"), now.why if now else ""),
        )
        await self.form(cluster.title, fields, store)

    def is_shown(self, case: "Case") -> bool:
        """Only while the hall sorts."""
        return super().is_shown(case) and bool(case.running and case.running.kind == "sort")

    async def show_in_hall(self) -> None:
        """Show how the clusters grow."""
        await self.enter_station()
        await self.start_block("sort")
        await self.desk.send("projector.show", wall="clusters")
