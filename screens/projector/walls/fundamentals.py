"""The five fundamentals: five scores, their product, and what a zero means; never a mean."""

from typing import Final

from screens.projector.rows import EMPTY, Row, Rows, beside, padded, stacked
from screens.projector.seen import Seen
from screens.projector.space import Drawn, Space
from screens.projector.walls.clock import clock
from screens.scales import Scales
from workshop.scored import Item
from workshop.views import ProjectorView, WallScores

ON: Final = "━━"
OFF: Final = "──"
NAME: Final = 0.45


def draw(view: ProjectorView, seen: Seen, space: Space, scales: Scales) -> Drawn:
    """While silent scores are given only the questions; afterwards what was agreed on."""
    scores = view.scores
    if scores is None:
        return Drawn([[]])
    say = space.say
    heading = space.heading(say("projector.fundamentals_heading"))
    if scores.scoring:
        left = [
            *heading,
            ((say("projector.poll_answered", n=scores.answered), "strong"),),
            ((say("projector.fundamentals_hidden"), "muted"),),
        ]
        above = beside(left, clock(seen, space), space.cells)
        asked = [_question(item, space, scales) for item in scores.form.items]
        return Drawn([stacked([above, stacked(asked, air=0)])])
    rows = [_row(item, scores, space, scales) for item in scores.form.items]
    return Drawn([stacked([heading, rows, _product(scores, space), _below(scores, space, scales)])])


def _question(item: Item, space: Space, scales: Scales) -> Rows:
    return [*space.plain(scales.item(item), "strong"), *space.plain(scales.help(item), "muted")]


def _row(item: Item, scores: WallScores, space: Space, scales: Scales) -> Row:
    score = next((n for key, n in scores.scores.items() if key == item.key), None)
    lead = int(space.cells * NAME)
    tone = "err strong" if score == 0 else "strong"
    name: Row = ((scales.item(item), tone if score == 0 else ""),)
    if score is None:
        return (*padded(name, lead), (space.say("projector.not_scored"), "muted"))
    on = " ".join([ON] * score)
    off = " ".join([OFF] * (scores.most - score))
    bar: Row = ((on, "bar"), (" " if on and off else "", ""), (off, "muted"))
    return (*padded(name, lead), *bar, (f"  {score}", tone))


def _product(scores: WallScores, space: Space) -> Rows:
    say = space.say
    if not scores.scores:
        return space.plain(say("projector.fundamentals_none"), "muted", space.cells)
    if scores.product is None:
        return space.plain(say("projector.fundamentals_provisional"), "muted", space.cells)
    whole = " × ".join(str(scores.scores[key]) for key in scores.scores)
    tone = "err strong" if scores.product == 0 else "strong"
    rows: Rows = [((f"{whole} = ", "muted"), (str(scores.product), tone))]
    if len(scores.history) > 1:
        series = " → ".join(str(n) for n in scores.history)
        rows.append(((say("projector.fundamentals_history", series=series), "muted"),))
    return rows


def _below(scores: WallScores, space: Space, scales: Scales) -> Rows:
    say = space.say
    if scores.zeros:
        names = say.listed(scales.fundamental(key, scores.form) for key in scores.zeros)
        said = space.plain(say("projector.fundamentals_zero", name=names), "err strong")
        rows = [*said, *space.plain(say("projector.fundamentals_fails"))]
    elif scores.weakest:
        names = say.listed(scales.fundamental(key, scores.form) for key in scores.weakest)
        rows = space.plain(say("projector.fundamentals_weakest", name=names), "strong")
    else:
        return [EMPTY]
    if scores.next:
        asked = say("projector.fundamentals_what")
        rows += space.plain(f"{asked} {scores.next}")
    return rows
