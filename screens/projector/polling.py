"""What stands on the page's walls of polls and fundamentals."""

from typing import Any, Final

from screens.projector import fitting
from screens.projector.own_polls import OWN_PAGES, OwnPolls
from screens.scales import Scales
from screens.telling import Telling
from workshop.findings import things
from workshop.scored import Item
from workshop.views import ProjectorView, WallPoll, WallScores

ITEMS: Final = 5
"""Items of a poll on one page."""
LETTERS: Final = 34
ROOM: Final = 8
WHOLE: Final = 1000


def poll(view: ProjectorView, scales: Scales, telling: Telling) -> dict[str, Any]:
    """What is asked while it is open; how the answers lie afterwards."""
    poll = view.poll
    if poll is None:
        return {"poll": None, "own": ""}
    title = scales.title(poll.what, poll.form)
    if poll.answers is not None and poll.form.kind in OWN_PAGES:
        made = OwnPolls(scales, telling).result(poll, view.page)
        is_agreement = poll.form.kind == "agreement"
        how = f"{telling.bars()} {telling.how(poll.form)}" if is_agreement else ""
        return {"poll": poll, "title": title, "own": poll.form.kind, "how": how, **made}
    texts = [(item, scales.item(item)) for item in things(poll.form)]
    pages = fitting.paged(
        fitting.singly(texts), lambda pair: pair[1], most=ITEMS, letters=LETTERS, room=ROOM
    )
    shown, page = fitting.chosen(pages, view.page)
    single = len(texts) == 1
    return {
        "page": page,
        "pages": len(pages),
        "poll": poll,
        "title": title,
        "own": "",
        "single": single,
        "items": [
            {
                "text": "" if single and text == title else text,
                "steps": _steps(poll, item, scales),
                "told": telling.of_item(poll.form, item, poll.counts),
            }
            for item, text in shown
        ],
        "legend": "" if single else scales.legend(poll.what, poll.form),
        "size": fitting.size_of((text for _, text in shown), LETTERS),
    }


def _steps(poll: WallPoll, item: Item, scales: Scales) -> list[dict[str, Any]]:
    counts = poll.counts.get(item.key, {})
    most = max(counts.values(), default=0) or 1
    return [
        {
            "label": scales.ended(poll.what, poll.form, step),
            "short": scales.short(poll.what, step),
            "n": counts.get(step.key, 0),
            "length": round(WHOLE * counts.get(step.key, 0) / most),
        }
        for step in poll.form.steps
    ]


def fundamentals(view: ProjectorView, scales: Scales) -> dict[str, Any]:
    """The five with their scores, the product, and what a zero means."""
    scores = view.scores
    if scores is None:
        return {"scores": None}
    return {
        "scores": scores,
        "rows": [_row(item, scores, scales) for item in scores.form.items],
        "sum": " × ".join(str(n) for n in scores.scores.values()),
        "series": " → ".join(str(n) for n in scores.history) if len(scores.history) > 1 else "",
        "zeros": [scales.fundamental(key, scores.form) for key in scores.zeros],
        "weakest": [scales.fundamental(key, scores.form) for key in scores.weakest],
    }


def _row(item: Item, scores: WallScores, scales: Scales) -> dict[str, Any]:
    score = next((n for key, n in scores.scores.items() if key == item.key), None)
    return {
        "name": scales.item(item),
        "question": scales.help(item),
        "score": score,
        "on": range(score or 0),
        "off": range(scores.most - (score or 0)),
    }
