"""Station 1: which problem or task, who has the need, and what the case is led as."""

from typing import Final, Literal, assert_never

from workshop.actors import ActorNamed, ActorRemoved
from workshop.basics import (
    Command,
    Fact,
    Id,
    Line,
    Moment,
    NeededLine,
    Outcome,
    Record,
    Refused,
    Said,
    SaidLines,
    Text,
)
from workshop.case import Case
from workshop.clarifying import look_again
from workshop.framed import Frame, Override, Question, as_line
from workshop.terms import ActorCategory, CaseForm, QuestionVerdict, Side

LINES_IN_FRAME: Final = 20


class QuestionWritten(Fact):
    """A new wording of the question; earlier ones are kept."""

    kind: Literal["question.written"] = "question.written"
    text: Said


class QuestionJudged(Fact):
    """A version of the question was taken into use, rejected, or made a draft again."""

    kind: Literal["question.judged"] = "question.judged"
    question: str
    verdict: QuestionVerdict
    why: Said

    def refers(self) -> frozenset[str]:
        """The version."""
        return frozenset({self.question})

    def settles(self) -> str:
        """What became of the version."""
        return f"question:{self.question}"


class FrameSet(Fact):
    """What is fixed, what is open, and who decides when."""

    kind: Literal["frame.set"] = "frame.set"
    fixed: SaidLines
    open: SaidLines
    who_decides: Said
    when_decided: Said
    budget: Said = ""

    def settles(self) -> str:
        """The frame."""
        return "frame"


class FrameAdded(Fact):
    """What somebody in the hall said must lie fast or be open was taken into the frame."""

    kind: Literal["frame.added"] = "frame.added"
    note: str
    side: Side
    text: Said

    def refers(self) -> frozenset[str]:
        """Who said it."""
        return frozenset({self.note})


class GatePassed(Fact):
    """The facilitator went on against advice, for a reason that the report prints."""

    kind: Literal["gate.passed"] = "gate.passed"
    gate: str
    reason: Said
    round: int = 1


class FormChosen(Fact):
    """The case is led as co-creation, or as something that is not called so."""

    kind: Literal["form.chosen"] = "form.chosen"
    form: CaseForm

    def settles(self) -> str:
        """The form."""
        return "form"


class StrengthWritten(Fact):
    """What already works, and who is good at it (Gausdal)."""

    kind: Literal["strength.written"] = "strength.written"
    text: Said

    def settles(self) -> str:
        """The answer."""
        return "strength"


Facts = (
    QuestionWritten
    | QuestionJudged
    | FrameSet
    | FrameAdded
    | GatePassed
    | FormChosen
    | StrengthWritten
)


class WriteQuestion(Command):
    """Word the problem as an open question, at most 200 characters (Jevnaker 2.3)."""

    name: Literal["question.write"] = "question.write"
    text: NeededLine


class JudgeQuestion(Command):
    """Say what becomes of a version of the question, and why; the one last used holds."""

    name: Literal["question.judge"] = "question.judge"
    question: Id
    verdict: QuestionVerdict
    why: Line = ""


class SetFrame(Command):
    """Say what is fixed, what is open and who decides; what is left out stays."""

    name: Literal["frame.set"] = "frame.set"
    fixed: tuple[NeededLine, ...] | None = None
    open: tuple[NeededLine, ...] | None = None
    who_decides: Line | None = None
    when_decided: Line | None = None
    budget: Line | None = None


class TakeIntoFrame(Command):
    """Let what somebody said must lie fast or be open stand in the frame, beside what is there."""

    name: Literal["frame.take_in"] = "frame.take_in"
    note: Id


class PassGate(Command):
    """Go on although a gate advises against it."""

    name: Literal["gate.pass"] = "gate.pass"
    gate: NeededLine
    reason: NeededLine


class NameNeedHolder(Command):
    """Say who has the need: the first on the map of those who can help (Jevnaker 2.3)."""

    name: Literal["need_holder.name"] = "need_holder.name"
    who: NeededLine
    category: ActorCategory


class RemoveNeedHolder(Command):
    """Take somebody who has the need off the map."""

    name: Literal["need_holder.remove"] = "need_holder.remove"
    actor: Id


class ChooseForm(Command):
    """Lead the case as co-creation, or as a hearing, a poll or a briefing (Jevnaker 3.1)."""

    name: Literal["form.choose"] = "form.choose"
    form: CaseForm


