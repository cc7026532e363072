"""Given facts, when a command, then facts: the three lines of a rule's test."""

from datetime import UTC, datetime, timedelta

from workshop.basics import Choice, Fact, Moment, Origin, Record, Refused, Sender
from workshop.case import Case
from workshop.commands import PARSE, decide
from workshop.facts import evolve, fold
from workshop.secret import SecretWish
from workshop.templates.model import Template
from workshop.undo import CommandWithdrawn

START = datetime(2025, 1, 21, 17, 0, tzinfo=UTC)
CASE = "case-0001"


class Evening:
    """A case that commands are tried on, one second apart, without any file."""

    def __init__(self) -> None:
        self.case: Case | None = None
        self.history: list[Record] = []
        self.now = START
        self.ballots: dict[tuple[str, str], Choice] = {}
        self.template: Template | None = None
        """What the ledger finds under the name of a template."""

    @property
    def it(self) -> Case:
        """The case, which must have been opened."""
        assert self.case is not None
        return self.case

    def when(
        self,
        name: str,
        *,
        id: str | None = None,  # noqa: A002 - the word of the protocol
        sender: Sender = "desk",
        origin: Origin | None = None,
        phone: str = "",
        **fields: object,
    ) -> tuple[Fact, ...] | Refused:
        """What becomes of a command; its facts are folded into the case."""
        self.now += timedelta(seconds=1)
        command_id = id or f"{name}-{len(self.history):04d}"
        command = PARSE.validate_python({"name": name, **fields})
        box = str(fields.get("vote") or fields.get("poll") or "")
        key = (box, phone or f"paper-{fields.get('number')}")
        is_open = {self.case.vote, self.case.poll} if self.case else set()
        before = self.ballots.get(key)
        moment = Moment(
            at=self.now,
            command=command_id,
            origin=origin or ("phone" if sender == "phone" else "desk"),
            sender=sender,
            mark=f"{phone}'s" if phone else None,
            presence=phone or None,
            ballot=before.picks if before else None,
            cast=[choice for (of, _), choice in self.ballots.items() if of in is_open],
            history=self.history,
            template=self.template,
        )
        outcome = decide(self.case, command, moment)
        if isinstance(outcome, Refused):
            return outcome
        for fact in outcome:
            self._happened(fact, moment)
        if isinstance(command, SecretWish):
            here = self.it.presences.get(phone)
            role = here.role if here else getattr(command, "role", None)
            self.ballots[key] = Choice(command.picks_of(here.heads if here else 1), role)
        return outcome

    def made(self, name: str, **fields: object) -> str:
        """Carry out a command that must not be refused; its id."""
        command_id = str(fields.pop("id", f"{name}-{len(self.history):04d}"))
        outcome = self.when(name, id=command_id, **fields)  # type: ignore[arg-type]
        assert not isinstance(outcome, Refused), outcome
        return command_id

    def _happened(self, fact: Fact, moment: Moment) -> None:
        record = Record(
            seq=len(self.history) + 1,
            id=f"f{len(self.history):04d}",
            hall="hall",
            at=moment.at,
            case=CASE,
            gathering=self.case.gathering if self.case else None,
            command=moment.command,
            origin=moment.origin,
            sender=moment.sender,
            heads=None,
            fact=fact,
        )
        self.history.append(record)
        # As in the ledger: what was withdrawn has never been.
        withdrawn = isinstance(fact, CommandWithdrawn)
        self.case = fold(self.history) if withdrawn else evolve(self.case, record)


def an_evening() -> Evening:
    """A case with a question, an open gathering, two phones and needs being collected."""
    evening = Evening()
    evening.made("case.open", id=CASE, title="Gode år hjemme", municipality="Skauli")
    evening.made("question.write", text="Hva trenger du for å bo hjemme?")
    gathering = evening.made("gathering.plan", title="Folkemøte 1")
    evening.made("gathering.open", gathering=gathering)
    evening.made("block.start", kind="needs")
    evening.made("person.join", sender="phone", phone="anna", role="resident", table=3)
    evening.made("person.join", sender="phone", phone="table", role="relative", table=4, heads=4)
    return evening


def refusal(outcome: object) -> str | None:
    """The reason of a refusal; None where something was done."""
    return outcome.reason if isinstance(outcome, Refused) else None
