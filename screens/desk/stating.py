"""How the need that a cluster stands for is put in words at the desk: who, what and why."""

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, get_args

from screens.desk.acts import Act
from screens.desk.form import Ask
from screens.desk.loop import LoopRoom

if TYPE_CHECKING:
    from workshop.said import Cluster


class State(Act):
    """Put the need of the cluster in words."""

    key = "b"


class Stating(LoopRoom):
    """A page with a cluster whose need can be put in words."""

    @property
    def cluster(self) -> "Cluster | None":
        """The cluster at the cursor."""
        raise NotImplementedError

    def act_state(self) -> object:
        """Who needs what, and why."""
        return self.run_worker(self._state(self.cluster), group="act") if self.cluster else None

    def _known(self, cluster: "Cluster") -> str:
        """How most of its needs are known, as they are marked; else they were told."""
        from workshop.clusters import members

        held = members(self.case, cluster.id) if self.case else ()
        marks = Counter(n.evidence for n in held if n.evidence)
        return marks.most_common(1)[0][0] if marks else "told"

    async def _state(self, cluster: "Cluster") -> None:
        from workshop.terms import Evidence

        async def store(values: Mapping[str, str]) -> str:
            fields: dict[str, Any] = {**values, "others": values["others"] == "yes"}
            return await self.store("statement.write", cluster=cluster.id, **fields)

        now = cluster.statement
        # Nobody is asked while needs are gathered; who puts one in words says how it is known.
        evidence = tuple(
            (e, self.say(f"desk.place_clusters_evidence_{e}")) for e in get_args(Evidence)
        )
        others = "yes" if now and now.others else "no"
        fields = (
            Ask("who", self.say("desk.place_clusters_field_who"), now.who if now else ""),
            Ask("what", self.say("desk.place_clusters_field_what"), now.what if now else ""),
            Ask("why", self.say("desk.place_clusters_field_why"), now.why if now else ""),
            Ask(
                "evidence",
                self.say("desk.place_clusters_field_evidence"),
                (now.evidence if now else None) or self._known(cluster),
                "choice",
                evidence,
            ),
            Ask(
                "others",
                self.say("desk.place_clusters_field_others"),
                others,
                "choice",
                self.yes_no(),
            ),
        )
        await self.form(cluster.title, fields, store)
