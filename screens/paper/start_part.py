"""The report's beginning: what it is."""

from collections.abc import Iterator

from screens.paper.markdown import plain
from screens.words import Words
from workshop import handlingsrom
from workshop.case import Case


def whose(case: Case, say: Words) -> Iterator[str]:
    """Whose case it is, and that it was no co-creation where it was none."""
    if case.municipality:
        yield f"**{plain(case.municipality)}**"
    if not handlingsrom.is_cocreation(case):
        led_as = say(f"report.form_{case.form}")
        yield f"**{say('report.not_samskaping', form=led_as)}**"


def about(case: Case, say: Words) -> Iterator[str]:
    """What this is, and what it does not tell."""
    size, process = say(f"report.size_{case.size}"), say(f"report.process_{case.process}")
    is_cocreation = handlingsrom.is_cocreation(case)
    key = "report.about" if is_cocreation else "report.about_other"
    yield say(key, size=size, process=process, rounds=case.round)
    yield say("report.privacy")
    if case.pack.values:
        told = say.listed(plain(value.name) for value in case.pack.values)
        yield say("report.values", values=told)
