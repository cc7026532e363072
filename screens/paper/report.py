"""The report as text: everything said and decided, in an order that people can read."""

from collections.abc import Callable, Iterator, Mapping

from screens.paper import (
    arena_part,
    beside_part,
    brief_part,
    drawn,
    end_part,
    ground_part,
    people_part,
    press_part,
    round_card,
    round_part,
    said_part,
    scored_part,
    start_part,
    took_part,
    voted_part,
)
from screens.paper.data import as_json
from screens.paper.markdown import plain
from screens.words import Words
from workshop.case import Case
from workshop.practice import is_made_up

Part = Callable[[Case, Words], Iterator[str]]
PARTS: tuple[Part, ...] = (
    start_part.whose,
    start_part.about,
    ground_part.question,
    ground_part.room,
    scored_part.fundamentals,
    people_part.helpers,
    people_part.invited,
    people_part.promises,
    arena_part.gatherings,
    people_part.voices,
    took_part.came_in,
    people_part.suggested,
    people_part.offered,
    said_part.needs,
    voted_part.votes,
    said_part.ideas,
    scored_part.polls,
    scored_part.reviews,
    drawn.road,
    round_card.cards,
    round_card.figures,
    end_part.beliefs,
    end_part.changed,
    round_part.fates,
    end_part.pledges,
    end_part.decisions,
    end_part.newness,
    end_part.programme,
    end_part.benefits,
    beside_part.placed,
    beside_part.funds,
    beside_part.brave,
    beside_part.sources,
    beside_part.thanks,
    said_part.kept_back,
)
"""In the order of the evening; each gives its paragraphs, or none."""
ROUND_CARDS: tuple[Part, ...] = (start_part.whose, round_card.cards, round_card.figures)
"""The cards of the rounds alone: what a small team takes with it (method 1.8)."""


BRIEF: tuple[Part, ...] = (
    start_part.whose,
    *(brief_part.heading, brief_part.question, brief_part.done, brief_part.found),
    *(brief_part.room, brief_part.advice, brief_part.roles),
)
"""The brief for those who decide, on one page (method 1.6)."""
PRESS: tuple[Part, ...] = (press_part.press,)
"""A text for the local paper."""
EFFECTS: tuple[Part, ...] = (start_part.whose, beside_part.effects)
"""What was hoped for beside what was measured (Lier: effects that can be seen)."""
PARTICIPATION: tuple[Part, ...] = (start_part.whose, took_part.took_part)
"""Who took part, without any group of a few (Lunner)."""
HELP_LIST: tuple[Part, ...] = (start_part.whose, beside_part.help_list)
"""What help is wanted with, for a support team (Jevnaker)."""
EXTRACTS: Mapping[str, tuple[Part, ...]] = {
    "round_cards": ROUND_CARDS,
    "brief": BRIEF,
    "press": PRESS,
    "effects": EFFECTS,
    "participation": PARTICIPATION,
    "help_list": HELP_LIST,
}
"""What can be written alone, by the name of its page."""


def title_of_report(case: Case, say: Words) -> str:
    """What the case is called, or that it was erased."""
    title = say("report.erased_case") if case.erased else case.title
    return say("report.practice", title=title) if is_made_up(case.id) else title


def as_markdown(
    case: Case,
    say: Words,
    parts: tuple[Part, ...] = PARTS,
    draw: Callable[[drawn.Drawn], str] = str,
) -> str:
    """The whole report, or these parts of it; what people wrote stands there literally.

    ``draw`` says what stands for a picture; left out, it is drawn with letters.
    """
    title = f"# {plain(title_of_report(case, say))}"
    told = (text for part in parts for text in part(case, say))
    paragraphs = [title, *(draw(t) if isinstance(t, drawn.Drawn) else t for t in told)]
    return "\n\n".join(paragraphs) + "\n"


__all__ = ["BRIEF", "EXTRACTS", "ROUND_CARDS", "as_json", "as_markdown", "title_of_report"]
