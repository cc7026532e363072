"""What one can do with a gathering and its run sheet."""

from screens.desk.acts import Act


class Gather(Act):
    """Plan the gathering: what, where and when."""

    key = "g"


class NextGathering(Act):
    """Plan one more gathering of the same case."""

    key, hinted = "G", False


class OpenGathering(Act):
    """Open the gathering, so that phones can join; or end it."""

    key = "o"


class Later(Act):
    """Move the block one place down."""

    key, face = "J", "J/K"


class Earlier(Act):
    """Move the block one place up."""

    key, hinted = "K", False


class Longer(Act):
    """One minute more for the block."""

    key, face = "plus", "+/-"


class Shorter(Act):
    """One minute less for the block."""

    key, hinted = "minus", False


class CatchUp(Act):
    """Propose how the rest of the evening ends in time."""

    key = "t"


class ByWeights(Act):
    """Share the minutes of need, solution and test by the weights of the round."""

    key, hinted = "v", False


class RoomSeen(Act):
    """Say that the room has been looked at, and what is lacking."""

    key = "s"


class Programme(Act):
    """Show the programme on the big screen."""

    key = "p"


class Turned(Act):
    """Show on the big screen that everybody starts at once here, and how it usually goes."""


class Heads(Act):
    """Say how many there are in the hall."""

    key = "h"
