"""What became of everything that was said."""

from collections.abc import Iterator

from screens.paper.markdown import bullets, day, plain
from screens.words import Words
from workshop import closing
from workshop.case import Case
from workshop.views import title_of


def fates(case: Case, say: Words) -> Iterator[str]:
    """What became of every cluster and idea, and when more is heard."""
    owed = closing.owed(case)
    if owed or case.fates or case.answer_date:
        yield f"## {say('report.fates')}"
    # What was set aside is owed nothing, and may have got an answer all the same.
    for target in dict.fromkeys((*owed, *case.fates)):
        fate = case.fates.get(target)
        if fate:
            answer = plain(fate.answer) or say("report.forgotten")
            told = f"{say(f'report.fate_{fate.fate}')}. {answer}"
            title = plain(title_of(case, target)) or say("report.forgotten")
            yield f"**{title}**  \n{told}"
    lacking = closing.unanswered(case)
    if lacking:
        yield say("report.unanswered", n=len(lacking))
        yield bullets([plain(title_of(case, t)) for t in lacking])
    if case.answer_date:
        yield f"**{say('report.answer_date')}** {day(case.answer_date, say)}"
