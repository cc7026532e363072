"""The five fundamentals: five scores, their product, and what a zero means; never a mean."""

from typing import Final

from screens.projector.rows import EMPTY, Row, Rows, beside, padded, sides, stacked
from screens.projector.seen import Seen
from screens.projector.space import Drawn, Space
from screens.projector.walls.clock import clock
from screens.scales import Scales
from workshop.scored import Item
from workshop.views import ProjectorView, WallScores

ON: Final = "━━"
OFF: Final = "──"
NAME: Final = 0.45
FIGURE: Final = 6
"""Cells that a score in block type takes, with air."""


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
    told = [_product(scores, space), _below(scores, space, scales)]
    if space.far and (large := _large(scores, space, scales)):
        title = space.plain(say("projector.fundamentals_heading"), "strong")
        first = stacked([title, large, *told])
        said = _said(scores, space, scales)
        if len(first) <= space.rows:
            return Drawn([first, *([said] if said and len(said) <= space.rows else [])])
    rows = [_row(item, scores, space, scales) for item in scores.form.items]
    return Drawn([stacked([heading, rows, *told])])


def _large(scores: WallScores, space: Space, scales: Scales) -> Rows:
    """Names and figures in block type with a bar under each; nothing where one has no room."""
    rows: Rows = []
    for item in scores.form.items:
        name = scales.item(item)
        score = next((n for key, n in scores.scores.items() if key == item.key), None)
        if score is None or not space.fits_block(name, space.cells - FIGURE):
            return []
        tone = "err strong" if score == 0 else "strong"
        figure = space.line(str(score), tone)
        lines = space.line(name, tone if score == 0 else "")
        rows += [sides(a, b, space.cells) for a, b in zip(lines, figure, strict=True)]
        rows.append((("▀" * round(space.cells * score / scores.most), "bar"),))
    return rows


def _said(scores: WallScores, space: Space, scales: Scales) -> Rows:
    """What the figures say, on a page of its own in letters that the hall can read."""
    say = space.say
    keys, key = (scores.zeros, "zero") if scores.zeros else (scores.weakest, "weakest")
    if not keys:
        return []
    names = say.listed(scales.fundamental(k, scores.form) for k in keys)
    tone = "err strong" if scores.zeros else "strong"
    parts = [space.text(say(f"projector.fundamentals_{key}", name=names), tone, most=space.rows)]
    if scores.zeros:
        parts.append(space.text(say("projector.fundamentals_fails"), most=space.rows))
    if scores.next:
        asked = f"{say('projector.fundamentals_what')} {scores.next}"
        parts.append(space.text(asked, most=space.rows))
    return stacked(parts)


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
