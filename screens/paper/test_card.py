"""Sketches and test cards on paper, with what testers said and nobody's name."""

from collections.abc import Iterator

from screens.paper.markdown import bullets, day, moment, plain, quote, table
from screens.words import Words
from workshop import rounds
from workshop.case import Case
from workshop.tried import Sketch, Test
from workshop.views import title_of


def sketch_of(case: Case, sketch: Sketch, no: int, say: Words) -> Iterator[str]:
    """A sketch as it is, or as it was before this round's later versions."""
    known = [(w.title, w.text, w.form, w.round) for w in sketch.earlier]
    known.append((sketch.title, sketch.text, sketch.form, sketch.changed_in or sketch.round))
    version = max((i for i, w in enumerate(known, 1) if w[3] <= no), default=1)
    title, text, form, _ = known[version - 1]
    yield f"**{plain(title)}**, {say('report.version', n=version)}"
    if text:
        yield quote(text)
    more = [f"{say('report.form')} {say(f'report.form_{form}')}"] if form else []
    if version == sketch.version:
        more += [
            f"{say(f'report.sketch_{key}')} {plain(value)}"
            for key in ("must_be_true", "may_fail", "why_long")
            if (value := getattr(sketch, key))
        ]
        more += [say("report.hours", n=sketch.hours)] if sketch.hours is not None else []
    if not rounds.answers_a_need(case, sketch):
        more.append(say("report.no_need_ref"))
    if more:
        yield bullets(more)
    if sketch.ideas or sketch.needs:
        yield say("report.from_ideas")
        yield bullets([plain(title_of(case, t)) for t in (*sketch.ideas, *sketch.needs)])
    if sketch.decision and sketch.decided_in == no:
        decided = say(f"report.decision_{sketch.decision}")
        yield f"**{decided}.** {say('report.lesson')} {plain(sketch.lesson)}".rstrip()


def test_of(case: Case, test: Test, say: Words) -> Iterator[str]:
    """A test card, how it was changed, who tested, and what came of it."""
    sketch = case.sketches.get(test.sketch)
    yield f"**{say('report.test')}: {plain(sketch.title) if sketch else ''}**"
    labels = ("believe", "do", "look_for", "right_if", "wrong_if")
    told = [f"**{say(f'report.{k}')}:** {plain(t)}" for k in labels if (t := getattr(test, k))]
    if test.place:
        told.append(f"{say('report.test_place')} {plain(test.place)}")
    told += [
        f"{say(f'report.test_{k}')} {day(d, say)}"
        for k in ("start", "until")
        if (d := getattr(test, k))
    ]
    yield bullets(told)
    for change in test.changes:
        yield say("report.card_changed", reason=plain(change.reason), was=plain(change.right_if))
    if test.heard:
        yield _heard(test, say)
    if test.started_at is None:
        yield say("report.not_tested")
        return
    if test.result and test.recorded_at:
        yield f"**{say('report.result', at=moment(test.recorded_at, say))}**"
        yield quote(test.result)
    hit = f"{say('report.hit')} {say(f'report.hit_{test.hit}')}. " if test.hit else ""
    yield f"{hit}{say('report.testers', n=rounds.real_testers(case, test))}"


def _heard(test: Test, say: Words) -> str:
    head = [say(f"report.heard_{key}") for key in ("code", "need", "quote", "failure", "hit")]
    rows = [
        [
            ", ".join(
                filter(
                    None,
                    [plain(t.code), say(f"report.category_{t.category}") if t.category else ""],
                )
            ),
            say("report.answer_yes" if t.has_need else "report.answer_no"),
            say.quoted(plain(t.quote)) if t.quote else "",
            plain(t.failure),
            say(f"report.hit_{t.hit}") if t.hit else "",
        ]
        for t in test.heard
    ]
    return table(head, rows)
