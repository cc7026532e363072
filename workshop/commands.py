"""Every command, by the name that surfaces and `medspill do` call it."""

from types import ModuleType
from typing import Final, get_args

from workshop import (
    actors,
    arena,
    assumptions,
    ballots,
    clarifying,
    closing,
    clusters,
    ending,
    entries,
    forgetting,
    fundamentals,
    funds,
    helping,
    inbox,
    inviting,
    joining,
    learning,
    marks,
    moderating,
    motivation,
    notes,
    opening,
    parking,
    placing,
    pledges,
    polls,
    problem,
    programmes,
    raised,
    raised_answers,
    refusing,
    reviews,
    sketching,
    sources,
    stage,
    taking_back,
    testers,
    testing,
    turning,
    undo,
    vote_codes,
)
from workshop.basics import Command, Moment, Outcome, Refused
from workshop.case import Case
from workshop.kinds import Kinds

AnyCommand = (
    opening.Commands
    | problem.Commands
    | clarifying.Commands
    | assumptions.Commands
    | actors.Commands
    | inviting.Commands
    | motivation.Commands
    | arena.Commands
    | stage.Commands
    | notes.Commands
    | taking_back.Commands
    | moderating.Commands
    | clusters.Commands
    | joining.Commands
    | refusing.Commands
    | marks.Commands
    | ballots.Commands
    | raised.Commands
    | vote_codes.Commands
    | helping.Commands
    | inbox.Commands
    | polls.Commands
    | raised_answers.Commands
    | fundamentals.Commands
    | reviews.Commands
    | sketching.Commands
    | testing.Commands
    | testers.Commands
    | learning.Commands
    | turning.Commands
    | parking.Commands
    | closing.Commands
    | pledges.Commands
    | programmes.Commands
    | ending.Commands
    | entries.Commands
    | placing.Commands
    | funds.Commands
    | sources.Commands
    | forgetting.Commands
    | undo.Commands
)

_PARTS: Final = (
    opening,
    problem,
    clarifying,
    assumptions,
    actors,
    inviting,
    motivation,
    arena,
    stage,
    notes,
    taking_back,
    moderating,
    clusters,
    joining,
    refusing,
    marks,
    ballots,
    raised,
    vote_codes,
    helping,
    inbox,
    polls,
    raised_answers,
    fundamentals,
    reviews,
    sketching,
    testing,
    testers,
    learning,
    turning,
    parking,
    closing,
    pledges,
    programmes,
    ending,
    entries,
    placing,
    funds,
    sources,
    forgetting,
    undo,
)
_HOME: Final[dict[type[Command], ModuleType]] = {
    command: part for part in _PARTS for command in get_args(part.Commands) or (part.Commands,)
}

COMMANDS: Final[dict[str, type[Command]]] = {cls.model_fields["name"].default: cls for cls in _HOME}
PARSE: Final[Kinds[AnyCommand]] = Kinds("name", COMMANDS, AnyCommand)


def decide(case: Case | None, command: AnyCommand, moment: Moment) -> Outcome:
    """What a wish becomes: facts, none where nothing would change, or a refusal."""
    if moment.sender == "phone" and not command.from_phones:
        return Refused("only_desk")
    if moment.sender == "helper":
        return _helped(case, command, moment)
    if case is None:
        return (
            opening.begin(command, moment)
            if isinstance(command, opening.OpenCase)
            else Refused("no_case")
        )
    outcome: Outcome = _HOME[type(command)].decide(case, command, moment)
    return outcome


def _helped(case: Case | None, command: AnyCommand, moment: Moment) -> Outcome:
    """What becomes of a paper that somebody keys in under a helper's code."""
    if case is None or not isinstance(
        command, notes.WriteNote | ballots.CastBallot | polls.AnswerPoll
    ):
        return Refused("only_desk")
    refused = helping.not_yours(case, command, moment.helper)
    return refused or _HOME[type(command)].decide(case, command, moment)
