"""Station 3: what moves each of those who must be there, and what keeps them away."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.widget import Widget

from screens.desk.bits import Bit, Bits, Mark, mark
from screens.desk.peopling import AskHall, Invited, People, Replied
from screens.desk.places import MOVING
from screens.desk.room import Edit
from screens.desk.widgets.picks import Pick, Picks

if TYPE_CHECKING:
    from workshop.asked import Actor, Invitation
    from workshop.case import Case


class Station3(People):
    """A page of station 3; phones can be asked what they will contribute from each of them."""

    STATION = 3
    WALL = "opening"
    PAGES = MOVING

    def act_ask_hall(self) -> object:
        """What can you contribute?"""
        return self.run_worker(self.ask_hall("offers"), group="act")


class Motivation(Station3):
    """A row for each actor, those who must be there first: gain, barriers with remedies, reply."""

    NAME = "motivation"
    ACTS = (Edit, Invited, Replied, AskHall, *People.PAGING)

    def body(self) -> Iterator[Widget]:
        """One list."""
        yield Picks(id="actors")

    def show(self, case: "Case") -> None:
        """How each is invited."""
        from workshop.actor_map import confirmed, reply_of

        order = sorted(case.actors.values(), key=lambda actor: not actor.must)
        head = Pick("-head", self.words("head"), tone="muted", right=self.head(), choosable=False)
        none = Pick("-none", self.words("none_yet"), tone="muted", choosable=False)
        rows = [self._pick(case, actor) for actor in order]
        self.query_one(Picks).update([head, *rows] if rows else [none])
        asked = sum(reply_of(case, a) is not None for a in order)
        state: Bits = (
            (self.words("asked", n=asked, all=len(order)), "muted"),
            (self.words("confirmed", n=confirmed(case)), "muted"),
        )
        self.entitle(self.words("title"), state if order else ())

    def _pick(self, case: "Case", actor: "Actor") -> Pick:
        from workshop.asked import Invitation

        plan = case.invitations.get(actor.id, Invitation())
        settled = plan.gain and all(h.remedy for h in plan.barriers) and plan.reply
        sign = Mark.DONE if settled else Mark.LACKS if actor.must else Mark.NOT_YET
        return Pick(
            actor.id,
            actor.name,
            (mark(sign), (" ", "")),
            right=self.figures(case, actor),
            beside=((self.words("must"), "muted"),) if actor.must else (),
            under=tuple(self._told(plan)),
            gap=True,
        )

    def _told(self, plan: "Invitation") -> Iterator[Bit]:
        yield (plan.gain, "") if plan.gain else (self.words("no_gain"), "muted")
        for hindrance in plan.barriers:
            name = self.say(f"people.barrier_{hindrance.barrier}")
            if hindrance.remedy:
                yield f" · {name}: {hindrance.remedy}", "muted"
            else:
                yield f" {Mark.LACKS} {self.words('no_remedy', barrier=name)}", "warn"
        if plan.channel:
            yield f" · {self.say(f'people.channel_{plan.channel}')}", "muted"

    def act_edit(self) -> object:
        """How this one is invited."""
        return self.act_invited()
