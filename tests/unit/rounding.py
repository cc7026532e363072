"""A small case on its way through a round, for tests of station 5."""

from tests.unit.given import Evening

STATED = {"who": "Naboer", "what": "å bli savnet", "why": "ingen ser inn", "others": True}


def a_team() -> Evening:
    """A small, internal task with no hall open."""
    evening = Evening()
    evening.made("case.open", id="case-0001", title="Vaktrommet", size="small")
    evening.made("case.describe", process="administrative")
    return evening


def gathered(evening: Evening) -> str:
    """A need in a cluster, in words, that somebody else than the team said."""
    note = evening.made("note.write", text="Vil vite hvem som kommer", origin="spoken")
    cluster = evening.made("cluster.make", title="Kjente fjes", notes=[note])
    evening.made("statement.write", cluster=cluster, **STATED)
    return cluster


def sketched(evening: Evening, cluster: str) -> str:
    """A sketch that answers the need."""
    idea = evening.made("note.write", what="idea", text="Fotokort", about=[cluster])
    return evening.made(
        "sketch.make", title="Fotokort", text="På døra", ideas=[idea], must_be_true="Hun ser kortet"
    )


def planned(evening: Evening, sketch: str) -> str:
    """A test card."""
    card = {"believe": "Hun kjenner igjen", "do": "Henger det opp", "right_if": "To av tre"}
    return evening.made("test.plan", sketch=sketch, homes=3, **card)
