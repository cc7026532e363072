"""What was tried and learnt, how the rounds ended, and what became of everything."""

from collections.abc import Iterator

from screens.paper.markdown import bullets, day, moment, plain, quote
from screens.words import Words
from workshop import closing
from workshop.case import Case
from workshop.tried import Learning, Test
from workshop.views import title_of


def tests(case: Case, say: Words) -> Iterator[str]:
    """Sketches, the test cards written before the tests, and what was learnt."""
    if case.sketches or case.learnings:
        yield f"## {say('report.sketches')}"
    for sketch in case.sketches.values():
        yield f"### {plain(sketch.title)} ({say('report.in_round', n=sketch.round)})"
        if sketch.text:
            yield quote(sketch.text)
        if sketch.ideas:
            yield say("report.from_ideas")
            yield bullets([plain(title_of(case, idea)) for idea in sketch.ideas])
        for test in (t for t in case.tests.values() if t.sketch == sketch.id):
            yield from _test(test, say)
    for card in case.learnings.values():
        yield f"### {say('report.learning', n=card.round)}"
        yield _told(card, ("believed", "saw", "learnt", "therefore"), say)


def _test(test: Test, say: Words) -> Iterator[str]:
    yield f"**{say('report.test', n=test.round)}**"
    yield _told(test, ("believe", "do", "look_for", "right_if"), say)
    if test.hit is None or test.recorded_at is None:
        yield say("report.not_tested")
        return
    yield f"**{say('report.result', at=moment(test.recorded_at))}**"
    yield quote(test.result)
    hit = say(f"report.hit_{test.hit}")
    yield f"{say('report.hit')} {hit}. {say('report.testers', n=test.testers)}"


def _told(card: Test | Learning, labels: tuple[str, ...], say: Words) -> str:
    """What is written on a card, line by line."""
    told = [(label, getattr(card, label)) for label in labels]
    return bullets([f"{say(f'report.{label}')} {plain(text)}" for label, text in told if text])


def rounds(case: Case, say: Words) -> Iterator[str]:
    """How each round ended."""
    decided = [r for r in case.rounds if r.decision]
    if decided:
        yield f"## {say('report.rounds')}"
        yield bullets(
            [
                f"{say('report.round', n=r.no)}: {say(f'report.decision_{r.decision}')}"
                f"{f', {moment(r.decided_at)}' if r.decided_at else ''}. {plain(r.reason)}".rstrip()
                for r in decided
            ]
        )


def fates(case: Case, say: Words) -> Iterator[str]:
    """What became of every cluster and idea, and when more is heard."""
    owed = closing.owed(case)
    if owed or case.fates or case.answer_date:
        yield f"## {say('report.fates')}"
    # What was set aside is owed nothing, and may have got an answer all the same.
    for target in dict.fromkeys((*owed, *case.fates)):
        fate = case.fates.get(target)
        if fate:
            told = f"{say(f'report.fate_{fate.fate}')}. {plain(fate.answer)}"
            yield f"**{plain(title_of(case, target))}**  \n{told}"
    lacking = closing.unanswered(case)
    if lacking:
        yield say("report.unanswered", n=len(lacking))
        yield bullets([plain(title_of(case, t)) for t in lacking])
    if case.answer_date:
        yield f"**{say('report.answer_date')}** {day(case.answer_date)}"
