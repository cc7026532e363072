"""Hands and heads in a vote: what was raised, who wants no vote, and whether it adds up."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from screens.desk.acts import Act, Say
from screens.desk.bits import Bit, Bits, Mark, mark
from screens.desk.form import Ask
from screens.desk.room import number
from screens.desk.stating import Stating
from screens.desk.widgets.picks import Picks

if TYPE_CHECKING:
    from workshop.case import Case
    from workshop.headcount import Sum
    from workshop.said import Cluster, Vote


class RaiseHands(Act):
    """Key in a show of hands: how many vote so, and how many hands each got."""

    key = "h"


class CountHeads(Act):
    """Say how many heads are in the hall, and how many of them want no vote."""

    key = "t"


class Handing(Stating):
    """A page that a vote is led from."""

    @property
    def vote(self) -> "Vote | None":
        """The vote that the page is about."""
        raise NotImplementedError

    @property
    def cluster(self) -> "Cluster | None":
        """What the cursor stands at when the vote is closed, and its need can be put in words."""
        if self.case is None or self.vote is None or self.vote.closed_at is None:
            return None
        chosen = self.case.clusters.get(self.query_one(Picks).cursor_id or "")
        return chosen if chosen and not chosen.into else None

    def then(self, case: "Case") -> Bits:
        """What is done next with what the dots pointed at; nothing where it has been done."""
        from workshop.onward import to_state

        first = to_state(case)
        if first is None:
            return ()
        return ((f"\n{self.words('then', title=case.clusters[first].title)}", "strong"),)

    def act_raise_hands(self) -> object:
        """Heads first, then the hands of each."""
        return self.run_worker(self._hands(), group="act")

    def act_count_heads(self) -> object:
        """Both counts in one form."""
        return self.run_worker(self._heads(), group="act")

    async def _hands(self) -> None:
        from workshop.results import wordings

        case, vote = self.case, self.vote
        if case is None or vote is None or vote.closed_at is not None:
            return
        again = "hands" in vote.voices

        async def store(values: Mapping[str, str]) -> str:
            raised = {t: number(values[f"t{i}"]) or 0 for i, t in enumerate(vote.targets)}
            return await self.store(
                "hands.count",
                origin="hands",
                vote=vote.id,
                heads=number(values["heads"]),
                hands=raised,
                replace=again,
            )

        hint = self.words("hint_hands_again" if again else "hint_hands", n=vote.dots)
        fields = [Ask("heads", self.words("field_hands"), hint=hint)]
        for i, target in enumerate(vote.targets):
            fields.append(Ask(f"t{i}", f"{i + 1}  {wordings(case, target)[-1]}"))
        await self.form(self.words("hands_again" if again else "hands"), tuple(fields), store)

    async def _heads(self) -> None:
        case, vote = self.case, self.vote
        if case is None or vote is None or case.evening is None:
            return
        was = {"heads": case.evening.heads, "without": vote.without}

        async def store(values: Mapping[str, str]) -> str:
            heads, without = number(values["heads"]), number(values["without"])
            if heads is not None and heads != was["heads"]:
                wrong = await self.store("heads.count", heads=heads)
                if wrong:
                    return wrong
            return await self.store("without.count", vote=vote.id, heads=without)

        fields = (
            Ask("heads", self.words("field_heads"), typed(was["heads"])),
            Ask("without", self.words("field_without"), typed(was["without"])),
        )
        await self.form(self.words("heads"), fields, store)


def typed(count: int | None) -> str:
    """A count as it stands in a field; nothing where none was made."""
    return "" if count is None else str(count)


def sum_bits(summed: "Sum", say: Say, *, is_open: bool) -> Bits:
    """«62 hoder = 43 telefon + 12 papir + 3 hender + 4 uten», or what does not add up."""
    if summed.heads is None:
        return (mark(Mark.LACKS), (f" {say('desk.sum_uncounted')}", ""))
    parts = [say("desk.sum_phones", n=summed.phones), say("desk.sum_paper", n=summed.paper)]
    if summed.hands:
        parts.append(say("desk.sum_hands", n=summed.hands))
    if summed.other:
        parts.append(say("desk.sum_other", n=summed.other))
    parts.append(say("desk.sum_without", n=summed.without))
    told = say("desk.sum_heads", n=summed.heads)
    sign = "=" if summed.adds_up else "≠"
    line: list[Bit] = [
        mark(Mark.DONE if summed.adds_up else Mark.LACKS),
        (f" {told} {sign} {' + '.join(parts)}", ""),
    ]
    if not summed.adds_up:
        # While people vote it is no fault that somebody has not.
        waiting = is_open and summed.lacking > 0
        told_so = say("desk.sum_waiting", n=summed.lacking) if waiting else advice(summed, say)
        line += [("\n", ""), (told_so, "muted" if waiting else "warn")]
    return tuple(line)


def advice(summed: "Sum", say: Say) -> str:
    """What to do when it does not add up."""
    if summed.lacking > 0:
        return say("desk.sum_lacking", n=summed.lacking)
    return say("desk.sum_over", n=-summed.lacking)
