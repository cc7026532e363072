"""What was tried and learnt, how the rounds ended, and what became of everything."""

from collections.abc import Iterator

from screens.paper.markdown import bullets, day, plain
from screens.words import Words
from workshop import closing
from workshop.case import Case
from workshop.views import title_of


def tests(case: Case, say: Words) -> Iterator[str]:
    """Sketches, the test cards written before the tests, and what was learnt."""
    if case.sketches:
        yield f"## {say('report.sketches')}"
        for sketch in case.sketches.values():
            yield f"### {plain(sketch.title)} ({say('report.in_round', n=sketch.round)})"
            if sketch.text:
                yield plain(sketch.text)
            for test in (t for t in case.tests.values() if t.sketch == sketch.id):
                labels = ("believe", "do", "look_for", "right_if")
                told = [(label, getattr(test, label)) for label in labels]
                yield bullets([f"{say(f'report.{k}')} {plain(v)}" for k, v in told if v])
                if test.hit:
                    hit = say(f"report.hit_{test.hit}")
                    result = f"{plain(test.result)} {say('report.testers', n=test.testers)}"
                    yield f"**{say('report.result')}** {result} {say('report.hit')} {hit}."
    for card in case.learnings.values():
        yield f"### {say('report.learning', n=card.round)}"
        labels = ("believed", "saw", "learnt", "therefore")
        told = [(label, getattr(card, label)) for label in labels]
        yield bullets([f"{say(f'report.{k}')} {plain(v)}" for k, v in told if v])


def rounds(case: Case, say: Words) -> Iterator[str]:
    """How each round ended."""
    decided = [r for r in case.rounds if r.decision]
    if decided:
        yield f"## {say('report.rounds')}"
        yield bullets(
            [
                f"{say('report.round', n=r.no)}: {say(f'report.decision_{r.decision}')}."
                f" {plain(r.reason)}".rstrip()
                for r in decided
            ]
        )


def fates(case: Case, say: Words) -> Iterator[str]:
    """What became of every cluster and idea, and when more is heard."""
    owed = closing.owed(case)
    if owed:
        yield f"## {say('report.fates')}"
    for target in owed:
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
