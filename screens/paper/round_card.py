"""The round's card on paper: need, solution, test, what was learnt, adjusted and decided."""

from collections.abc import Iterator

from screens.paper.markdown import bullets, day, moment, plain, quote
from screens.paper.test_card import sketch_of, test_of
from screens.words import Words
from workshop import measures, rounds
from workshop.case import Case
from workshop.said import Statement
from workshop.tried import Learning, Round
from workshop.weights import big, weight_of


def cards(case: Case, say: Words) -> Iterator[str]:
    """A card for every round in which something was done."""
    for turn in case.rounds:
        if turn.decision or turn.mark != "planned":
            yield from _card(case, turn, say)


def figures(case: Case, say: Words) -> Iterator[str]:
    """The figures of all rounds together: what happened, and never a goal."""
    told = list(_figures(case, None, say))
    if told and any(turn.mark != "planned" for turn in case.rounds):
        yield f"## {say('report.all_rounds')}"
        yield bullets(told)


def _card(case: Case, turn: Round, say: Words) -> Iterator[str]:
    began = turn.began_at or case.opened_at
    ends = turn.decided_at.astimezone().date() if turn.decided_at else turn.until
    dates = f"{day(began.astimezone().date(), say)} – {day(ends, say) if ends else ''}".rstrip()
    weight = weight_of(turn)
    yield f"## {say('report.round_card', n=turn.no)}"
    shares = say("report.weight", need=weight.need, solution=weight.solution, test=weight.test)
    yield f"{dates}. {say(f'report.big_{big(weight)}')}: {shares}"
    yield from _need(case, turn, say)
    sketches = rounds.sketches_of(case, turn.no)
    if sketches:
        yield f"### {say('report.part_solution')}"
        for sketch in sketches:
            yield from sketch_of(case, sketch, turn.no, say)
    tests = rounds.tests_of(case, turn.no)
    if tests:
        yield f"### {say('report.part_test')}"
        for test in tests:
            yield from test_of(case, test, say)
    yield from _learnt(case, turn, say)
    yield from _decided(case, turn, say)


def _need(case: Case, turn: Round, say: Words) -> Iterator[str]:
    yield f"### {say('report.part_need')}"
    needs = [n for n in case.notes.values() if n.what == "need" and n.round == turn.no and n.counts]
    yield say("report.needs_in_round", n=len(needs))
    for cluster in case.clusters.values():
        words = [*cluster.earlier, *([cluster.statement] if cluster.statement else [])]
        for said in (w for w in words if w.round == turn.no):
            yield quote(_words(said, say))
            yield from _evidence(said, say)
    insights = [i for i in case.insights.values() if i.round == turn.no]
    if insights:
        yield bullets(
            [
                f"{say(f'report.insight_{i.kind}')}"
                f"{say('report.insight_people', n=i.people) if i.people else ''}: {plain(i.text)}"
                for i in insights
            ]
        )


def _words(said: Statement, say: Words) -> str:
    if said.why:
        return say("report.need_is", who=said.who, what=said.what, why=said.why)
    return say("report.need_alone", who=said.who, what=said.what)


def _evidence(said: Statement, say: Words) -> Iterator[str]:
    told = [say(f"report.evidence_{said.evidence}")] if said.evidence else []
    told += [say("report.others_say")] if said.others else []
    if told:
        yield " ".join(told)


def _learnt(case: Case, turn: Round, say: Words) -> Iterator[str]:
    learnings = rounds.learnings_of(case, turn.no)
    if not learnings:
        return
    yield f"### {say('report.part_learning')}"
    # What did not work is what there is to learn from, so it comes first.
    if failures := rounds.failures_of(case, turn.no):
        yield f"**{say('report.did_not_work')}**"
        yield bullets([plain(failure) for failure in failures])
    for card in learnings:
        if card.about:
            yield f"**{say(f'report.about_{card.about}')}**"
        yield bullets(list(_told(card, say)))
        for made in (a for a in case.adjustments.values() if a.learning == card.id):
            yield f"{say(f'report.adjusted_{made.target}')} {plain(made.text)}"


def _told(card: Learning, say: Words) -> Iterator[str]:
    for key in ("believed", "saw", "learnt", "therefore"):
        if text := getattr(card, key):
            yield f"**{say(f'report.{key}')}:** {plain(text)}"


def _decided(case: Case, turn: Round, say: Words) -> Iterator[str]:
    yield f"### {say('report.part_decision')}"
    if turn.hit:
        yield f"{say('report.hit')} {say(f'report.hit_{turn.hit}')}."
    for jump in turn.jumps:
        yield f"{moment(jump.at, say)}: {say('report.went_back')} {plain(jump.reason)}".rstrip()
    for skip in turn.skips:
        yield f"{moment(skip.at, say)}: {say(f'report.leapt_{skip.past}')} {plain(skip.reason)}"
    if turn.decision is None:
        yield say("report.not_decided")
        lacking = [
            say(f"report.lacks_{line.key}") for line in rounds.lacking(case) if not line.holds
        ]
        if lacking:
            yield bullets(lacking)
    else:
        when = f", {moment(turn.decided_at, say)}" if turn.decided_at else ""
        told = f"**{say(f'report.decision_{turn.decision}')}**{when}. {plain(turn.reason)}"
        yield told.rstrip()
        if turn.against:
            yield say("report.against")
            yield bullets([say(f"report.advice_{key}") for key in turn.against])
    figures_told = list(_figures(case, turn.no, say))
    if figures_told:
        yield say("report.figures")
        yield bullets(figures_told)


def _figures(case: Case, no: int | None, say: Words) -> Iterator[str]:
    told = measures.measures(case, no)
    if told.days_to_first_test is not None:
        yield say("report.days_to_test", n=told.days_to_first_test)
    if told.real_testers:
        yield say("report.testers", n=told.real_testers)
    if told.learnings:
        yield say("report.about_the_need", n=told.about_need, of=told.learnings)
        yield say("report.adjustments", n=told.adjustments)
    if told.ideas:
        yield say("report.ideas_with_need", n=told.ideas_with_need, of=told.ideas)
