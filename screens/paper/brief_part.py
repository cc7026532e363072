"""The brief for those who decide: one page of what was asked, done and found, and what is advised.

Figures are counts of what lies in the case; nobody is named, and no single answer is told.
"""

from collections import Counter
from collections.abc import Iterator
from textwrap import shorten
from typing import Final

from screens.paper.end_part import stood
from screens.paper.markdown import bullets, day, plain
from screens.scales import Scales
from screens.words import Words, catalogue
from workshop import forms, fundamentals, measures, presence
from workshop.case import Case
from workshop.clusters import members, standing
from workshop.said import Cluster
from workshop.stands import stood_for

NEEDS: Final = 3
LEARNINGS: Final = 3
BENEFITS: Final = 3
STANDS: Final = 4
RESULT: Final = 100
"""Letters of what came of a test; the report has all of them."""


def heading(case: Case, say: Words) -> Iterator[str]:
    """What this is, and to whom it goes."""
    who, when = plain(case.frame.who_decides), plain(case.frame.when_decided)
    to = f" {say('brief.to_when' if when else 'brief.to', who=who, when=when)}" if who else ""
    yield f"**{say('brief.title')}.**{to}"


def question(case: Case, say: Words) -> Iterator[str]:
    """The question as it was asked."""
    yield f"## {say('brief.question')}"
    yield plain(case.question) or say("brief.no_question")


def done(case: Case, say: Words) -> Iterator[str]:
    """How many came and as what, how much was said, and how much was tried."""
    yield f"## {say('brief.done')}"
    held, told = presence.voices(case), measures.measures(case)
    said = Counter(n.what for n in case.notes.values() if n.counts and n.part_of is None)
    lines = []
    if held:
        heads = max(v.known + v.uncounted for v in held)
        evenings = say("brief.evenings", n=len(held))
        came = say("brief.heads", n=heads)
        lines.append(say("brief.came", n=len(held), evenings=evenings, heads=came))
    roles = Counter[str]()
    for voices in held:
        roles.update(voices.by_role)
    if roles:
        kinds = (
            say("brief.role_count", role=say(f"people.role_{role}").lower(), n=n)
            for role, n in roles.most_common()
        )
        lines.append(say("brief.who_came", roles=", ".join(kinds)))
    needs, ideas = say("brief.needs", n=said["need"]), say("brief.ideas", n=said["idea"])
    lines.append(say("brief.notes", needs=needs, ideas=ideas))
    lines.append(say("brief.rounds", n=case.round))
    if told.real_testers:
        lines.append(say("brief.testers", n=told.real_testers))
    yield bullets(lines)


def found(case: Case, say: Words) -> Iterator[str]:
    """The needs that were put in words, those most people spoke of first, and what was learnt."""
    yield f"## {say('brief.found')}"
    stated = [c for c in (case.clusters[i] for i in standing(case)) if c.statement]
    stated.sort(key=lambda cluster: -len(members(case, cluster.id)))
    lines = [_need(case, cluster, say) for cluster in stated[:NEEDS]]
    for card in list(case.learnings.values())[-LEARNINGS:]:
        key = "brief.learnt" if card.believed else "brief.learnt_only"
        believed = plain(card.believed).rstrip(".")
        lines.append(say(key, believed=believed, learnt=plain(card.learnt)))
    for test in (t for t in case.tests.values() if t.recorded_at and t.sketch in case.sketches):
        told = {"title": plain(case.sketches[test.sketch].title), "round": test.round}
        hit = say(f"report.hit_{test.hit}") if test.hit else ""
        result = plain(shorten(test.result, RESULT, placeholder=" …"))
        lines.append(say("brief.tested", **told, hit=hit, result=result))
    yield bullets(lines) if lines else say("brief.nothing_found")


def _need(case: Case, cluster: Cluster, say: Words) -> str:
    stated = cluster.statement
    if stated is None:
        return plain(cluster.title)
    key = "report.need_sentence_why" if stated.why else "report.need_sentence"
    who, what, why = (plain(text) for text in (stated.who, stated.what, stated.why))
    behind = say("brief.behind", n=len(members(case, cluster.id)))
    return say("brief.need", statement=say(key, who=who, what=what, why=why), behind=behind)


def room(case: Case, say: Words) -> Iterator[str]:
    """What is fixed, what is open, and what money there is."""
    yield f"## {say('brief.room')}"
    frame = case.frame
    every = {"fixed": frame.fixed, "open": frame.open, "budget": (frame.budget,)}
    told = {key: ", ".join(plain(text) for text in texts if text) for key, texts in every.items()}
    lines = [say(f"brief.{key}", told=text) for key, text in told.items() if text]
    lines += [
        say("brief.passed", gate=_gate(override.gate, say), reason=plain(override.reason))
        for override in case.overrides
    ]
    yield bullets(lines) if lines else say("brief.no_room")


def _gate(gate: str, say: Words) -> str:
    known = catalogue(say.language, "report")
    return say(f"report.gate_{gate}") if f"gate_{gate}" in known else plain(gate)


def advice(case: Case, say: Words) -> Iterator[str]:
    """What came of each sketch and of the rounds, what speaks against it, and what is hoped for."""
    yield f"## {say('brief.advice')}"
    lines = [
        say(
            "brief.sketch",
            decision=say(f"report.decision_{sketch.decision}"),
            title=plain(sketch.title),
        )
        + (f" {plain(sketch.lesson)}" if sketch.lesson else "")
        for sketch in case.sketches.values()
        if sketch.decision
    ]
    last = next((turn for turn in reversed(case.rounds) if turn.decision), None)
    if last:
        decision = say(f"report.decision_{last.decision}")
        lines.append(
            f"{say('brief.round', n=last.no, decision=decision)} {plain(last.reason)}".rstrip()
        )
        if last.against:
            told = ", ".join(say(f"report.advice_{key}") for key in last.against)
            lines.append(say("brief.against", told=told))
    yield bullets(lines) if lines else say("brief.no_advice")
    yield from _zero(case, say)
    yield from _expected(case, say)


def _zero(case: Case, say: Words) -> Iterator[str]:
    """A product of zero is never left out (Jevnaker 3.2)."""
    scored = fundamentals.newest(case)
    none = fundamentals.zeros(scored) if scored else ()
    if none:
        scales, form = Scales(say), forms.fundamentals(case.pack)
        names = ", ".join(plain(scales.fundamental(key, form)) for key in none)
        yield f"**{say('brief.zero', names=names)}**"


def _expected(case: Case, say: Words) -> Iterator[str]:
    hoped = [
        say(
            "report.benefit",
            text=plain(benefit.text),
            baseline=plain(benefit.baseline) or say("report.not_measured"),
            target=plain(benefit.target) or say("report.no_target"),
            measured=plain(benefit.measured) or say("report.not_measured"),
        )
        for benefit in list(case.benefits.values())[:BENEFITS]
    ]
    if hoped:
        yield f"### {say('brief.expected')}"
        yield bullets(hoped)


def roles(case: Case, say: Words) -> Iterator[str]:
    """Who has said what, who decides, and by when people have been promised an answer."""
    who = plain(case.frame.who_decides)
    if held := [stood(pledge, say) for pledge in stood_for(case)][:STANDS]:
        yield f"### {say('brief.stands')}"
        yield bullets(held)
    told = [say("brief.role", who=who)] if who else []
    if case.answer_date:
        told.append(say("brief.answer", day=day(case.answer_date, say)))
    if told:
        yield " ".join(told)
