"""Station 6: who does what, what was decided, and whether it is new, useful and in use."""

from collections.abc import Iterator

from screens.paper.markdown import bullets, day, plain, table
from screens.words import Words
from workshop.case import Case
from workshop.changes import changes
from workshop.closed import KEPT_LAST, Judgement, Pledge
from workshop.newness import amounts_to
from workshop.programmes import programme_of
from workshop.views import title_of_sketch


def beliefs(case: Case, say: Words) -> Iterator[str]:
    """What we believed, beside what we learnt; how many are still sealed, and no more of those."""
    if not case.assumptions:
        return
    yield f"## {say('report.beliefs')}"
    opened = [b for b in case.assumptions.values() if b.verdict]
    rows = [(plain(b.text), say(f"report.verdict_{b.verdict}"), plain(b.learnt)) for b in opened]
    if rows:
        head = tuple(say(f"report.{key}") for key in ("we_believed", "belief_verdict", "we_learnt"))
        yield table(head, rows)
    if sealed := len(case.assumptions) - len(opened):
        yield say("report.sealed", n=sealed)


def changed(case: Case, say: Words) -> Iterator[str]:
    """What changed from round to round, why, and the notes behind it."""
    made = changes(case)
    if not made:
        return
    yield f"## {say('report.changed')}"
    for change in made:
        where = say("report.change_in", n=change.round, what=say(f"report.target_{change.target}"))
        yield f"**{where}** {plain(change.text)}  \n{say('report.because')} {plain(change.learnt)}"
        if change.notes:
            yield say("report.behind")
            yield bullets([plain(case.notes[note].text) for note in change.notes])


def pledges(case: Case, say: Words) -> Iterator[str]:
    """What those elected stand for, then who takes what on; what was not kept comes first."""
    if not case.pledges:
        return
    order = sorted(case.pledges.values(), key=lambda p: KEPT_LAST[p.kept])
    if stands := [_pledged(p, stood(p, say), say) for p in order if p.stand != "promise"]:
        yield f"## {say('report.stands')}"
        yield bullets(stands)
    told = []
    for pledge in (p for p in order if p.stand == "promise"):
        who = f"**{plain(pledge.who)}** " if pledge.who else ""
        told.append(_pledged(pledge, f"{who}{plain(pledge.text)}", say))
    if told:
        yield f"## {say('report.pledges')}"
        yield bullets(told)


def _pledged(pledge: Pledge, told: str, say: Words) -> str:
    """With the day, and whether it was kept."""
    parts = [told]
    if pledge.due:
        parts.append(f"({say('report.by', day=day(pledge.due, say))})")
    if pledge.kept is not None:
        parts.append(say("report.kept" if pledge.kept else "report.not_kept"))
    return " ".join(parts)


def stood(pledge: Pledge, say: Words) -> str:
    """What those elected stand for, as a sentence."""
    who = plain(pledge.who) or say("report.stand_we")
    return say(f"report.stand_{pledge.stand}", who=who, text=plain(pledge.text))


def decisions(case: Case, say: Words) -> Iterator[str]:
    """What those who decide decided."""
    if not case.decisions:
        return
    yield f"## {say('report.decisions')}"
    for made in case.decisions:
        where = ", ".join(
            filter(
                None,
                (plain(made.body), day(made.day, say) if made.day else "", plain(made.case_no)),
            )
        )
        told = f"**{say(f'report.result_{made.result}')}** {where}"
        yield f"{told}  \n{plain(made.text)}" if made.text else told


def newness(case: Case, say: Words) -> Iterator[str]:
    """Nytt, nyttig, nyttiggjort, in the words of the strategy, with the use behind it."""
    if not case.judged and not case.uses:
        return
    yield f"## {say('report.newness')}"
    for sketch in dict.fromkeys((*case.judged, *case.uses)):
        judged = case.judged.get(sketch)
        told = say(f"report.amounts_{amounts_to(judged, case.pack)}")
        yield f"### {plain(title_of_sketch(case, sketch))}: {told}"
        if judged:
            yield bullets(list(_judged(case, judged, say)))
        for use in case.uses.get(sketch, ()):
            often = say("report.per_week", n=use.per_week)
            figures = say("report.use", users=use.users, often=often, n=use.months)
            yield f"{day(use.at.astimezone().date(), say)}: {figures} {plain(use.text)}".rstrip()


def _judged(case: Case, judged: Judgement, say: Words) -> Iterator[str]:
    wording = case.pack.wording
    for key in ("new", "useful", "used"):
        meaning = plain(getattr(wording, key)) or say(f"report.{key}")
        yield f"{say(f'report.{key}')} ({meaning}): {say(f'report.yet_{getattr(judged, key)}')}"
    if case.pack.requires_break and judged.breaks is not None:
        breaks = say("report.yet_yes" if judged.breaks else "report.yet_no")
        yield f"{say('report.breaks')}: {breaks}"
    yield say(f"report.step_{judged.step}")
    if judged.note:
        yield plain(judged.note)


def programme(case: Case, say: Words) -> Iterator[str]:
    """The programme of the strategy that the case belongs to, and why where it was chosen."""
    mine = programme_of(case)
    if mine is None:
        return
    told = f"**{say('report.programme')}** {plain(mine.name)}"
    yield f"{told}. {plain(case.belongs.reason)}" if case.belongs.reason else told
    if mine.criteria:
        yield say("report.programme_criteria")
        yield bullets([plain(line) for line in mine.criteria])


def benefits(case: Case, say: Words) -> Iterator[str]:
    """What is expected to get better, beside what it has become."""
    if case.benefits:
        yield f"## {say('report.benefits')}"
        told = []
        for benefit in case.benefits.values():
            line = say(
                "report.benefit",
                text=plain(benefit.text),
                baseline=plain(benefit.baseline) or say("report.not_measured"),
                target=plain(benefit.target) or say("report.no_target"),
                measured=plain(benefit.measured) or say("report.not_measured"),
            )
            owner = f" {plain(benefit.owner)}." if benefit.owner else ""
            due = f" {say('report.by', day=day(benefit.due, say))}." if benefit.due else ""
            told.append(f"{line}{owner}{due}")
        yield bullets(told)
    if case.follow_up:
        yield f"**{say('report.follow_up')}** {day(case.follow_up, say)}"
