"""Any order of any wishes around votes: no dot vanishes or moves, from whatever hand it came."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, initialize, invariant, rule

from storage.batch import Receipt, Wish
from tests.property.on_a_file import OnAFile
from workshop.commands import PARSE
from workshop.facts import fold
from workshop.results import as_voted, wordings
from workshop.undo import CommandWithdrawn
from workshop.vote_codes import APART, codes_on, sheets_of

CASE = "case-0001"
HEADS = {"anna": 1, "bo": 1, "table": 4}
PEOPLE = st.sampled_from(sorted(HEADS))
NUMBERS = st.integers(1, 4)
PICKS = st.lists(st.integers(0, 4), max_size=5)
BRINGS = st.sampled_from(["fresh", "fresh", "used", "few", "twice"])
"""As many codes as there are heads and nobody has used, or some that are not good enough."""


@dataclass
class Held:
    """A vote as it should be: each ballot once, under whoever cast it."""

    titles: dict[str, str]
    ballots: dict[str, tuple[tuple[str, ...], int]] = field(default_factory=dict)
    closed: bool = False
    used: set[str] = field(default_factory=set)
    """The codes that were taken, and the papers that were let in with one."""


class Voting(OnAFile):
    """Phones, a table phone, paper, a helper, hands and the desk on one real file."""

    clusters: Bundle[str] = Bundle("clusters")

    def __init__(self) -> None:
        super().__init__()
        self.votes: dict[str, Held] = {}
        self.by_command: dict[str, tuple[str, str]] = {}
        self.worded: dict[str, tuple[str, str]] = {}

    @property
    def case(self) -> Any:
        return self.ledger.cases[CASE]

    def tell(self, name: str, who: str = "", **fields: Any) -> str | None:
        """The command where it was taken; each third is sent twice, as phones do."""
        self.count += 1
        id_ = f"command-{self.count:05d}"
        by_helper = bool(who) and who == self.helper
        phone = who and not by_helper
        wish = Wish(
            f"{who}.{id_}" if by_helper else id_,
            CASE,
            PARSE.validate_python({"name": name, **fields}),
            "d" if phone else None,
            origin="phone" if phone else "paper" if "number" in fields else "desk",
            sender="helper" if by_helper else "phone" if phone else "desk",
            mark=f"{who}:{fields.get('vote') or id_}" if phone else None,
            presence=f"{who}:here" if phone else None,
            helper=who if by_helper else None,
        )
        answer = self.ledger.record(wish).result(timeout=10)
        if self.count % 3 == 0:
            self.ledger.record(wish).result(timeout=10)
        return wish.id if isinstance(answer, Receipt) else None

    def made(self, name: str, **fields: Any) -> str:
        made = self.tell(name, **fields)
        assert made
        return made

    helper = ""

    @initialize(target=clusters)
    def open_up(self) -> str:
        wish = Wish(CASE, CASE, PARSE.validate_python({"name": "case.open", "title": "Sak"}), "d")
        self.ledger.record(wish).result(timeout=10)
        self.gather()
        self.helper = self.made("helper.let_in")
        self.cluster()
        self.cluster()
        return self.cluster()

    def gather(self) -> None:
        """A gathering with all in it; one is planned and opened where the last was undone."""
        if self.case.gathering is None:
            self.made("gathering.open", gathering=self.made("gathering.plan", title="Samling"))
            for who, heads in HEADS.items():
                assert self.tell("person.join", who, heads=heads)

    def cluster(self) -> str:
        made = self.made("cluster.make", title=f"Klynge {self.count}")
        self.worded[made] = made, self.case.clusters[made].title
        return made

    @rule(target=clusters)
    def make(self) -> str:
        return self.cluster() if self.case.vote is None else next(iter(self.case.clusters), "none")

    @rule(cluster=clusters)
    def rename(self, cluster: str) -> None:
        title = f"Nytt navn {self.count}"
        if made := self.tell("cluster.rename", cluster=cluster, title=title):
            self.worded[made] = cluster, title

    @rule(cluster=clusters, into=clusters)
    def merge(self, cluster: str, into: str) -> None:
        taken = self.tell("cluster.merge", cluster=cluster, into=into)
        assert taken is None or self.case.vote is None

    @rule(cluster=clusters, number=st.integers(1, 9))
    def split(self, cluster: str, number: int) -> None:
        note = self.tell("note.write", text="Lapp", number=number)
        if note and self.tell("note.cluster", note=note, cluster=cluster):
            made = self.tell("cluster.split", cluster=cluster, title="Del", notes=[note])
            if made:
                self.worded[made] = made, "Del"

    @rule(cluster=clusters, state=st.sampled_from(["shown", "hidden", "aside"]))
    def hide(self, cluster: str, state: str) -> None:
        self.tell("cluster.moderate", cluster=cluster, state=state)

    def vote(self) -> Any:
        """The vote that is open; one is opened where none is, each otherwise than the last."""
        if self.case.vote is None:
            self.gather()
            if not any(c.state == "shown" and not c.into for c in self.case.clusters.values()):
                self.cluster()
            dots = (None, 2, 3)[len(self.votes) % 3]
            if not sheets_of(self.case, self.case.gathering):
                self.made("codes.draw", count=40)
            level = "open" if len(self.votes) % 2 else "code"
            stacking = len(self.votes) % 4 > 1
            vote = self.made("vote.open", stacking=stacking, dots=dots, level=level)
            targets = self.case.votes[vote].targets
            self.votes[vote] = Held({t: wordings(self.case, t)[-1] for t in targets})
        return self.case.votes[self.case.vote]

    def cast(self, key: str, who: str, picks: list[int], brings: str, **fields: Any) -> None:
        """A ballot as it was taken, instead of the one before."""
        vote, voices = self.vote(), HEADS.get(key, 1)
        held = self.votes[vote.id]
        chosen = [vote.targets[p % len(vote.targets)] for p in picks]
        codes = self.brought(held, voices, brings)
        if vote.level == "code":
            fields["code"] = " ".join(codes)
        before = set(held.ballots)
        if made := self.tell("ballot.cast", who, vote=vote.id, picks=chosen, **fields):
            if vote.level == "code" and not {key} & (before | held.used):
                assert not held.used.intersection(codes), "a code was good twice"
                assert len(set(codes)) == voices, "a voice came without a code"
                held.used |= {*codes, *([] if key in HEADS else [key])}
            self.keep(vote.id, key, made, tuple(sorted(chosen)), voices)

    def brought(self, held: Held, voices: int, brings: str) -> list[str]:
        codes = codes_on(sheets_of(self.case, self.case.gathering)[0])
        if brings == "used":
            return sorted(codes, key=lambda code: code not in held.used)[:voices]
        fresh = [code for code in codes if code not in held.used][:voices]
        return {"few": fresh[1:], "twice": fresh[:1] * (voices + 1)}.get(brings, fresh)

    def keep(self, vote: str, key: str, made: str, picks: tuple[str, ...], voices: int) -> None:
        self.votes[vote].ballots[key] = picks, voices
        self.by_command[made] = vote, key

    @rule(who=PEOPLE, picks=PICKS, brings=BRINGS)
    def phone(self, who: str, picks: list[int], brings: str) -> None:
        self.cast(who, who, picks, brings)

    @rule(who=PEOPLE, heads=st.integers(1, 10))
    def heads(self, who: str, heads: int) -> None:
        """In the middle of a vote nobody grows more dots."""
        changed = self.case.vote is not None and heads != HEADS[who]
        taken = self.tell("person.join", who, heads=heads)
        assert taken is None or not changed
        if taken and heads != HEADS[who]:
            self.tell("person.join", who, heads=HEADS[who])

    @rule(number=NUMBERS, picks=PICKS, brings=BRINGS, again=st.booleans(), helps=st.booleans())
    def paper(self, number: int, picks: list[int], brings: str, again: bool, helps: bool) -> None:
        who = self.helper if helps else ""
        self.cast(f"paper-{number}", who, picks, brings, number=number, replace=again)

    @rule(heads=st.integers(1, 6), hands=st.lists(st.integers(0, 6), max_size=4))
    def hands(self, heads: int, hands: list[int]) -> None:
        vote = self.vote()
        raised = dict(zip(vote.targets, hands, strict=False))
        fields = {"vote": vote.id, "heads": heads, "hands": raised}
        if made := self.tell("hands.count", replace=self.count % 2 == 0, **fields):
            assert vote.level == "open", "hands were raised beside codes"
            assert max(raised.values(), default=0) <= heads * (vote.dots if vote.stacking else 1)
            self.keep(vote.id, "hands", made, tuple(sorted(Counter(raised).elements())), heads)

    @rule()
    def close(self) -> None:
        vote = self.vote().id
        self.made("vote.close")
        self.votes[vote].closed = True

    @rule(which=st.integers(0, 9))
    def undo(self, which: int) -> None:
        """The last thing that the desk did, or some title that it gave."""
        given = [None, *self.worded]
        if made := self.tell("undo", command=given[which % len(given)]):
            self.withdrawn(made)

    @rule()
    def take_back(self) -> None:
        if made := self.tell("helper.take_back", helper=self.helper):
            self.withdrawn(made)

    def withdrawn(self, command: str) -> None:
        """What was taken back is told by facts, and by nothing else is anything gone."""
        told = [r.fact for r in self.ledger.history(CASE) if r.command == command]
        for gone in (f.withdrawn for f in told if isinstance(f, CommandWithdrawn)):
            self.worded.pop(gone, None)
            if gone in self.votes:
                assert not self.votes.pop(gone).ballots, "a vote with dots in it was undone"
            if gone in self.by_command:
                vote, key = self.by_command.pop(gone)
                assert not self.votes[vote].closed, "what was counted was taken back"
                self.votes[vote].ballots.pop(key, None)

    @invariant()
    def every_vote_is_as_it_was_cast(self) -> None:
        if not self.votes:
            return
        case = self.case
        assert set(case.votes) == set(self.votes)
        for id_, held in self.votes.items():
            vote = case.votes[id_]
            for key, (picks, voices) in held.ballots.items():
                mark = f"{key}:{id_}" if key in HEADS else key
                assert self.ledger.ballot(id_, mark) == picks
                most = vote.dots * voices
                assert len(picks) <= most
                assert max(Counter(picks).values(), default=0) <= (
                    most if vote.stacking else voices
                )
            assert sum(vote.voices.values()) == sum(v for _, v in held.ballots.values())
            assert len(self.ledger.ballots_of({id_})) == len(held.ballots)
            apart = self.ledger.ballots_of({APART + id_})
            assert len(apart) == (0 if held.closed else len(held.used))
            assert {t: as_voted(case, vote, t) for t in vote.targets} == held.titles
            given = Counter(p for picks, _ in held.ballots.values() for p in picks)
            assert Counter(vote.counts) == (given if held.closed else Counter())

    @invariant()
    def every_wording_stays_readable(self) -> None:
        for cluster, title in self.worded.values():
            assert title in wordings(self.case, cluster)

    @invariant()
    def a_fresh_replay_is_equal(self) -> None:
        if self.count % 5 == 0 and CASE in self.ledger.cases:
            assert fold(self.ledger.history(CASE)) == self.case


TestVoting = Voting.TestCase
TestVoting.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
