"""How the votes came out: who could vote, whether it adds up, and what weighed most."""

from collections.abc import Iterator

from screens.paper.drawn import drawing
from screens.paper.markdown import plain, table
from screens.words import Words
from workshop import pictures, results
from workshop.case import Case
from workshop.headcount import Sum, headcount
from workshop.said import Vote
from workshop.views import title_of


def votes(case: Case, say: Words) -> Iterator[str]:
    """How each vote came out, near ties said as such; few votes are not told in figures."""
    for vote in case.votes.values():
        yield f"## {say('report.vote', n=vote.round)}"
        if vote.closed_at is None:
            yield say("report.vote_open")
            continue
        why = say(f"report.why_{results.why_so_many(vote)}", n=len(vote.targets))
        yield f"{say('report.vote_how', n=vote.dots)} {why}"
        yield say(f"report.level_{vote.level}")
        yield f"{say('report.turnout')} {', '.join(_came(vote, say)) or say('report.nobody')}"
        yield sum_told(headcount(case, vote), say)
        if picture := pictures.result(case, vote):
            yield drawing(picture, say)
        yield _result(case, vote, say)
        yield say("report.advice")


def _came(vote: Vote, say: Words) -> Iterator[str]:
    """How the ballots came in, and for how many where a phone was shared."""
    for origin, n in vote.turnout.items():
        voices = vote.voices.get(origin, n)
        shared = f" {say('report.for_heads', n=voices)}" if voices != n else ""
        yield f"{say(f'report.came_{origin}', n=n)}{shared}"
    if vote.blank:
        yield say("report.came_blank", n=vote.blank)


def sum_told(summed: Sum, say: Words) -> str:
    """Whether the heads in the hall are phones, paper, hands and those without a vote."""
    if summed.heads is None:
        return say("report.sum_uncounted")
    parts = [
        say(f"report.sum_{way}", n=n)
        for way, n in (
            ("phones", summed.phones),
            ("paper", summed.paper),
            ("hands", summed.hands),
            ("other", summed.other),
            ("without", summed.without),
        )
        if n or way in {"phones", "paper"}
    ]
    sign = "=" if summed.adds_up else "≠"
    told = f"{say('report.sum_heads', n=summed.heads)} {sign} {' + '.join(parts)}."
    if summed.adds_up:
        return told
    key = "report.sum_lacking" if summed.lacking > 0 else "report.sum_over"
    return f"{told} {say(key, n=abs(summed.lacking))}"


def _title(case: Case, vote: Vote, target: str, say: Words) -> str:
    """What was voted on, and what it is called now where that is another."""
    voted, now = results.as_voted(case, vote, target), title_of(case, target)
    if voted == now:
        return plain(now)
    return f"{plain(voted)} {say('report.renamed', now=plain(now))}"


def _result(case: Case, vote: Vote, say: Words) -> str:
    ranked = results.ranking(vote)
    if not results.figures_may_show(vote):
        places = results.places(vote)
        order = [[str(places[t]), _title(case, vote, t, say)] for t, _ in ranked]
        told = table([say(f"report.{head}") for head in ("rank", "target")], order)
        return f"{say('report.few')}\n\n{told}"
    numbers = {target: number for number, target in enumerate(vote.targets, start=1)}
    near = {
        target: sorted(numbers[other] for other in group - {target})
        for group in results.near_ties(vote)
        for target in group
    }
    rows = [
        [
            str(numbers[target]),
            _title(case, vote, target, say),
            str(dots),
            say("report.tied", others=", ".join(map(str, near[target]))) if target in near else "",
        ]
        for target, dots in ranked
    ]
    heads = ("number", "target", "dots", "near")
    return table([say(f"report.{head}") for head in heads], rows)
