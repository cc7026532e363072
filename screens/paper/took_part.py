"""Who took part, and how what they said and voted came in (Lunner: the result is democratic).

A figure of a few people could tell who they are, so groups under five are told together.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from screens.paper.drawn import drawing
from screens.paper.markdown import plain, table
from screens.words import Words
from workshop import presence
from workshop.case import Case
from workshop.pictures import REST, together, voices


def took_part(case: Case, say: Words) -> Iterator[str]:
    """The share of each kind of people, evening by evening, and then of each way in."""
    held = [heard for heard in presence.voices(case) if heard.known]
    if held:
        yield f"## {say('plans.took_part')}"
        told = [together(Counter[str](heard.by_role)) for heard in held]
        kinds = [key for key in presence.roles_heard(tuple(held)) if any(key in t for t in told)]
        rows = [[say(f"people.role_{k}"), *(_share(t, k, say) for t in told)] for k in kinds]
        if any(REST in t for t in told):
            rows.append([say("plans.few_roles"), *(_share(t, REST, say) for t in told)])
        yield drawing(voices(case), say)
        yield table([say("report.role"), *(plain(heard.title) for heard in held)], rows)
    yield from came_in(case, say)


def came_in(case: Case, say: Words) -> Iterator[str]:
    """How notes and ballots came in: by phone, paper, voice."""
    notes = Counter[str](n.origin for n in case.notes.values() if n.counts and n.part_of is None)
    ballots = Counter[str]()
    for vote in case.votes.values():
        if vote.closed_at:
            ballots.update(vote.turnout)
    for key, counts in (("notes_by", notes), ("ballots_by", ballots)):
        if counts:
            yield f"**{say(f'plans.{key}')}** {_ways(together(counts), say)}"


def _share(counts: Mapping[str, int], key: str, say: Words) -> str:
    n, of = counts.get(key, 0), sum(counts.values())
    return say("plans.share_of", n=n, percent=round(100 * n / of)) if n else "–"


def _ways(counts: Mapping[str, int], say: Words) -> str:
    order = sorted(counts, key=lambda key: (key == REST, -counts[key]))
    named = {k: say("plans.few_origins") if k == REST else say(f"plans.by_{k}") for k in order}
    return ", ".join(f"{name} {_share(counts, key, say)}" for key, name in named.items())
