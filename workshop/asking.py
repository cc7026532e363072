"""What a block of questions on the run sheet asks, and what of it has not been asked yet."""

from collections.abc import Iterator

from workshop.case import Case


def to_ask(case: Case) -> tuple[str, ...]:
    """What the running block of questions still asks: not answered alone nor agreed on tonight.

    A checklist that the case's strategy does not have is left out.
    """
    running, evening = case.running, case.evening
    if running is None or evening is None:
        return ()
    block = next((b for b in evening.blocks if b.id == running.block), None)
    done = set(_asked(case))
    return tuple(a for a in (block.asks if block else ()) if a not in done and can_ask(case, a))


def can_ask(case: Case, asked: str) -> bool:
    """Whether this is a kind of poll that needs no more, or a checklist of the pack."""
    return asked in {"fundamentals", "handlingsrom", "exit"} or bool(case.pack.checklist(asked))


def _asked(case: Case) -> Iterator[str]:
    """What has been asked or gone through in the open gathering."""
    for poll in case.polls.values():
        if poll.gathering == case.gathering:
            yield poll.form.key if poll.what == "checklist" else poll.what
    for review in case.reviews.values():
        if review.gathering == case.gathering:
            yield review.form.key
    if any(a.gathering == case.gathering and a.scores for a in case.assessments.values()):
        yield "fundamentals"
