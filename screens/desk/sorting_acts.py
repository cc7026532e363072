"""What can be done with notes and clusters while one sorts."""

from screens.desk.acts import Act


class PutInCluster(Act):
    """Put the notes in a cluster by its number."""

    # No key of Textual's: the place itself hears which digit it was.
    key, face, in_palette = "digits", "1-9", False


class PutInMarked(Act):
    """Put the notes in the cluster that is chosen in the list."""

    key = "enter"


class LookInside(Act):
    """See the notes of the cluster at the cursor."""

    key = "enter"


class MarkNote(Act):
    """Mark the note, so that several are moved, merged or taken out at once."""

    key = "m"


class Merge(Act):
    """Lay notes that say the same under one another, or one cluster into another."""

    key = "plus"


class SplitNote(Act):
    """Split a note that says several things."""

    key = "d"


class TakeOut(Act):
    """Take the notes out of the cluster again."""

    key = "x"


class Rename(Act):
    """Give the cluster another title."""

    key = "t"


class SortNeed(Act):
    """Say which kind of need it is, by the strategy pack; again for the next kind."""

    key = "k"


class ShowStatement(Act):
    """Show on the projector who needs what, and why."""

    key = "y"
