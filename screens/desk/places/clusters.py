"""Station 5, clusters: notes that say the same, and the need they stand for."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from textual.events import Key
from textual.widget import Widget

from screens.desk.acts import ActType, Say
from screens.desk.bits import Bits, Mark
from screens.desk.loop import lying_with, prefix_of
from screens.desk.moderating import HideNote, Moderating, ParkNote, SetAside, ShowNote, open_needs
from screens.desk.ordering import ALIKE, LETTERS, NEWEST, OLDEST, TABLE, Ordered, OrderNotes
from screens.desk.remade import Remade
from screens.desk.room import New
from screens.desk.sorting_acts import (
    LookInside,
    MarkNote,
    Merge,
    PutInCluster,
    PutInMarked,
    Rename,
    ShowStatement,
    SortNeed,
    SplitNote,
    TakeOut,
)
from screens.desk.stating import State
from screens.desk.suggesting import (
    SUGGESTED,
    NextSuggestion,
    RefuseSuggestion,
    Suggesting,
    TakeSuggestion,
)
from screens.desk.widgets.heading import Heading
from screens.desk.widgets.notes import Note, Notes, Shape
from screens.desk.widgets.picks import Pick, Picks

if TYPE_CHECKING:
    from screens.desk.previewing import Body
    from workshop.case import Case
    from workshop.said import Cluster
    from workshop.said import Note as CaseNote
    from workshop.terms import NoteState


FEW: Final = 4
"""More clusters than this have one row each until the pile is gone, so that all can be seen."""


_OF_NOTES = (PutInCluster, New, PutInMarked, MarkNote, SplitNote, TakeOut)
_OF_CLUSTERS = (LookInside, ShowNote)


class Clusters(Suggesting, Ordered, Moderating):
    """Loose notes above, or those of one cluster; clusters below."""

    NAME = "clusters"
    WALL = "clusters"
    ORDERS = (OLDEST, NEWEST, ALIKE, TABLE, LETTERS)
    ACTS = (
        # In a narrow window the footer has room for these four.
        TakeSuggestion,
        RefuseSuggestion,
        *_OF_NOTES[:2],
        NextSuggestion,
        *_OF_NOTES[2:],
        *_OF_CLUSTERS,
        State,
        ShowStatement,
        SortNeed,
        Rename,
        Merge,
        HideNote,
        ParkNote,
        SetAside,
        OrderNotes,
        *Moderating.PAGING,
    )

    def __init__(self, say: Say) -> None:
        """A page whose rows are made as notes come."""
        super().__init__(say)
        self._made = Remade()
        self._same: dict[str, list[str]] = {}

    def body(self) -> Iterator[Widget]:
        """One suggestion, and two lists."""
        yield from self.suggestion_body()
        yield Heading(self.words("loose"), id="loose-title")
        yield Notes(id="loose", shape=Shape((2, 4, 7)), empty=self.words("no_loose"))
        yield Heading(self.words("clusters"), id="clusters-title")
        yield Picks(id="clusters")

    def may(self, act: ActType) -> bool:
        """Each list has its own acts; nothing is taken out of what is loose."""
        if act in SUGGESTED:
            return self.may_decide()
        if act in _OF_CLUSTERS:
            return not self.on_notes
        if act is SortNeed:
            return bool(self.case and self.case.pack.need_kinds and self.cluster)
        if act is TakeOut:
            return self.on_notes and self.inside is not None
        return self.on_notes or act not in _OF_NOTES

    def show(self, case: "Case") -> None:
        """What is loose, or lies in the opened cluster, and what lies together."""
        if self.inside not in case.clusters or case.clusters[self.inside or ""].into:
            self.inside = None
        held = open_needs(case, self.inside)
        self.marked &= set(held)
        self._same = lying_with(case)
        rows = self._made.rows(
            self.arranged([case.notes[n] for n in held]),
            lambda note: self._beside(case, note),
            lambda note: self._note(case, note),
        )
        listed = self.query_one(Notes)
        listed.update(rows)
        if back := self.went(held):
            listed.move_to(back)
        heading = self.query_one("#loose-title", Heading)
        opened = case.clusters.get(self.inside or "")
        heading.title = self.words("inside", title=opened.title) if opened else self.words("loose")
        self._count(heading, case, len(held))
        # When all is sorted, the clusters get the room.
        self.set_class(bool(case.clusters and not held and opened is None), "-sortert")
        self._show_clusters(case, brief=bool(held) and opened is None)
        self.look_for_suggestions(case)
        self.entitle_part(case)

    def _count(self, heading: Heading, case: "Case", held: int) -> None:
        """How many are left of how many, and a bar that fills as the pile shrinks."""
        whole = held + sum(n.cluster in case.clusters and n.lies_open for n in case.notes.values())
        if self.inside is not None or not whole:
            heading.count, heading.meter = f"{held} · {self.order_head}" if held else "0", None
            return
        heading.count = f"{self.words('left', n=held, all=whole)} · {self.order_head}"
        heading.meter = whole - held, whole

    def _beside(self, case: "Case", note: "CaseNote") -> tuple[object, ...]:
        """What a row shows that does not stand in the note."""
        earlier = note.round < case.round
        same = tuple(self._same.get(note.id, ()))
        return same, note.id in self.marked, earlier, getattr(self.say, "language", "")

    def _note(self, case: "Case", note: "CaseNote") -> Note:
        same = self._same.get(note.id, ())
        sign = Mark.DONE if note.id in self.marked else ""
        kept = note.reason if note.state not in {"waiting", "shown"} else ""
        words = "\n".join([note.text, *same])
        if not kept and note.round < case.round:
            kept = self.say("desk.in_earlier_round", no=note.round)
        return Note(note.id, words, ("", *prefix_of(note, self.say)), kept, sign)

    def _show_clusters(self, case: "Case", *, brief: bool) -> None:
        """The clusters by their numbers; one row each while one sorts and they are many."""
        from workshop.clusters import standing

        numbers = {c: i for i, c in enumerate(standing(case), start=1)}
        kept = [c for c in case.clusters.values() if c.state != "shown" and c.into is None]
        shown = [case.clusters[c] for c in numbers]
        brief = brief and len(shown) > FEW
        picks = [self._pick(case, str(numbers.get(c.id, "")), c, brief) for c in (*shown, *kept)]
        none = Pick("-none", self.words("no_clusters"), tone="muted", choosable=False)
        self.query_one("#clusters", Picks).update(picks or [none])
        self.query_one("#clusters-title", Heading).count = str(len(numbers))

    def _pick(self, case: "Case", number: str, cluster: "Cluster", brief: bool) -> Pick:
        from workshop.clusters import members
        from workshop.rounds import said_by_others

        stated = cluster.statement
        under: Bits = () if brief else ((self.words("no_statement"), "muted"),)
        if stated:
            words = self.say("desk.statement", who=stated.who, what=stated.what, why=stated.why)
            under = ((words, ""),)
            if not said_by_others(case, cluster):
                under = (*under, (f" {Mark.LACKS} {self.words('only_us')}", "warn"))
        if cluster.state != "shown":
            state = self.say(f"desk.state_{cluster.state}")
            under = ((": ".join(filter(None, (state, cluster.reason))), "warn"),)
        lead: Bits = ((f"{number:>2}  ", "muted"),)
        count = str(len(members(case, cluster.id)))
        tone = "" if cluster.state == "shown" else "muted"
        told = [t.name for t in case.pack.need_kinds if t.key == cluster.need_kind]
        if cluster.round < case.round:
            told.append(self.say("desk.in_earlier_round", no=cluster.round))
        right: Bits = (*((f"{words}  ", "muted") for words in told), (count, "strong"))
        return Pick(cluster.id, cluster.title, lead, tone, right=right, under=under)

    def on_key(self, event: Key) -> None:
        """A digit puts the notes in the cluster of that number, where it is the whole number."""
        character = event.character or ""
        if character.isdecimal() and self.on_notes:
            self.hear_digit(character)

    def act_show_statement(self) -> object:
        """The needs in words, on the wall."""
        from workshop.rounds import stated

        if self.case is None or not stated(self.case):
            self.desk.frame.advise(self.words("state_first"))
            return None
        return self.run_worker(self.desk.send("projector.show", wall="statement"), group="act")

    def act_sort_need(self) -> object:
        """The next kind of need, and none again after the last."""
        case, cluster = self.case, self.cluster
        if case is None or cluster is None:
            return None
        kinds = [None, *(term.key for term in case.pack.need_kinds)]
        held = kinds.index(cluster.need_kind) if cluster.need_kind in kinds else 0
        kind = kinds[(held + 1) % len(kinds)]
        sent = self.desk.send("need.sort", cluster=cluster.id, need_kind=kind)
        return self.run_worker(sent, group="act")

    def act_put_in_cluster(self) -> None:
        """Told by `on_key`, which knows the digit."""

    def chosen(self) -> Sequence[tuple[str, Mapping[str, str]]]:
        """The notes, or the cluster, at the cursor of the list that has the focus."""
        if self.on_notes:
            return [("note.moderate", {"note": note}) for note in self.notes]
        cluster = self.cluster
        return [("cluster.moderate", {"cluster": cluster.id})] if cluster else []

    async def _send(
        self, chosen: Sequence[tuple[str, Mapping[str, str]]], state: "NoteState", reason: str
    ) -> str:
        """What is laid away leaves the pile at once, and the next key is for the next note."""
        away = [fields["note"] for _, fields in chosen if "note" in fields]
        if self.inside is None:
            self.go_past(away)
        wrong = await super()._send(chosen, state, reason)
        if wrong:
            self._leaving.difference_update(away)
        return wrong

    def is_shown(self, case: "Case") -> bool:
        """Only while the hall sorts."""
        return super().is_shown(case) and bool(case.running and case.running.kind == "sort")

    def would_send(self, case: "Case") -> "tuple[Body, ...]":
        """The block first."""
        return (*self.would_start("sort"), *super().would_send(case))

    async def show_in_hall(self) -> None:
        """Show how the clusters grow."""
        await self.enter_station()
        await self.start_block("sort")
        await self.desk.send("projector.show", wall="clusters")
