"""Station 2: who can help."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, get_args

from textual.widget import Widget

from screens.desk.bits import Mark, mark
from screens.desk.form import Ask
from screens.desk.room import COMMON, Edit, New, Remove, Room
from screens.desk.widgets.picks import Pick, Picks

if TYPE_CHECKING:
    from workshop.asked import Actor
    from workshop.case import Case


class Helpers(Room):
    """Those who can help, by their role, the need's holders first."""

    NAME = "helpers"
    STATION = 2
    ACTS = (Edit, New, Remove, *COMMON)

    def body(self) -> Iterator[Widget]:
        """One list."""
        yield Picks(id="actors")

    def show(self, case: "Case") -> None:
        """The actors under their roles."""
        from workshop.terms import ActorRole

        picks: list[Pick] = []
        for role in get_args(ActorRole):
            held = [actor for actor in case.actors.values() if actor.role == role]
            if held or role in {"has_need", "driver"}:
                title = self.say(f"desk.role_{role}")
                picks.append(Pick(f"-{role}", title, tone="strong", choosable=False))
            if not held and role in {"has_need", "driver"}:
                none = self.words("none_yet")
                picks.append(Pick(f"-{role}-none", none, tone="muted", choosable=False, gap=True))
            picks += [self._pick(actor) for actor in held]
        self.query_one(Picks).update(picks)
        count = self.words("count", n=len(case.actors))
        self.entitle(self.words("title"), ((count, "muted"),))

    def _pick(self, actor: "Actor") -> Pick:
        told = [self.say(f"desk.category_{actor.category}")]
        if actor.driver:
            told.append(self.words("driver"))
        if not actor.usual:
            told.append(self.words("unusual"))
        sign = mark(Mark.DONE) if actor.driver else (" ", "")
        return Pick(actor.id, actor.name, (sign, (" ", "")), right=((" · ".join(told), "muted"),))

    def act_new(self) -> object:
        """Another one."""
        return self.run_worker(self._edit(None), group="act")

    def act_edit(self) -> object:
        """Change it; on an empty list, the first."""
        chosen = self.case.actors.get(self.query_one(Picks).cursor_id or "") if self.case else None
        return self.run_worker(self._edit(chosen), group="act")

    def act_remove(self) -> object:
        """Take it off the list; u brings it back."""
        chosen = self.query_one(Picks).cursor_id
        if self.case is None or chosen not in self.case.actors:
            return None
        return self.run_worker(self.desk.send("actor.remove", actor=chosen), group="act")

    async def _edit(self, actor: "Actor | None") -> None:
        from workshop.terms import ActorCategory, ActorRole

        async def store(values: Mapping[str, str]) -> str:
            fields = {
                "who": values["who"],
                "category": values["category"],
                "role": values["role"],
                "driver": values["driver"] == "yes",
                "usual": values["usual"] == "yes",
            }
            if actor is None:
                return await self.store("actor.name", **fields)
            return await self.store("actor.change", actor=actor.id, **fields)

        categories = self.labels("category", get_args(ActorCategory))
        roles = self.labels("role", get_args(ActorRole))
        name, category, role = (actor.name, actor.category, actor.role) if actor else ("", "", "")
        driver = "yes" if actor and actor.driver else "no"
        usual = "no" if actor and not actor.usual else "yes"
        fields = (
            Ask("who", self.words("field_who"), name),
            Ask("category", self.words("field_category"), category, "choice", categories),
            Ask("role", self.words("field_role"), role, "choice", roles),
            Ask("driver", self.words("field_driver"), driver, "choice", self.yes_no()),
            Ask("usual", self.words("field_usual"), usual, "choice", self.yes_no()),
        )
        await self.form(self.words("new" if actor is None else "edit"), fields, store)
