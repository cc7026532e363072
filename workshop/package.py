"""A case as others may have it: what was asked, found, tried and learnt, and nobody's name.

It is made where the words are (see `screens/paper/sharing.py`), and comes back as a source.
"""

from typing import Annotated, Final, Literal

from pydantic import ConfigDict, Field

from workshop.basics import Line, NeededLine, Text, Value

SCHEMA: Final = "medspill-package/1"
Texts = Annotated[tuple[Text, ...], Field(max_length=300)]


class Package(Value):
    """What one municipality lets others have of a case, in lines that a person can read."""

    # A package from a later version may tell more; what is not known here is left.
    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    package: Literal["medspill-package/1"] = SCHEMA
    title: NeededLine
    copied_from: Line = ""
    """The municipality that it comes from."""
    question: Text = ""
    needs: Texts = ()
    """Who needs what and why, as they were put in words."""
    ideas: Texts = ()
    tried: Texts = ()
    """Each sketch, what became of it and what it taught."""
    learnt: Texts = ()
    effects: Texts = ()
    needed: Text = ""
    adapt: Text = ""

    def lines(self) -> tuple[str, ...]:
        """Everything in it that can be looked for."""
        every = (self.title, self.question, *self.needs, *self.ideas, *self.tried, *self.learnt)
        return tuple(line for line in every if line)
