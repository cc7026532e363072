"""Every act of the desk is also a plain command, or only looks."""

import importlib
import pkgutil
from collections.abc import Iterator
from typing import get_args

import pytest

import screens.desk
from screens.cli.front import front_door
from screens.cli.telling import FOLLOW, NEXT, TELLS, VENUE
from screens.desk.acts import Act
from screens.plain.wishes import WALLS
from tests.house.house import ROOT
from workshop.commands import COMMANDS
from workshop.terms import Wall

ONLY_LOOKS = {
    "Help": "`do --list` and `--help` tell what can be done",
    "Method": "`paper methods` prints the same",
    "Find": "narrows a list on the screen",
    "LookAhead": "turns the desk's own pages; nothing moves in the hall",
    "NextField": "moves the cursor",
    "Recipe": "turns the desk's own pages",
    "Commands": "the palette; `do --list` is the same",
    "Back": "closes what lies on top",
    "Leave": "ends the desk; the hall is another program",
    "Look": "colours",
    "LastSlip": "takes a slip back into the line; `note.edit` mends it",
    "GoThere": "moves the desk's own view",
    "ToFound": "moves the cursor",
    "NextPart": "turns the desk's own pages",
    "EarlierPart": "turns the desk's own pages",
    "OpenSheet": "opens a sheet on the desk",
    "ShowGroup": "shows other figures of a closed question on the desk; the report has them all",
    "EarlierAnswers": "looks at the time before",
    "LaterAnswers": "looks at the time after",
    "EarlierScores": "looks at the time before",
    "LaterScores": "looks at the time after",
    "NextSuggestion": "looks at the next suggestion",
    "OrderNotes": "looks at the notes in another order",
    "NextAlike": "looks at the next suggestion",
    "LookInside": "opens a cluster on the desk",
    "MarkNote": "marks notes for the next key; a command names them",
    "Handlingsrom": "moves the cursor to the six questions",
    "OnePage": "turns the desk's own pages",
    **dict.fromkeys(
        ("CallLatecomers", "CallPrankster", "CutNet", "QuietHall", "AllWell"),
        "told to the simulated phones of a practice alone; no case has it",
    ),
    "Redo": "sends again what this desk remembers having sent; a command is typed again",
}
"""Acts that change nothing but what the desk itself shows, and why."""
WORDS = {
    **dict.fromkeys(("Paper", "StoreSlip"), ("note.write", "ballot.cast", "poll.answer")),
    "Hall": ("status",),
    "MoreTime": ("clock.extend",),
    "PauseClock": ("clock.pause", "clock.resume"),
    "ShowHall": ("station.go", "projector.show"),
    "Dark": ("projector.show",),
    "NextBlock": ("next", "vote.close", "poll.close"),
    "ShowCode": ("status",),
    "OpenProjector": ("projector",),
    "OpenPlain": ("plain",),
    "Undo": ("undo",),
    "History": ("history",),
    "TakeBack": ("undo",),
    "Welcome": ("venue", "notice.give"),
    "TakePack": ("pack.take",),
    "LendCodes": ("helper.let_in", "helper.call_back", "helper.take_back"),
    "PrintSheets": ("paper", "codes.draw"),
    "PrintRoundCards": ("report",),
    "PrintBrief": ("report",),
    "PrintPress": ("report",),
    "MakeReport": ("report",),
    "EraseWords": ("erase",),
    "PassGate": ("gate.pass",),
    "DescribeCase": ("case.describe",),
    "Language": ("venue",),
    "WallLanguage": ("venue",),
    "Edit": ("actor.change", "promise.change", "block.change", "question.judge", "fate.give"),
    "New": ("case.open", "actor.name", "promise.make", "block.plan", "cluster.make"),
    "Remove": ("actor.remove", "promise.remove", "block.remove", "entry.remove", "pledge.remove"),
    "Gather": ("gathering.plan", "gathering.change"),
    "NextGathering": ("gathering.plan",),
    "OpenGathering": ("gathering.open", "gathering.end"),
    **dict.fromkeys(("Later", "Earlier"), ("block.move",)),
    **dict.fromkeys(("Longer", "Shorter"), ("block.change",)),
    "CatchUp": ("run_sheet.shorten",),
    "ByWeights": ("run_sheet.weigh",),
    "RoomSeen": ("room.look",),
    **dict.fromkeys(("Programme", "Turned", "ShowStatement"), ("projector.show",)),
    **dict.fromkeys(
        ("ShowRoad", "ShowVoices", "ShowBecame", "ShowRoadmap", "ShowEffects"), ("projector.show",)
    ),
    "ReadStrategy": ("pack",),
    "Heads": ("heads.count",),
    "RaiseHands": ("hands.count",),
    "CountHeads": ("heads.count", "without.count"),
    "RaiseAnswerHands": ("answer_hands.count",),
    "CountAnswerHeads": ("heads.count", "without.count"),
    **dict.fromkeys(("AskAll", "AskSilently", "AskHeard"), ("poll.open",)),
    "CloseAsking": ("poll.close",),
    **dict.fromkeys(("AnswerTogether", "TakePrefill"), ("checklist.agree",)),
    "TakeAnswers": ("handlingsrom.answer",),
    "CountHands": ("testers.count",),
    "MakeSketch": ("sketch.make", "sketch.change"),
    "PlanTest": ("test.plan", "test.change"),
    "SendOut": ("test.start",),
    "HearTester": ("tester.note",),
    "RecordTest": ("test.record",),
    "Learn": ("learning.write",),
    "Judge": ("round.judge",),
    "GoOn": ("round.decide",),
    "Adjust": ("adjustment.make",),
    "BackToNeed": ("round.back", "round.decide"),
    "LayAway": ("sketch.decide", "round.decide"),
    "Weigh": ("round.weigh",),
    "PlanRound": ("round.plan",),
    "WriteQuestion": ("question.write",),
    "Frame": ("frame.set",),
    **dict.fromkeys(("Yes", "No", "Unknown"), ("handlingsrom.answer",)),
    "Clarify": ("clarification.note",),
    "StillHolds": ("handlingsrom.confirm",),
    "Seal": ("assumption.seal", "assumption.open"),
    "NameHolder": ("need_holder.name",),
    "Strength": ("strength.write",),
    "ChooseForm": ("form.choose",),
    **dict.fromkeys(
        ("ShowNote", "HideNote", "ParkNote", "SetAside"), ("note.moderate", "cluster.moderate")
    ),
    "MutePhone": ("phone.mute",),
    "LetAllThrough": ("wall.let",),
    "Invited": ("invitation.plan",),
    "Replied": ("invitation.reply",),
    "CountIn": ("actor.present",),
    **dict.fromkeys(("AskFrame", "AskHall", "Offer"), ("block.start",)),
    "TickEntry": ("entry.tick",),
    "CheckRoom": ("check",),
    "Mend": ("check", "venue"),
    "LookAgain": ("check",),
    "NotNeeded": ("venue",),
    "Privacy": ("notice.give",),
    "TakeSuggestion": ("note.cluster", "cluster.make"),
    **dict.fromkeys(("RefuseSuggestion", "KeepApart"), ("suggestion.refuse",)),
    **dict.fromkeys(("PutInCluster", "PutInMarked", "TakeOut"), ("note.cluster",)),
    "Merge": ("note.merge", "cluster.merge"),
    "MergeAlike": ("note.merge",),
    "SplitNote": ("note.split", "cluster.split"),
    "Rename": ("cluster.rename",),
    "State": ("statement.write",),
    "SortNeed": ("need.sort",),
    "OpenVote": ("vote.open",),
    "Pledging": ("pledge.make",),
    "Deciding": ("decision.make",),
    "Judging": ("solution.judge",),
    "Using": ("use.record",),
    "Benefiting": ("benefit.expect", "benefit.measure"),
    "Following": ("follow_up.set",),
    "Kept": ("pledge.keep",),
    **dict.fromkeys(("SetScore", "Agree", "NoteIt"), ("fundamentals.agree",)),
    "Drives": ("actor.change",),
    "TakeUp": ("actor.name",),
    **dict.fromkeys(("Practise", "Rehearse"), ("demo",)),
    "OpenCase": ("follow",),
    "MendNote": ("note.edit",),
    "NoteInsight": ("insight.note",),
    "MarkNeed": ("need.mark",),
    "TieIdea": ("idea.tie",),
    "PlaceIdea": ("idea.place",),
    "DescribeIdea": ("idea.describe",),
    "ReturnSolutions": ("solutions.return",),
    "Invite": ("invitation.write",),
    "AnswerDate": ("answer_date.set",),
    "WhyAsked": ("why_asked.say",),
    "Keep": ("promise.keep",),
}
"""What does the same as an act: commands of the hall, words of `do`, or commands of the program."""
OWN_WORDS = {*TELLS, NEXT, FOLLOW, VENUE}


