"""Before any hall has answered: what is missing, and what to do about it."""

from screens.projector.rows import EMPTY, Rows, stacked
from screens.projector.space import Space


def draw(file: str, space: Space) -> Rows:
    """The words in the middle of an otherwise empty wall."""
    say = space.say
    heading = space.text(say("projector.waiting_heading"), "strong", most=space.rows // 2)
    rows = stacked(
        [
            heading,
            space.plain(say("projector.waiting_what")),
            space.plain(say("projector.waiting_file", file=file), "muted"),
        ]
    )
    return [*[EMPTY] * max(0, (space.rows - len(rows)) // 3), *rows]
