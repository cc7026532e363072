"""The acts that are the same on every screen: the key map of the desk."""

from screens.desk.acts import Act, ActType


class Help(Act):
    """Show the keys of this place and of all places."""

    key, twins = "f1", ("question_mark",)


class Method(Act):
    """Show what the method asks here: what to do, what to say, what goes wrong."""

    key = "w"


class Paper(Act):
    """Key in a slip or a ballot."""

    key, twins = "f2", ("ctrl+l",)


class Hall(Act):
    """Look at the hall: clock, joining, counts, wall."""

    key, twins = "f3", ("ctrl+s",)


class Find(Act):
    """Show only what holds some letters in the list one is in; Esc shows all again."""

    key, hinted = "slash", False


class MoreTime(Act):
    """Two more minutes on the block that runs."""

    key, twins = "f4", ("ctrl+t",)


class PauseClock(Act):
    """Stop the clock, or let it go on."""

    # Its own key, so that nobody stops the clock when two more minutes were meant.
    key = "ctrl+k"


class ShowHall(Act):
    """Show in the hall what the desk has on screen."""

    key, twins = "f5", ("ctrl+g",)


class LookAhead(Act):
    """Look at the wall's pictures on this screen alone, before anything is shown."""

    key = "z"


class NextField(Act):
    """Go to the next field or list; Tab does the same."""

    key = "f6"


class Recipe(Act):
    """Go to the recipe's stations; then a digit, a letter or the arrows."""

    key, twins = "f7", ("ctrl+o",)


class Dark(Act):
    """Make the big screen dark; again brings the picture back."""

    key, twins = "f8", ("ctrl+y",)


class NextBlock(Act):
    """Go on to the next block of the run sheet, or close what is open."""

    key, twins = "f9", ("ctrl+n",)


class Commands(Act):
    """Find any act by its name."""

    key, in_palette = "ctrl+p", False


class ShowCode(Act):
    """Show the code that phones scan, on this screen."""

    key = "ctrl+e"


class OpenProjector(Act):
    """Open the big screen: the page in the browser, or a terminal window."""

    key = "ctrl+f"


class OpenPlain(Act):
    """Open the plain page, for who cannot see this screen."""


class Undo(Act):
    """Withdraw the last thing that the desk did."""

    key = "u"


class Redo(Act):
    """Do again what was undone."""

    key, hinted = "ctrl+r", False


class History(Act):
    """See all that the desk has done; there any of it can be undone, or done again."""


class Back(Act):
    """Close what is open on top, or go back."""

    key, in_palette = "escape", False


class Leave(Act):
    """Leave the desk."""

    key = "ctrl+q"


class Welcome(Act):
    """Ask the questions of the first time again."""


class TakePack(Act):
    """Let another municipality's strategy give the case its words."""


class ReadStrategy(Act):
    """Read what the strategy of the case says."""


class LendCodes(Act):
    """Give a helper a code to key in paper with, or take it back."""


class PrintSheets(Act):
    """Lay poster, cards, slips, ballots and the rest ready for the printer."""


class PrintRoundCards(Act):
    """Print the cards of the rounds."""


class PrintBrief(Act):
    """Print one page for those who decide."""


class PrintPress(Act):
    """Write a text for the local paper, with figures and nobody's own words."""


class MakeReport(Act):
    """Write the report of the case, and open it."""


class EraseWords(Act):
    """Erase a note, what a person's code finds, or the case; for good, and in the copies."""


class PassGate(Act):
    """Say why one goes on although something is lacking."""


class DescribeCase(Act):
    """Change what the case is called, its size and who decides."""


class Look(Act):
    """Change to the next look: dark, light, high contrast, without colour."""


class ShowRoad(Act):
    """Show the rounds on the big screen: what each weighed, and how it ended."""


class ShowVoices(Act):
    """Show on the big screen which groups took part, evening by evening."""


class ShowBecame(Act):
    """Show on the big screen what became of what people said."""


class ShowRoadmap(Act):
    """Show on the big screen what comes in every case, quarter by quarter."""


class ShowEffects(Act):
    """Show on the big screen what was hoped for, beside what was measured."""


class Language(Act):
    """Let the desk speak another language."""


class WallLanguage(Act):
    """Let the big screen speak another language than the desk."""


class CallLatecomers(Act):
    """Let five more people come into the practice hall."""


class CallPrankster(Act):
    """Let somebody fool about with their phone in the practice hall."""


class CutNet(Act):
    """Let the net of the practice hall go for a while."""


class QuietHall(Act):
    """Let nobody in the practice hall say anything."""


class AllWell(Act):
    """Bring the net, the voices and the peace of the practice hall back."""


PRACTICE: tuple[ActType, ...] = (CallLatecomers, CallPrankster, CutNet, QuietHall, AllWell)
"""What only a hall of simulated phones can do; it is offered nowhere else."""

EVERYWHERE: tuple[ActType, ...] = (
    Help,
    Method,
    Paper,
    Hall,
    Find,
    MoreTime,
    PauseClock,
    ShowHall,
    LookAhead,
    NextField,
    Recipe,
    Dark,
    NextBlock,
    Commands,
    ShowCode,
    OpenProjector,
    OpenPlain,
    Undo,
    Redo,
    History,
    Back,
    Leave,
    PassGate,
    DescribeCase,
    TakePack,
    ReadStrategy,
    LendCodes,
    PrintSheets,
    PrintRoundCards,
    PrintBrief,
    PrintPress,
    MakeReport,
    EraseWords,
    Welcome,
    Look,
    Language,
    WallLanguage,
    ShowRoad,
    ShowVoices,
    ShowBecame,
    ShowRoadmap,
    ShowEffects,
    *PRACTICE,
)
"""In the order in which the help lists them."""
