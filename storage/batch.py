"""One group of wishes that are decided in turn and committed together."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from storage import finding, rows
from storage.till import Till, chosen, goes_with
from workshop.ballots import BallotCast, VoteClosed
from workshop.basics import Choice, Fact, Moment, Origin, Record, Refused, Sender
from workshop.case import Case
from workshop.commands import AnyCommand, decide
from workshop.facts import evolve, fold, without_words
from workshop.forgetting import ForgetWords, WordsForgotten
from workshop.helping import TakeBackEntries
from workshop.notes import EditNote, WriteNote
from workshop.polls import AnswerPoll, PollClosed
from workshop.secret import Cast, SecretWish
from workshop.undo import CommandWithdrawn, Undo
from workshop.vote_codes import APART

_LOOKS_BACK: Final = Undo | ForgetWords | TakeBackEntries
"""The commands that must know what happened before."""
DIGEST_IN_ID: Final = 12
CLOSING: Final = frozenset({"vote.close", "poll.close"})
"""The commands that may close a vote or poll, and so must know what lies in it."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A command on its way to the ledger.

    ``digest`` tells two bodies under one id apart; it is None where a body
    must leave no trace (a ballot keyed in at the desk). ``mark`` and
    ``presence`` are the phone's own marks, see ``Moment``.
    """

    id: str
    case: str
    command: AnyCommand
    digest: str | None
    origin: Origin = "desk"
    sender: Sender = "desk"
    mark: str | None = None
    presence: str | None = None
    helper: str | None = None
    """Whose code paper is keyed in under."""
    muted: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    """Ballots (vote and mark) that go with the words that are forgotten."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """The wish is on the disk: its command, the number of its last fact, and when.

    ``repeated`` says that it had come before and nothing more was done;
    ``edited`` that it changed the wording of a note that had come before.
    """

    command: str
    seq: int
    at: datetime
    repeated: bool = False
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """A command that has been stored."""

    digest: str | None
    receipt: Receipt


@dataclass(slots=True)
class Book:
    """All that the ledger holds in memory; a batch works on a copy of its outside."""

    hall: str
    seq: int = 0
    cases: dict[str, Case] = field(default_factory=dict)
    records: list[Record] = field(default_factory=list)
    """All of them; ``seq`` counts from 1 without a gap, so it is also the place."""
    history: dict[str, list[Record]] = field(default_factory=dict)
    seen: dict[str, Seen] = field(default_factory=dict)
    ballots: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    roles: dict[tuple[str, str], str] = field(default_factory=dict)
    """The role of whoever answered in an open poll. It is in no file: with it beside the answers,
    whoever holds the file could read what the only leader in the room said."""


class Batch:
    """Decisions over a book that is not touched until they are on the disk."""

    def __init__(self, book: Book, now: datetime) -> None:
        self._book = book
        self._now = now
        self._seq = book.seq
        self.cases: dict[str, Case] = {}
        self.seen: dict[str, Seen] = {}
        self.ballots: dict[tuple[str, str], tuple[str, ...] | None] = {}
        self.roles: dict[tuple[str, str], str] = {}
        self.records: list[Record] = []
        self.rows: list[rows.Row] = []
        self.forgotten: set[int] = set()
        """The numbers of the facts whose words go."""

    @property
    def emptied(self) -> bool:
        """Whether a poll was closed, whose answers go, or a vote, whose used codes do."""
        codes = any(box.startswith(APART) for (box, _), p in self.ballots.items() if p is None)
        return codes or any(isinstance(record.fact, PollClosed) for record in self.records)

    @property
    def choices(self) -> list[rows.Choice]:
        """The choices to store, in no order that tells who came first."""
        return [
            (vote, mark, None if picks is None else json.dumps(picks))
            for (vote, mark), picks in sorted(self.ballots.items())
        ]

    def take(self, wish: Wish) -> Receipt | Refused:
        """Decide on one wish; a command that has come before changes nothing more."""
        before = self._seen(wish.id)
        if before is None:
            return self._decide(wish, wish.id, wish.command)
        if wish.digest is None or wish.digest == before.digest:
            return _again(before.receipt)
        if wish.sender != "phone":
            return Refused("id_used")
        return self._another_body(wish)

    def _another_body(self, wish: Wish) -> Receipt | Refused:
        """The same form sent again with other words: an edit, under an id of its own."""
        id_ = f"{wish.id}.{(wish.digest or '')[:DIGEST_IN_ID]}"
        if before := self._seen(id_):
            return _again(before.receipt)
        if not isinstance(wish.command, WriteNote):
            return self._decide(wish, id_, wish.command)
        answer = self._decide(wish, id_, EditNote(note=wish.id, text=wish.command.text))
        if isinstance(answer, Refused):
            return answer
        edited = Receipt(answer.command, answer.seq, answer.at, edited=True)
        if id_ in self.seen:
            self.seen[id_] = Seen(self.seen[id_].digest, edited)
        return edited

    def _decide(self, wish: Wish, id_: str, command: AnyCommand) -> Receipt | Refused:
        case = self.cases.get(wish.case) or self._book.cases.get(wish.case)
        outcome = decide(case, command, self._moment(wish, id_, command, case))
        if isinstance(outcome, Refused):
            return outcome
        if not outcome:
            # It is so already. Sent again when it no longer is, it must not be done then.
            receipt = Receipt(id_, case.seq if case else 0, self._now)
            self.seen[id_] = Seen(wish.digest, receipt)
            return receipt
        return self._write(wish, id_, command, case, outcome)

    def _write(
        self,
        wish: Wish,
        id_: str,
        command: AnyCommand,
        case: Case | None,
        facts: Sequence[Fact],
    ) -> Receipt:
        """Put the facts in the batch: all of them, or none where anything fails."""
        gathering = case.gathering if case else None
        records: list[Record] = []
        for seq, fact in enumerate(facts, start=self._seq + 1):
            record = Record(
                seq=seq,
                id=rows.new_id(),
                hall=self._book.hall,
                at=self._now,
                case=wish.case,
                gathering=gathering,
                command=id_,
                origin=wish.origin,
                sender=wish.sender,
                heads=getattr(fact, "voices", None) or getattr(fact, "heads", None),
                fact=fact,
            )
            records.append(record)
        case = self._after_all(case, records)
        new_rows = [rows.to_row(record, wish.digest) for record in records]
        self.records += records
        self.rows += new_rows
        if case is not None:
            self.cases[wish.case] = case
        self._keep_ballots(wish, command, records)
        receipt = Receipt(id_, records[-1].seq, self._now)
        self._seq = receipt.seq
        self.seen[id_] = Seen(wish.digest, receipt)
        return receipt

    def _keep_ballots(self, wish: Wish, command: AnyCommand, records: Sequence[Record]) -> None:
        if isinstance(command, SecretWish):
            case = self.cases[wish.case]
            here = case.presences.get(wish.presence or "")
            key = command.box(), _mark_of(wish, command)
            self.ballots[key] = command.picks_of(here.heads if here else 1)
            role = here.role if here else getattr(command, "role", None)
            if isinstance(command, AnswerPoll) and role:
                self.roles[key] = role
        for record in records:
            if isinstance(record.fact, CommandWithdrawn):
                self._take_back_ballots(record)
                self.ballots |= dict.fromkeys(key for key, _ in self._in(goes_with(record.fact)))
            elif isinstance(record.fact, BallotCast):
                paid = Till(self._lying).paid(self.cases[wish.case], command, wish.sender)
                self.ballots |= paid
            elif isinstance(record.fact, PollClosed | VoteClosed):
                self.ballots |= dict.fromkeys(key for key, _ in self._in(goes_with(record.fact)))
            elif isinstance(record.fact, WordsForgotten):
                self.forgotten.update(record.fact.seqs)
                self._drop_ballots(wish, whole_case=record.fact.whole_case)

    def _drop_ballots(self, wish: Wish, *, whole_case: bool) -> None:
        dropped = set(wish.choices)
        if whole_case:
            own = self._book.cases[wish.case].boxes
            boxes = {*own, *(APART + box for box in own)}
            dropped |= {key for key in self._book.ballots if key[0] in boxes}
        self.ballots |= dict.fromkeys(dropped)

    def _lying(self, key: tuple[str, str]) -> tuple[str, ...] | None:
        return self.ballots[key] if key in self.ballots else self._book.ballots.get(key)

    def _after_all(self, case: Case | None, records: Sequence[Record]) -> Case | None:
        """The case after these facts; folded anew, once, where they change what came before."""
        history = self._history(records[0].case)
        forgotten = {n for r in records if isinstance(r.fact, WordsForgotten) for n in r.fact.seqs}
        if forgotten or any(isinstance(r.fact, CommandWithdrawn) for r in records):
            held = [without_words(r) if r.seq in forgotten else r for r in history]
            return fold([*held, *records])
        for record in records:
            case = evolve(case, record)
        return case

    def _take_back_ballots(self, undone: Record) -> None:
        """A paper ballot that is withdrawn takes what it chose with it."""
        for record in self._history(undone.case):
            fact = record.fact
            taken_back = record.command == undone.fact.withdrawn
            if taken_back and isinstance(fact, Cast) and fact.place:
                self.ballots[fact.box(), fact.place] = None

    def _moment(self, wish: Wish, id_: str, command: AnyCommand, case: Case | None) -> Moment:
        ballot: tuple[str, ...] | None = None
        cast: tuple[Choice, ...] = ()
        if isinstance(command, SecretWish):
            ballot = self._lying((command.box(), _mark_of(wish, command)))
        elif command.name in CLOSING and case:
            open_box = case.vote or case.poll or ""
            roles = {**self._book.roles, **self.roles}
            cast = tuple(chosen(key, picks, roles) for key, picks in self._in(open_box))
        return Moment(
            at=self._now,
            command=id_,
            origin=wish.origin,
            sender=wish.sender,
            mark=wish.mark,
            presence=wish.presence,
            muted=wish.muted,
            ballot=ballot,
            spent=Till(self._lying).spent(case, command, wish.sender),
            cast=cast,
            history=self._history(wish.case) if isinstance(command, _LOOKS_BACK) else (),
            pack=finding.pack_of(command),
            template=finding.template_of(command),
            helper=wish.helper,
            drawn=finding.drawn_for(command),
        )

    def _in(self, box: str) -> list[tuple[tuple[str, str], tuple[str, ...]]]:
        """What lies in a vote or poll, under which marks."""
        now = {**self._book.ballots, **self.ballots}
        return [(key, picks) for key, picks in now.items() if key[0] == box and picks is not None]

    def _history(self, case: str) -> Sequence[Record]:
        known = self._book.history.get(case, [])
        return [*known, *(r for r in self.records if r.case == case)]

    def _seen(self, id_: str) -> Seen | None:
        return self.seen.get(id_) or self._book.seen.get(id_)


def _again(first: Receipt) -> Receipt:
    return Receipt(first.command, first.seq, first.at, repeated=True, edited=first.edited)


def _mark_of(wish: Wish, command: SecretWish) -> str:
    """Under what a ballot lies: a phone's own mark, or where no phone sent it its place."""
    return wish.mark or command.place
