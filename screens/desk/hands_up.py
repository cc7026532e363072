"""Hands at a question, and whether the heads add up: beside what came from phones and paper."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from screens.desk.acts import Act
from screens.desk.bits import Bit
from screens.desk.form import Ask
from screens.desk.handing import sum_bits, typed
from screens.desk.owning import Owning
from screens.desk.room import number
from screens.desk.widgets.picks import Picks
from screens.scales import Scales

if TYPE_CHECKING:
    from workshop.case import Case
    from workshop.scored import Poll


class RaiseAnswerHands(Act):
    """Key in a show of hands at the thing at the cursor: how many answer so, and what."""

    key = "h"


class CountAnswerHeads(Act):
    """Say how many heads are in the hall, and how many of them do not answer."""

    key = "l"


class HandsUp(Owning):
    """A place where questions are asked that a hall can answer by raising hands."""

    @property
    def by_hands(self) -> bool:
        """Whether hands can be raised at what is open."""
        from workshop.raised_answers import takes_hands

        return self.open_poll is not None and takes_hands(self.open_poll)

    def summed(self, case: "Case", poll: "Poll") -> list[Bit]:
        """Whether phones, paper and hands are the heads in the hall; nothing where none counted."""
        from workshop.headcount import headcount

        told = headcount(case, poll)
        if poll.what != "choice" or told.heads is None:
            return []
        return [("\n", ""), *sum_bits(told, self.say, is_open=poll.closed_at is None)]

    def act_raise_answer_hands(self) -> object:
        """Heads first, then the hands of each answer."""
        return self.run_worker(self._hands_up(), group="act")

    async def _hands_up(self) -> None:
        from workshop.views import worded

        case, poll, key = self.case, self.open_poll, self.query_one("#items", Picks).cursor_id
        if case is None or poll is None or not self.by_hands:
            return
        form, scales = worded(case, poll.form), Scales(self.say)
        item = next((i for i in form.items if i.key == key), form.items[0])
        again = item.key in poll.raised

        async def store(values: Mapping[str, str]) -> str:
            hands = {step.key: number(values[f"s{n}"]) or 0 for n, step in enumerate(form.steps)}
            return await self.store(
                "answer_hands.count",
                origin="hands",
                poll=poll.id,
                item=item.key,
                heads=number(values["heads"]),
                hands=hands,
                replace=again,
            )

        hint = self.words("hint_hands_again" if again else "hint_hands")
        fields = [Ask("heads", self.words("field_hands"), hint=hint)]
        for n, step in enumerate(form.steps):
            fields.append(Ask(f"s{n}", scales.step(poll.what, step)))
        await self.form(scales.item(item) or form.title, tuple(fields), store)

    def act_count_answer_heads(self) -> object:
        """Both counts in one form."""
        return self.run_worker(self._count_heads(), group="act")

    async def _count_heads(self) -> None:
        case, poll = self.case, self.open_poll
        if case is None or poll is None or case.evening is None:
            return
        was = case.evening.heads

        async def store(values: Mapping[str, str]) -> str:
            heads, without = number(values["heads"]), number(values["without"])
            if heads is not None and heads != was:
                wrong = await self.store("heads.count", heads=heads)
                if wrong:
                    return wrong
            return await self.store("without.count", vote=poll.id, heads=without)

        fields = (
            Ask("heads", self.words("field_heads"), typed(was)),
            Ask("without", self.words("field_without"), typed(poll.without)),
        )
        await self.form(self.words("heads"), fields, store)
