"""A text for the local paper, with figures of the case and nobody's own words (Jevnaker 2.6)."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from screens.paper.markdown import bullets, day, plain
from screens.words import Words
from workshop import forms, measures, portfolio, presence
from workshop.case import Case
from workshop.clusters import members, standing

NEEDS: Final = 3
FEWEST: Final = forms.FEWEST
"""A kind of people of whom fewer came is not told of: a village knows who they are."""


def press(case: Case, say: Words) -> Iterator[str]:
    """Who met about what, what they pointed at, what was tried, and what happens now."""
    yield f"**{say('press.heading')}**"
    held = presence.voices(case)
    if not held:
        yield say("press.nothing")
        return
    yield _lead(case, held, say)
    yield _said(case, held, say)
    yield from _found(case, say)
    yield from _onwards(case, say)


def _lead(case: Case, held: tuple[presence.Voices, ...], say: Words) -> str:
    told = {
        "evenings": say("brief.evenings", n=len(held)),
        # The same people may come again, so evenings are never added up to people.
        "heads": say("brief.heads", n=max(v.known + v.uncounted for v in held)),
        "question": plain(case.question or case.title),
    }
    if not case.municipality:
        return say("press.lead_here", **told)
    return say("press.lead", **told, municipality=plain(case.municipality))


def _said(case: Case, held: tuple[presence.Voices, ...], say: Words) -> str:
    said = Counter(n.what for n in case.notes.values() if n.counts and n.part_of is None)
    kinds = Counter[str]()
    for voices in held:
        kinds.update(voices.by_role)
    told = {
        "needs": say("brief.needs", n=said["need"]),
        "ideas": say("brief.ideas", n=said["idea"]),
    }
    many = [role for role, n in kinds.most_common() if n >= FEWEST]
    if not many:
        return say("press.said_plain", **told)
    roles = ", ".join(say(f"people.role_{role}").lower() for role in many)
    return say("press.said", **told, roles=roles)


def _found(case: Case, say: Words) -> Iterator[str]:
    """The needs as the facilitator put them in words, and the last thing that was learnt."""
    stated = [c for c in (case.clusters[i] for i in standing(case)) if c.statement]
    stated.sort(key=lambda cluster: -len(members(case, cluster.id)))
    if stated:
        yield f"## {say('press.needs')}"
        yield bullets([plain(cluster.title) for cluster in stated[:NEEDS]])
    cards = [card for card in case.learnings.values() if card.believed]
    if cards:
        believed, learnt = (plain(t).rstrip(".") for t in (cards[-1].believed, cards[-1].learnt))
        yield say("press.learnt", believed=believed, learnt=learnt)
    if testers := measures.measures(case).real_testers:
        yield say("press.tried", n=testers)


def _onwards(case: Case, say: Words) -> Iterator[str]:
    if adopted := portfolio.adopted(case):
        yield say("press.adopted", titles=", ".join(plain(title) for title in adopted))
    who, when = plain(case.frame.who_decides), plain(case.frame.when_decided)
    if who:
        yield say("press.decides_when" if when else "press.decides", who=who, when=when)
    if case.answer_date:
        yield say("press.answer", day=day(case.answer_date, say))
    if case.notice.contact:
        yield say("press.contact", contact=plain(case.notice.contact))
    yield f"*{say('press.yours')}*"
