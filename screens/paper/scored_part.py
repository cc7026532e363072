"""What was answered on scales: the five fundamentals over time, polls, and checklists."""

from collections.abc import Iterator, Mapping

from screens.paper.drawn import drawing
from screens.paper.markdown import bullets, moment, plain, table
from screens.paper.voted_part import sum_told
from screens.scales import Scales, moved
from screens.telling import Telling
from screens.words import Words
from workshop import forms, pictures, since
from workshop.case import Case
from workshop.counting import lowest, middle, most_said
from workshop.findings import things
from workshop.forms import FUNDAMENTALS
from workshop.fundamentals import product, zeros
from workshop.handlingsrom import judge
from workshop.headcount import headcount
from workshop.reviews import open_items, unexplained
from workshop.scored import Assessment, Counts, Form, Poll, Review
from workshop.terms import FundamentalKey
from workshop.views import worded


def fundamentals(case: Case, say: Words) -> Iterator[str]:
    """Every assessment with its scores and its product; never a mean."""
    if not case.assessments:
        return
    scales, form = Scales(say), forms.fundamentals(case.pack)
    names = {key: plain(scales.fundamental(key, form)) for key in FUNDAMENTALS}
    yield f"## {say('report.fundamentals')}"
    yield say("report.fundamentals_about")
    held = list(case.assessments.values())
    heads = [
        say("report.fundamental"),
        *(say("report.assessed", n=i + 1) for i in range(len(held))),
    ]
    rows = [
        [names[key], *(str(a.scores.get(key, say("report.not_scored"))) for a in held)]
        for key in FUNDAMENTALS
    ]
    rows.append([say("report.product"), *(_product(a, say) for a in held)])
    yield table(heads, rows)
    for number, assessment in enumerate(held, start=1):
        yield from _assessment(number, assessment, names, say)


def _product(assessment: Assessment, say: Words) -> str:
    told = product(assessment)
    return say("report.provisional") if told is None else str(told)


def _assessment(
    number: int, assessment: Assessment, names: Mapping[FundamentalKey, str], say: Words
) -> Iterator[str]:
    """When it was, what a zero means, and what must be done."""
    at = {"n": number, "at": moment(assessment.at, say), "round": assessment.round}
    yield f"**{say('report.assessed_at', **at)}**"
    if none := zeros(assessment):
        yield say("report.zero", names=", ".join(names[key] for key in none))
    notes = [
        f"{names[key]}: {plain(assessment.notes[key])}"
        for key in FUNDAMENTALS
        if assessment.notes.get(key)
    ]
    if notes:
        yield bullets(notes)


def polls(case: Case, say: Words) -> Iterator[str]:
    """Each poll with how the answers lie; small groups and few answers are not told."""
    scales = Scales(say)
    for kept in case.polls.values():
        poll = kept.model_copy(update={"form": worded(case, kept.form)})
        yield f"## {plain(scales.title(poll.what, poll.form))}"
        if poll.closed_at is None:
            yield say("report.poll_open")
            continue
        came = (say(f"report.came_{origin}", n=n) for origin, n in poll.turnout.items())
        told = ", ".join(came) or say("report.nobody")
        yield f"{moment(poll.closed_at, say)}. {say('report.poll_turnout')} {told}"
        if poll.what == "choice" and poll.heads is not None:
            yield sum_told(headcount(case, poll), say)
        if poll.answers is None:
            if poll.turnout:
                yield say("report.poll_few", n=poll.fewest)
            continue
        yield _shown(poll, say)
        yield from map(plain, Telling(say).told(poll.form, poll.counts))
        yield from _spread(poll, scales, say)
        yield _counts(poll, poll.counts, scales, say, since.changed(case, poll))
        yield from _pointed(case, poll, say)
        yield from _groups(case, poll, scales, say)
        yield say("report.poll_advice")
    yield from _over_time(case, scales, say)


def _spread(poll: Poll, scales: Scales, say: Words) -> Iterator[str]:
    """How the answers lie, where everything was answered with the same steps."""
    form = poll.form
    if form.kind in {"steps", "scale"}:
        steps = {step.key: scales.ended(poll.what, form, step) for step in form.steps}
        items = {item.key: scales.item(item) for item in form.items}
        if picture := pictures.spread(poll, steps, items):
            yield drawing(picture, say)


def _shown(poll: Poll, say: Words) -> str:
    shown = say("report.poll_answers", n=poll.answers)
    return f"{shown} {say('report.poll_withheld', n=poll.withheld)}" if poll.withheld else shown


