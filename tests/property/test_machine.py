"""Any order of any wishes: memory, a fresh replay and the file never differ."""

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, initialize, invariant, rule

from storage.batch import Receipt, Wish
from storage.ledger import Answer
from tests.property.on_a_file import OnAFile
from workshop.commands import PARSE
from workshop.facts import fold
from workshop.said import Note
from workshop.text import clean

CASE = "case-0001"
PEOPLE = st.sampled_from(["anna", "bo", "table"])
TEXT = st.text(min_size=1, max_size=40)


class Hall(OnAFile):
    """Phones, paper and the desk on one real file."""

    notes: Bundle[str] = Bundle("notes")
    clusters: Bundle[str] = Bundle("clusters")

    def __init__(self) -> None:
        super().__init__()
        self.acknowledged: dict[str, str] = {}
        self.budgets = {"anna": 1, "bo": 1, "table": 4}
        self.words: dict[str, list[str]] = {}
        """The wordings of each note from a phone, oldest first; none once it was taken back."""
        self.over: dict[str, str] = {}
        """The ideas that are voted on, as they read when the vote opened."""

    def tell(
        self, name: str, who: str = "", origin: str = "", **fields: object
    ) -> tuple[str, Answer]:
        self.count += 1
        command_id = f"command-{self.count:05d}"
        command = PARSE.validate_python({"name": name, **fields})
        thing = str(fields.get("vote") or fields.get("note") or command_id)
        wish = Wish(
            command_id,
            CASE,
            command,
            "d" if who else None,
            origin=origin or ("phone" if who else "desk"),  # type: ignore[arg-type]
            sender="phone" if who else "desk",
            mark=f"{who}:{thing}" if who else None,
            presence=f"{who}:here" if who else None,
        )
        answer = self.ledger.record(wish).result(timeout=10)
        if self.count % 3 == 0:
            again = self.ledger.record(wish).result(timeout=10)
            if isinstance(answer, Receipt) and isinstance(again, Receipt):
                assert again.seq >= answer.seq or again.repeated
        return command_id, answer

    @initialize()
    def open_up(self) -> None:
        wish = Wish(CASE, CASE, PARSE.validate_python({"name": "case.open", "title": "Sak"}), "d")
        self.ledger.record(wish).result(timeout=10)
        gathering, _ = self.tell("gathering.plan", title="Samling")
        self.tell("gathering.open", gathering=gathering)
        self.tell("block.start", kind="ideas", reason="Prøver")
        self.tell("block.start", kind="needs")
        for who, heads in self.budgets.items():
            self.tell("person.join", who, heads=heads)

    @rule(target=notes, who=PEOPLE, text=TEXT, what=st.sampled_from(["need", "idea"]))
    def write(self, who: str, text: str, what: str) -> str:
        note, answer = self.tell("note.write", who, text=f"x{text}", what=what)
        if isinstance(answer, Receipt):
            self.acknowledged[note] = who
            self.words[note] = [clean(f"x{text}")]
        return note

    def meets(self, note: Note | None) -> bool:
        """Whether the gathering in which a note was written is open; undo can take it away."""
        gathering = self.ledger.cases[CASE].gathering
        return note is not None and gathering is not None and note.gathering == gathering

    @rule(note=notes, who=PEOPLE, text=TEXT)
    def edit(self, note: str, who: str, text: str) -> None:
        """One's own note, wherever it lies; another's, a split one and one in a vote never."""
        before = self.ledger.cases[CASE].notes.get(note)
        _, answer = self.tell("note.edit", who, note=note, text=f"y{text}")
        mine = self.acknowledged.get(note) == who
        free = before is not None and not (before.is_gone or before.parts) and note not in self.over
        assert isinstance(answer, Receipt) is (mine and free and self.meets(before))
        if isinstance(answer, Receipt) and self.words[note][-1] != clean(f"y{text}"):
            self.words[note].append(clean(f"y{text}"))

    @rule(note=notes, who=PEOPLE)
    def take_back(self, note: str, who: str) -> None:
        """With all that it was split into, and never out of a vote."""
        before = self.ledger.cases[CASE].notes.get(note)
        _, answer = self.tell("note.take_back", who, note=note)
        mine = self.acknowledged.get(note) == who
        held = before is not None and self.over.keys() & {note, *before.parts}
        free = self.meets(before) and not held
        assert isinstance(answer, Receipt) is (mine and (free or bool(before and before.is_gone)))
        if isinstance(answer, Receipt):
            after = self.ledger.cases[CASE].notes
            assert {after[n].text for n in (note, *after[note].parts)} == {""}
            self.words[note] = []

    @rule(target=notes, number=st.integers(1, 20), text=TEXT)
    def paper(self, number: int, text: str) -> str:
        note, answer = self.tell("note.write", origin="paper", text=f"x{text}", number=number)
        if isinstance(answer, Receipt):
            self.acknowledged[note] = ""
        return note

    @rule(target=clusters)
    def cluster(self) -> str:
        return self.tell("cluster.make", title="Klynge")[0]

    @rule(note=notes, cluster=clusters)
    def sort(self, note: str, cluster: str) -> None:
        self.tell("note.cluster", note=note, cluster=cluster)

    @rule(note=notes, state=st.sampled_from(["shown", "hidden", "parked", "aside"]))
    def moderate(self, note: str, state: str) -> None:
        self.tell("note.moderate", note=note, state=state)

    @rule(one=clusters, other=clusters)
    def merge_clusters(self, one: str, other: str) -> None:
        self.tell("cluster.merge", cluster=one, into=other)

    @rule(target=clusters, cluster=clusters, held=st.lists(notes, min_size=1, max_size=3))
    def split_cluster(self, cluster: str, held: list[str]) -> str:
        return self.tell("cluster.split", cluster=cluster, title="Del", notes=held)[0]

    @rule(note=notes, into=notes | st.none())
    def merge_notes(self, note: str, into: str | None) -> None:
        self.tell("note.merge", note=note, into=into)

    @rule(note=notes)
    def split_note(self, note: str) -> None:
        command, answer = self.tell("note.split", note=note, texts=["én", "to"])
        if isinstance(answer, Receipt):
            self.acknowledged |= {f"{command}-1": "", f"{command}-2": ""}

    @rule(over=st.sampled_from(["need", "idea"]))
    def open_vote(self, over: str) -> None:
        _, answer = self.tell("vote.open", over=over, reason="Prøver")
        case = self.ledger.cases[CASE]
        if isinstance(answer, Receipt) and case.vote:
            targets = case.votes[case.vote].targets
            self.over = {t: case.notes[t].text for t in targets if t in case.notes}

    @rule(who=PEOPLE, picks=st.lists(clusters | notes, max_size=14))
    def vote(self, who: str, picks: list[str]) -> None:
        open_vote = self.ledger.cases[CASE].vote
        if open_vote:
            self.tell("ballot.cast", who, vote=open_vote, picks=picks)

    @rule(number=st.integers(1, 5), picks=st.lists(clusters, max_size=5), again=st.booleans())
    def ballot(self, number: int, picks: list[str], again: bool) -> None:
        open_vote = self.ledger.cases[CASE].vote
        if open_vote:
            fields: dict[str, Any] = {"vote": open_vote, "picks": picks, "number": number}
            self.tell("ballot.cast", origin="paper", replace=again, **fields)

    @rule()
    def close_vote(self) -> None:
        self.tell("vote.close")
        self.over = {}
        if self.ledger.cases[CASE].running is None:
            self.tell("block.start", kind="needs")

    @rule()
    def undo(self) -> None:
        before = self.ledger.cases[CASE]
        _, answer = self.tell("undo")
        after = self.ledger.cases[CASE]
        if isinstance(answer, Receipt):
            for note in set(before.notes) - set(after.notes):
                assert self.acknowledged[note] == "", "what a phone sent is never undone"
                del self.acknowledged[note]
        if after.vote is None:
            self.over = {}

    @invariant()
    def a_fresh_replay_is_equal(self) -> None:
        case = self.ledger.cases.get(CASE)
        assert fold(self.ledger.history(CASE)) == case

    @invariant()
    def every_acknowledged_note_is_there_once(self) -> None:
        case = self.ledger.cases.get(CASE)
        assert set(case.notes if case else ()) == set(self.acknowledged)

    @invariant()
    def every_wording_stays_readable_until_it_is_taken_back(self) -> None:
        case = self.ledger.cases.get(CASE)
        for note, words in self.words.items():
            kept = case.notes[note] if case else None
            assert kept
            assert [*kept.originals, kept.text] == (words or [""])

    @invariant()
    def what_is_voted_on_reads_as_it_did(self) -> None:
        case = self.ledger.cases.get(CASE)
        for note, text in self.over.items():
            assert case
            assert case.notes[note].text == text

    @invariant()
    def every_note_is_sorted_in_one_place(self) -> None:
        case = self.ledger.cases.get(CASE)
        for note in case.notes.values() if case else ():
            assert case is not None
            upper = case.notes.get(note.into or "")
            assert upper is None or (upper.into is None and upper.cluster == note.cluster)
            cluster = case.clusters.get(note.cluster or "")
            assert cluster is None or cluster.into is None

    @invariant()
    def nobody_exceeds_the_budget(self) -> None:
        case = self.ledger.cases.get(CASE)
        for vote in case.votes.values() if case else ():
            voices = sum(vote.voices.values())
            assert sum(vote.counts.values()) <= voices * vote.dots
            assert vote.turnout.get("phone", 0) <= len(self.budgets)
            assert len(set(vote.numbers)) == len(vote.numbers) == vote.turnout.get("paper", 0)


TestHall = Hall.TestCase
TestHall.settings = settings(max_examples=30, stateful_step_count=25, deadline=None)
