"""The acts of station 1, which its own page and the page of a small team have in common."""

from screens.desk.acts import Act


class WriteQuestion(Act):
    """Word the question anew; the earlier wording is kept."""

    key = "m"


class Frame(Act):
    """Say what is fixed, what is open, and who decides."""

    key = "l"


class Yes(Act):
    """Answer yes."""

    key, face = "j", "j/n/v"


class No(Act):
    """Answer no."""

    key, hinted = "n", False


class Unknown(Act):
    """Answer that we do not know yet."""

    key, hinted = "v", False


class Clarify(Act):
    """Note who finds out, and by when."""

    key = "c"


class StillHolds(Act):
    """Say that the handlingsrom was looked at again and is as it was."""

    key = "t"


class Seal(Act):
    """Put away what we believe we know, until station 6."""

    key = "a"


class NameHolder(Act):
    """Say who has the need."""

    key = "b"


class Strength(Act):
    """Write what already works, and who is good at it."""

    key = "k"


class AskFrame(Act):
    """Let the hall say what must lie fast and what must be open."""

    key = "f"


class ChooseForm(Act):
    """Lead it as a hearing, a poll or a briefing instead."""

    key = "o"


AND_MORE = (Seal, NameHolder, Frame, Strength, StillHolds, Clarify, AskFrame, ChooseForm)
"""What one can do beside wording the question and answering."""
FRAMING = (WriteQuestion, Yes, No, Unknown, *AND_MORE)
"""Everything that one can do at station 1, wherever it is done."""
