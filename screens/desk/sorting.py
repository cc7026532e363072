"""How notes and clusters are moved, merged and split at the desk."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from screens.desk.acts import Say
from screens.desk.form import Ask
from screens.desk.numbered import heard
from screens.desk.room import lines
from screens.desk.stating import Stating
from screens.desk.widgets.notes import Notes
from screens.desk.widgets.picks import Picks

if TYPE_CHECKING:
    from workshop.said import Cluster


class Sorting(Stating):
    """A page with a list of notes, loose or of one cluster, and a list of clusters."""

    inside: str | None = None
    """The cluster whose notes are looked at; none while the loose ones are."""

    def __init__(self, say: Say) -> None:
        super().__init__(say)
        self.marked: set[str] = set()
        self._leaving: set[str] = set()
        """Sent to a cluster, and still drawn among those that are sorted."""
        self._held: set[str] = set()
        """What lay in the list when it was drawn last: only that can leave it."""
        self._went: tuple[str, ...] = ()
        """What was moved last: where it comes back, it was undone, and the eye goes there."""
        self._went_from: str | None = None
        self._begun = ("", "")
        """The first digit of a number, and the note it was for."""

    def follow(self, made: str) -> None:
        """The cursor stays among the notes, and what is put in by Enter goes where it went."""

    @property
    def on_notes(self) -> bool:
        """Whether the acts are about notes: those of the list used last."""
        focused = self.screen.focused
        return focused is None or focused.id != "clusters"

    @property
    def note(self) -> str | None:
        """The note at the cursor."""
        chosen = self.query_one(Notes).cursor_id
        if chosen in self._leaving:
            return None
        return chosen if self.case and chosen in self.case.notes else None

    @property
    def notes(self) -> Sequence[str]:
        """The marked notes in their order, or the one at the cursor where none is marked."""
        if self.case and self.marked:
            return [n for n in self.case.notes if n in self.marked - self._leaving]
        return [self.note] if self.note else []

    @property
    def cluster(self) -> "Cluster | None":
        """The cluster at the cursor."""
        chosen = self.query_one("#clusters", Picks).cursor_id
        return self.case.clusters.get(chosen or "") if self.case else None

    def act_mark_note(self) -> None:
        """Mark it, or take the mark away, and go on to the next."""
        if self.note and self.case:
            self.marked ^= {self.note}
            self.show(self.case)
            self.query_one(Notes).action_move(1)

    def act_look_inside(self) -> None:
        """Show its notes in the upper list, and go there."""
        if self.cluster and self.case:
            self.inside = self.cluster.id
            self.marked.clear()
            self.show(self.case)
            self.query_one(Notes).focus()

    def back(self) -> bool:
        """Away with a digit, and out of a cluster; then as everywhere."""
        if self._begun_here():
            self._begun = ("", "")
            return True
        if self.inside is None:
            return super().back()
        self._leave_cluster()
        return True

    def _leave_cluster(self) -> None:
        left, self.inside = self.inside, None
        self.marked.clear()
        if self.case:
            self.show(self.case)
        clusters = self.query_one("#clusters", Picks)
        clusters.move_to(left or "")
        clusters.focus()

    def act_put_in_marked(self) -> object:
        """Put them in the one whose number was begun, or else in the one that is chosen below."""
        if number := self._begun_here():
            return self._put_in(number)
        return self.move(self.notes, self.cluster.id) if self.cluster else None

    def act_take_out(self) -> object:
        """They become loose."""
        return self.move(self.notes, None)

    def move(self, notes: Sequence[str], cluster: str | None) -> object:
        """Move notes to a cluster, or out of all."""
        known = self.case.notes if self.case else {}
        moved = tuple(n for n in notes if n in known and known[n].cluster != cluster)
        self.marked.clear()
        self._begun = ("", "")
        self.go_past(moved)
        return self.run_worker(self._put(moved, cluster), group="sort")

    def go_past(self, notes: Sequence[str]) -> None:
        """The next note takes the cursor now, so that the next key is never for the one before."""
        listed = self.query_one(Notes)
        self._went, self._went_from = tuple(notes), self.inside
        self._leaving.update(self._held.intersection(notes))
        ids = [item.id for item in listed.items if item.choosable]
        if listed.cursor_id not in self._leaving or listed.cursor_id not in ids:
            return
        here = ids.index(listed.cursor_id)
        following = (n for n in ids[here + 1 :] + ids[:here][::-1] if n not in self._leaving)
        if (next_ := next(following, None)) is not None:
            listed.move_to(next_)

    def went(self, held: Sequence[str]) -> str:
        """What was drawn as leaving has left; the note that came back, where one did."""
        self._held = set(held)
        self._leaving &= self._held
        if self._went_from != self.inside:
            # Another list: what lies in it went there, and did not come back.
            self._went = ()
        back = next((note for note in self._went if note in held), "")
        if not back or back in self._leaving:
            return ""
        self._went = ()
        return back

    async def _put(self, notes: Sequence[str], cluster: str | None) -> None:
        for note in notes:
            await self.send_away((note,), "note.cluster", note=note, cluster=cluster)

    async def send_away(self, leaving: Sequence[str], name: str, **fields: Any) -> bool:
        """Send what makes notes leave the list; they stay where the hall does not take it."""
        sent = await self.desk.send(name, **fields)
        if not sent.get("ok"):
            self._leaving.difference_update(leaving)
        return bool(sent.get("ok"))

    # -- clusters by their numbers --------------------------------------------------------

    def _begun_here(self) -> int | None:
        """The number that was begun for this very note."""
        begun, note = self._begun
        return int(begun) if begun and note == self.note else None

    def hear_digit(self, digit: str) -> object:
        """Put the notes in the cluster of that number, or wait for one digit more."""
        from workshop.clusters import standing

        if self.case is None or (self.note is None and not self.marked):
            return None
        clusters = standing(self.case)
        before = self._begun_here()
        number, begun = heard(str(before or ""), digit, len(clusters))
        self._begun = (begun, self.note or "")
        if number is not None:
            return self._put_in(number)
        if begun:
            last = min(len(clusters), int(begun) * 10 + 9)
            told = {"n": begun, "first": int(begun) * 10, "last": last}
            self.desk.frame.advise(self.words("begun", **told))
        return None

    def _put_in(self, number: int) -> object:
        from workshop.clusters import standing

        return self.move(self.notes, standing(self.case)[number - 1]) if self.case else None

    def act_new(self) -> object:
        """A new cluster with the notes in it."""
        return self.run_worker(self._new(), group="act")

    async def _new(self) -> None:
        notes, inside = list(self.notes), self.inside
        text = self.case.notes[notes[0]].text if self.case and notes else ""

        async def store(values: Mapping[str, str]) -> str:
            if inside and notes:
                wrong = await self.store("cluster.split", cluster=inside, notes=notes, **values)
            else:
                wrong = await self.store("cluster.make", notes=notes, **values)
            if not wrong:
                # What is typed next is for the next note, also before the hall has told of this.
                self.go_past(notes)
            return wrong

        field = Ask("title", self.words("field_title"), hint=text)
        if await self.form(self.words("new"), (field,), store):
            self.marked.clear()

    def act_merge(self) -> object:
        """Notes under the one at the cursor, or this cluster into another."""
        return self.run_worker(self._merge(), group="act")

    async def _merge(self) -> None:
        if not self.on_notes:
            await self._merge_clusters()
            return
        upper, others = self.note, [n for n in self.notes if n != self.note]
        if upper is None or not others:
            self.desk.frame.advise(self.words("mark_first"))
            return
        self.marked.clear()
        self.go_past(others)
        for other in others:
            await self.send_away((other,), "note.merge", note=other, into=upper)

    async def _merge_clusters(self) -> None:
        from workshop.clusters import standing

        case, cluster = self.case, self.cluster
        if case is None or cluster is None:
            return
        titles = tuple((c, case.clusters[c].title) for c in standing(case) if c != cluster.id)
        if not titles:
            self.desk.frame.advise(self.words("no_other"))
            return

        async def store(values: Mapping[str, str]) -> str:
            return await self.store("cluster.merge", cluster=cluster.id, into=values["into"])

        field = Ask("into", self.words("field_into"), titles[0][0], "choice", titles)
        await self.form(self.words("merge", title=cluster.title), (field,), store)

    def act_split_note(self) -> object:
        """Ask for the parts; each line is one."""
        return self.run_worker(self._split(self.note), group="act") if self.note else None

    async def _split(self, note: str) -> None:
        if self.case is None:
            return

        async def store(values: Mapping[str, str]) -> str:
            parts = lines(values["texts"])
            if len(parts) < 2:  # noqa: PLR2004 - what is split has two parts at least
                return self.words("two_parts")
            return await self.store("note.split", note=note, texts=parts)

        text = self.case.notes[note].text
        field = Ask("texts", self.words("field_parts"), text, "prose")
        await self.form(self.words("split"), (field,), store)

    def act_rename(self) -> object:
        """Another title."""
        return self.run_worker(self._rename(self.cluster), group="act") if self.cluster else None

    async def _rename(self, cluster: "Cluster") -> None:
        async def store(values: Mapping[str, str]) -> str:
            return await self.store("cluster.rename", cluster=cluster.id, **values)

        field = Ask("title", self.words("field_title"), cluster.title)
        await self.form(self.words("rename"), (field,), store)
