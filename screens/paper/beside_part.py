"""What is kept beside the evenings: its place in the plans, lists, thanks, the bravest mistake."""

from collections.abc import Iterator
from typing import get_args

from screens.paper.markdown import bullets, day, plain, table
from screens.plans import how_far, in_plans, kroner
from screens.words import Words
from workshop import entries, reviews
from workshop.case import Case
from workshop.kept import Entry
from workshop.packs.model import CRITERIA
from workshop.placing import bravest
from workshop.terms import EntryList
from workshop.tried import Learning
from workshop.views import title_of_sketch


def placed(case: Case, say: Words) -> Iterator[str]:
    """Goal, year, cost, owner and place; then what is kept in lists, list by list."""
    if told := in_plans(case, say):
        yield f"## {say('plans.placed')}"
        yield plain(told)
    for which in get_args(EntryList):
        if which == "thanks":
            continue
        lines = entries.of(case, which)
        if lines or (which == "help" and case.pack.support):
            yield f"## {say(f'plans.list_{which}')}"
        if lines:
            yield bullets([_line(entry, say) for entry in lines])
        if which == "help" and case.pack.support:
            yield say("plans.support", told=plain(case.pack.support))


def help_list(case: Case, say: Words) -> Iterator[str]:
    """What help is wanted with, of whom, and whom the strategy names for it (Jevnaker 3.3)."""
    yield f"## {say('plans.list_help')}"
    lines = [_line(entry, say) for entry in entries.of(case, "help")]
    yield bullets(lines) if lines else say("plans.no_help")
    if case.pack.support:
        yield say("plans.support", told=plain(case.pack.support))


def _line(entry: Entry, say: Words) -> str:
    words = plain(entry.text) or say("report.forgotten")
    parts = [f"{words} ({plain(entry.who)})" if entry.who else words]
    if entry.amount is not None:
        parts.append(kroner(entry.amount, say))
    if entry.due:
        parts.append(say("report.by", day=day(entry.due, say)))
    if entry.done is not None:
        parts.append(say("plans.done" if entry.done else "plans.not_done"))
    return ", ".join(parts)


def funds(case: Case, say: Words) -> Iterator[str]:
    """What was applied for or nominated to, the panel's points, the answer and the report."""
    if not case.applications:
        return
    yield f"## {say('plans.funds')}"
    names = {fund.key: fund.name for fund in case.pack.funds}
    for mine in case.applications.values():
        yield f"**{plain(names.get(mine.fund, mine.fund))}** {plain(how_far(case, mine, say))}"
        if mine.text:
            yield plain(mine.text)


def sources(case: Case, say: Words) -> Iterator[str]:
    """What was taken from others, what is fitted here, and the ideas that came of it."""
    if not case.sources:
        return
    yield f"## {say('share.sources')}"
    for source in case.sources.values():
        whose = plain(source.copied_from) or say("share.unknown_origin")
        yield f"**{say('share.source', title=plain(source.title), copied_from=whose)}**"
        told = plain(source.fitted)
        yield f"{say('share.fitted')} {told}" if told else say("share.not_fitted")
        if brought := [n for n in case.notes.values() if n.source == source.id and n.counts]:
            yield say("share.brought")
            yield bullets([plain(n.text) or say("report.forgotten") for n in brought])


def thanks(case: Case, say: Words) -> Iterator[str]:
    """Whom the municipality thanks for what (Jevnaker: lift up those who burn for it)."""
    held = entries.of(case, "thanks")
    if held:
        yield f"## {say('plans.list_thanks')}"
        yield bullets([_line(entry, say) for entry in held])


def brave(case: Case, say: Words) -> Iterator[str]:
    """The bravest mistake as a card: what was believed, what happened, what it taught."""
    card = bravest(case)
    if card is None:
        return
    yield f"## {say('plans.brave')}"
    if isinstance(card, Learning):
        title = plain(title_of_sketch(case, card.sketch)) if card.sketch else ""
        told = [("believed", card.believed), ("saw", card.saw), ("learnt", card.learnt)]
    else:
        title = plain(card.title)
        told = [("tried", card.text), ("learnt", card.lesson)]
    if title:
        yield f"**{title}**"
    yield bullets([f"{say(f'plans.brave_{key}')}: {plain(text)}" for key, text in told if text])


def effects(case: Case, say: Words) -> Iterator[str]:
    """The effect board: each aim with before, target and now; use; what was freed; criteria."""
    yield f"## {say('plans.effects')}"
    yield say("plans.effects_about")
    keys = ("effect", "effect_before", "effect_target", "effect_now", "effect_source")
    lacks = {"baseline": "report.not_measured", "target": "report.no_target"}
    rows = [
        [
            plain(b.text),
            plain(b.baseline) or say(lacks["baseline"]),
            plain(b.target) or say(lacks["target"]),
            plain(b.measured) or say(lacks["baseline"]),
            plain(b.owner) or "–",
        ]
        for b in case.benefits.values()
    ]
    yield table([say(f"plans.{key}") for key in keys], rows) if rows else say("plans.effects_none")
    if case.uses:
        yield f"### {say('plans.effects_use')}"
        yield bullets(list(_used(case, say)))
    if freed := entries.of(case, "freed"):
        yield f"### {say('plans.list_freed')}"
        yield bullets([_line(entry, say) for entry in freed])
    yield from _criteria(case, say)


def _used(case: Case, say: Words) -> Iterator[str]:
    for sketch, seen in case.uses.items():
        last = seen[-1]
        often = say("report.per_week", n=last.per_week)
        told = say("report.use", users=last.users, often=often, n=last.months)
        yield f"{plain(title_of_sketch(case, sketch))}: {told}"


def _criteria(case: Case, say: Words) -> Iterator[str]:
    """How the strategy's own criteria were judged last, with what shows it."""
    gone_through = reviews.of(case, CRITERIA)
    if not gone_through:
        return
    yield f"### {say('plans.criteria')}"
    last = gone_through[-1]
    labels = {step.key: step.label for step in last.form.steps}
    lines = []
    for item in last.form.items:
        reply = last.replies.get(item.key)
        step = labels.get(reply.step or "", "–") if reply else "–"
        shown = f" {plain(reply.note)}" if reply and reply.note else ""
        lines.append(f"{plain(item.text)} **{plain(step)}**{shown}")
    yield bullets(lines)