def _counts(
    poll: Poll, counts: Counts, scales: Scales, say: Words, changes: Mapping[str, float]
) -> str:
    """A row an item, a column a step; the mean of a checklist stands beside them, never alone."""
    form, means = poll.form, poll.what in {"checklist", "exit"}
    train = lowest(form, counts) if poll.what == "checklist" else ()
    heads = [
        say("report.poll_item"),
        *(plain(scales.ended(poll.what, form, s)) for s in form.steps),
    ]
    rows = []
    for item, name in zip(form.items, _names(form, scales, say), strict=True):
        steps = counts.get(item.key, {})
        row = [plain(name), *(str(steps.get(s.key, 0)) for s in form.steps)]
        if means:
            mean = middle(form, steps)
            by = changes.get(item.key)
            row.append(f"{_mean(mean, say)}{'' if by is None else f' ({moved(by, say)})'}")
        if train:
            row.append(say("report.train") if item.key in train else "")
        rows.append(row)
    return table([*heads, *([say("report.mean")] if means else []), *([""] if train else [])], rows)


def _mean(mean: float | None, say: Words) -> str:
    return say("report.poll_none") if mean is None else say.decimal(mean, always=True)


def _over_time(case: Case, scales: Scales, say: Words) -> Iterator[str]:
    """The means of what was asked more than once, time by time; what is hidden stays so."""
    last = {(p.what, p.form.key): p for p in case.polls.values() if p.closed_at}
    for poll in last.values():
        held = since.times(case, poll)
        if len(held) < 2 or poll.what not in {"checklist", "exit"}:  # noqa: PLR2004 - once is none
            continue
        yield f"## {say('report.over_time', title=plain(scales.title(poll.what, poll.form)))}"
        days = (say.date(p.closed_at.astimezone()) for p in held if p.closed_at)
        yield table(
            [say("report.poll_item"), *days],
            [
                [plain(scales.item(item)), *(_then(p, item.key, say) for p in held)]
                for item in poll.form.items
            ],
        )


def _then(poll: Poll, item: str, say: Words) -> str:
    if poll.answers is None:
        return say("report.hidden_few", n=poll.fewest)
    return _mean(middle(poll.form, poll.counts.get(item, {})), say)


def _pointed(case: Case, poll: Poll, say: Words) -> Iterator[str]:
    """Which way the answers about a task's handlingsrom point, with the frame as it stands."""
    if poll.what != "handlingsrom" or not poll.counts:
        return
    judged = judge(most_said(poll.form, poll.counts), case.frame)  # type: ignore[arg-type]
    if judged is not None:
        yield say("report.poll_pointed", verdict=say(f"report.verdict_{judged}"))


def _names(form: Form, scales: Scales, say: Words) -> list[str]:
    """What the rows of a table are called; on axes each thing stands once for each axis."""
    names = [scales.item(item) for item in form.items]
    if form.kind != "axes":
        return names
    axes = [axis for axis in Telling(say).axes(form) for _ in things(form)]
    return [f"{name}: {axis}" for name, axis in zip(names, axes, strict=True)]


def _groups(case: Case, poll: Poll, scales: Scales, say: Words) -> Iterator[str]:
    for group in poll.groups:
        role = say(f"report.people_{group.role}")
        if group.answers is None:
            yield say("report.group_hidden", role=role, n=poll.fewest)
        elif len(poll.groups) > 1:
            told = _counts(poll, group.counts, scales, say, since.changed(case, poll, group.role))
            if told == _counts(poll, poll.counts, scales, say, since.changed(case, poll)):
                # The same table twice would look as if there were more to compare.
                yield say("report.group_all", role=role, n=group.answers)
                continue
            yield f"**{say('report.group', role=role, n=group.answers)}**"
            yield told


def reviews(case: Case, say: Words) -> Iterator[str]:
    """Each checklist that was gone through together: answer, note, what is done and by whom."""
    for review in case.reviews.values():
        yield f"## {plain(review.form.title) or say('report.review')}"
        yield say("report.reviewed_at", at=moment(review.at, say), round=review.round)
        yield _review(review, since.agreed_before(case, review), say)
        if left := len(open_items(review)):
            yield say("report.review_open", n=left)
        if none := unexplained(review):
            yield say("report.unexplained", n=len(none))


def _review(review: Review, before: Mapping[str, str], say: Words) -> str:
    scales = Scales(say)
    heads = [
        say(f"report.{head}")
        for head in ("poll_item", "answer", "poll_note", "poll_action", "owner")
    ]
    rows = []
    for item in review.form.items:
        reply = review.replies.get(item.key)
        steps = {s.key: s for s in review.form.steps}
        step, was = steps.get((reply and reply.step) or ""), steps.get(before.get(item.key, ""))
        told = (reply.note, reply.action, reply.owner) if reply else ("", "", "")
        answer = plain(scales.step("checklist", step)) if step else say("report.poll_none")
        if step and was and was != step:
            answer = f"{plain(scales.step('checklist', was))} → {answer}"
        rows.append([plain(scales.item(item)), answer, *map(plain, told)])
    return table(heads, rows)
