"""The programme of the evening: what is to come, with what goes on now first."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from screens.projector import fitting
from screens.projector.wording import Wording
from workshop.views import ProjectorView, WallItem

ITEMS: Final = 6
LETTERS: Final = 34
ROOM: Final = 8


def items(view: ProjectorView) -> Sequence[WallItem]:
    """The whole evening where it is short; else what has been gives way to what comes."""
    if len(view.programme) <= ITEMS:
        return view.programme
    return [item for item in view.programme if item.stands != "been"] or view.programme[-1:]


def programme(view: ProjectorView, wording: Wording) -> Mapping[str, Any]:
    """Six blocks a page, each with when it begins."""
    named = [(item, fitting.shortened(wording.block(item), 2 * LETTERS)) for item in items(view)]
    pages = fitting.paged(
        fitting.singly(named), lambda row: row[1], most=ITEMS, letters=LETTERS, room=ROOM
    )
    shown, page = fitting.chosen(pages, view.page)
    return {
        "page": page,
        "pages": len(pages),
        "items": shown,
        "size": fitting.size_of((title for _, title in shown), LETTERS),
    }