def acts(kind: type[Act] = Act) -> Iterator[type[Act]]:
    """Every act of the desk."""
    for act in kind.__subclasses__():
        if act.__module__.startswith("screens."):
            yield act
        yield from acts(act)


@pytest.fixture(scope="module")
def names() -> set[str]:
    """The acts by the names of their classes, once every module of the desk is read."""
    for module in pkgutil.walk_packages(screens.desk.__path__, "screens.desk."):
        importlib.import_module(module.name)
    return {act.__name__ for act in acts()}


def test_every_act_is_a_plain_command_or_only_looks(names: set[str]) -> None:
    """A new act at the desk has its words here, or the reason why it needs none."""
    assert names - WORDS.keys() - ONLY_LOOKS.keys() == set()
    assert (WORDS.keys() | ONLY_LOOKS.keys()) - names == set()
    assert WORDS.keys() & ONLY_LOOKS.keys() == set()


def test_every_word_is_one_that_can_be_typed() -> None:
    """The hall's commands, what `do` tells by itself, and the program's own commands."""
    known = {*COMMANDS, *OWN_WORDS, *front_door.list_commands(front_door.make_context("", []))}
    assert {word for words in WORDS.values() for word in words} - known == set()


def test_every_picture_of_the_wall_can_be_shown_from_the_plain_page() -> None:
    """All but the dark wall, which has a button, and a result, which comes when a vote closes."""
    assert {*WALLS, "blank", "results"} == set(get_args(Wall))


def test_the_commands_are_those_that_the_desk_sends() -> None:
    """No act is told to be a command that the desk never sends."""
    desk = "".join(p.read_text("utf-8") for p in (ROOT / "screens" / "desk").rglob("*.py"))
    named = {word for words in WORDS.values() for word in words if word in COMMANDS}
    assert {word for word in named if f'"{word}"' not in desk} == set()
