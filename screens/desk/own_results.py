"""How a question of one's own is listed at the desk: what is asked, and afterwards what it gave."""

from typing import TYPE_CHECKING

from screens.desk.acts import Say
from screens.desk.bits import Bits
from screens.desk.widgets.bars import thin
from screens.desk.widgets.picks import Pick
from screens.scales import Scales
from screens.telling import Telling
from screens.words import voice

if TYPE_CHECKING:
    from workshop.scored import Counts, Form

BAR = 12
OWN_LISTS = frozenset({"agreement", "ranking", "axes", "testing"})
"""The forms that are listed otherwise than item by item with every step."""


class OwnResults:
    """Draws the forms that have a list of their own."""

    def __init__(self, say: Say) -> None:
        self._say = say
        self._scales = Scales(say)
        self._telling = Telling(say)

    def picks(self, form: "Form", counts: "Counts") -> list[Pick]:
        """What is asked about, in the order of the result where there is one."""
        if not counts:
            return self._asked(form)
        match form.kind:
            case "agreement":
                return self._stands(form, counts)
            case "ranking":
                return self._ranking(form, counts)
            case "axes":
                return self._placing(form, counts)
            case _:
                return self._testing(form, counts)

    def _asked(self, form: "Form") -> list[Pick]:
        from workshop.findings import things

        return [
            Pick(item.key, self._scales.item(item), _number(n))
            for n, item in enumerate(things(form), start=1)
        ]

    def _stands(self, form: "Form", counts: "Counts") -> list[Pick]:
        from workshop.findings import stands

        numbers = {item.key: n for n, item in enumerate(form.items, start=1)}
        picks: list[Pick] = []
        held = stands(form, counts)
        for place, stand in enumerate(held):
            if place == 0 or held[place - 1].side != stand.side:
                heading = self._telling.side(stand.side)
                picks.append(Pick(f"-{stand.side}", heading, tone="strong", choosable=False))
            last = place + 1 < len(held) and held[place + 1].side != stand.side
            picks.append(
                Pick(
                    stand.item.key,
                    self._scales.item(stand.item),
                    _number(numbers[stand.item.key]),
                    under=((self._telling.stand(stand), "muted"),),
                    gap=last,
                )
            )
        return picks

    def _ranking(self, form: "Form", counts: "Counts") -> list[Pick]:
        from workshop.findings import ranking

        ranked = ranking(form, counts)
        most = max((r.points for r in ranked), default=0)
        picks = []
        for r in ranked:
            right: Bits = (*thin(r.points, max(most, 1), BAR), (f" {r.points:>4}", "strong"))
            told = [self._say("finding.told_put_first", n=r.first)]
            if r.tie is not None:
                told.append(self._say("finding.told_tied"))
            under: Bits = ((" · ".join(told), "muted"),)
            picks.append(
                Pick(
                    r.item.key,
                    self._scales.item(r.item),
                    _number(r.place),
                    right=right,
                    under=under,
                )
            )
        return picks

    def _placing(self, form: "Form", counts: "Counts") -> list[Pick]:
        from workshop.findings import placing

        effect, effort = self._telling.axes(form)
        picks = []
        figure = voice(self._say).decimal
        for p in placing(form, counts):
            figures = f"{effect} {figure(p.effect.middle)} · {effort} {figure(p.effort.middle)}"
            told = f"{self._telling.corner(form, p.corner)} · {figures}"
            under: Bits = ((told, "muted"),)
            if p.wide:
                under = (*under, (f" · {self._say('finding.told_apart')}", "warn"))
            picks.append(
                Pick(p.item.key, self._scales.item(p.item), _number(p.number), under=under)
            )
        return picks

    def _testing(self, form: "Form", counts: "Counts") -> list[Pick]:
        from workshop.findings import can_test

        return [
            Pick(
                item.key,
                self._scales.item(item),
                _number(n),
                right=((self._say("finding.told_can", n=can), "strong"),),
            )
            for n, (item, can) in enumerate(can_test(form, counts), start=1)
        ]


def whole(form: "Form", counts: "Counts", say: Say) -> str:
    """What the answers say together; empty where the list says it all."""
    telling = Telling(say)
    if form.kind == "ranking":
        return f"{telling.first(form, counts)} {telling.how(form)}"
    return telling.how(form) or telling.warning(form, counts)


def _number(n: int) -> Bits:
    return ((f"{n:>2}  ", "muted"),)