class WriteStrength(Command):
    """Keep the answer to what already works, and who is good at it (Gausdal)."""

    name: Literal["strength.write"] = "strength.write"
    text: Text


Commands = (
    WriteQuestion
    | JudgeQuestion
    | SetFrame
    | TakeIntoFrame
    | PassGate
    | NameNeedHolder
    | RemoveNeedHolder
    | ChooseForm
    | WriteStrength
)


def decide(case: Case, command: Commands, moment: Moment) -> Outcome:
    """What station 1 makes of a wish."""
    match command:
        case WriteQuestion(text=text):
            known = case.questions[-1].text if case.questions else ""
            return () if text == known else (QuestionWritten(text=text),)
        case JudgeQuestion():
            return _judged(case, command)
        case SetFrame():
            changes = command.model_dump(exclude={"name"}, exclude_none=True)
            frame = Frame(**(case.frame.model_dump() | changes))
            if max(len(frame.fixed), len(frame.open)) > LINES_IN_FRAME:
                return Refused("too_many_lines", {"most": LINES_IN_FRAME})
            return () if frame == case.frame else (FrameSet(**frame.model_dump()),)
        case TakeIntoFrame(note=note):
            return _taken_in(case, note)
        case PassGate(gate=gate, reason=reason):
            return (GatePassed(gate=gate, reason=reason, round=case.round),)
        case NameNeedHolder(who=who, category=category):
            holder = ActorNamed(actor=moment.command, name=who, category=category, role="has_need")
            return (holder,)
        case RemoveNeedHolder(actor=actor):
            known_holder = case.actors.get(actor)
            if known_holder is None or known_holder.role != "has_need":
                return Refused("no_actor")
            return (ActorRemoved(actor=actor),)
        case ChooseForm(form=form):
            return () if form == case.form else (FormChosen(form=form),)
        case WriteStrength(text=text):
            return () if text == case.strength else (StrengthWritten(text=text),)
        case _:
            assert_never(command)


def _taken_in(case: Case, id_: str) -> Outcome:
    note = case.notes.get(id_)
    if note is None or note.side is None or not note.lies_open:
        return Refused("no_note")
    line, there = as_line(note.text), case.frame.on(note.side)
    if line in there:
        return ()
    if len(there) >= LINES_IN_FRAME:
        return Refused("too_many_lines", {"most": LINES_IN_FRAME})
    return (FrameAdded(note=id_, side=note.side, text=line),)


def _judged(case: Case, command: JudgeQuestion) -> Outcome:
    known = next((q for q in case.questions if q.id == command.question), None)
    if known is None:
        return Refused("no_question")
    same = (known.verdict, known.why) == (command.verdict, command.why)
    # What is used already can be taken into use again, where another was used after it.
    if same and (command.verdict != "used" or known == case.asked):
        return ()
    return (QuestionJudged(**command.model_dump(exclude={"name"})),)


def evolve(case: Case, fact: Facts, record: Record) -> Case:
    """The case after something happened at station 1."""
    match fact:
        case QuestionWritten(text=text):
            question = Question(id=record.command, text=text, at=record.at)
            return case.model_copy(update={"questions": (*case.questions, question)})
        case QuestionJudged():
            judged = {"verdict": fact.verdict, "why": fact.why, "judged_at": record.at}
            questions = tuple(
                q.model_copy(update=judged) if q.id == fact.question else q for q in case.questions
            )
            return case.model_copy(update={"questions": questions})
        case FrameSet():
            frame = Frame(**fact.model_dump(exclude={"kind"}))
            return look_again(case.model_copy(update={"frame": frame}), record)
        case FrameAdded(text=text):
            # Erased words leave no empty line.
            added = case.frame.with_line(fact.side, text) if text else case.frame
            return look_again(case.model_copy(update={"frame": added}), record)
        case GatePassed(gate=gate, reason=reason):
            override = Override(gate=gate, reason=reason, at=record.at, round=fact.round)
            return case.model_copy(update={"overrides": (*case.overrides, override)})
        case FormChosen(form=form):
            return case.model_copy(update={"form": form})
        case StrengthWritten(text=text):
            return case.model_copy(update={"strength": text})
        case _:
            assert_never(fact)
