"""The report tells every assessment and poll, and nothing that could pick somebody out."""

import json

from screens.paper.report import as_json, as_markdown
from screens.words import Words
from tests.unit.given import an_evening
from workshop.packs.model import Pack
from workshop.packs.parts import Checklist, Item, Scale, Step


def test_every_assessment_stands_beside_the_others() -> None:
    """Scores, products and what must be done; for now where one is missing; no mean anywhere."""
    evening = an_evening()
    zero = {"need": 2, "value": 1, "driver": 4, "team": 3, "anchoring": 0}
    evening.made("fundamentals.agree", scores=zero, notes={"anchoring": "Spør | rådmannen"})
    evening.made("fundamentals.agree", scores={"need": 3}, new=True)

    text = as_markdown(evening.it, Words())

    assert "| Forankring | 0 | ikke vurdert |" in text
    assert "| Gangestykket | 0 | foreløpig |" in text
    assert "Svaret er null: Forankring. Arbeidet vil mest sannsynlig ikke lykkes." in text
    assert "- Forankring: Spør \\| rådmannen" in text
    told = json.loads(as_json(evening.it))["case"]["assessments"]
    assert [a["product"] for a in told] == [0, None]


def test_a_small_group_is_told_as_hidden_and_stands_in_no_figure() -> None:
    """Of six politicians and two leaders the report knows the six."""
    evening = an_evening()
    for n in range(8):
        role = "leader" if n < 2 else "politician"
        evening.made("person.join", sender="phone", phone=f"p{n}", role=role)
    poll = evening.made("poll.open", what="handlingsrom", title="Gode år hjemme")
    for n in range(8):
        answer = {"known": "yes" if n < 2 else "no"}
        evening.made("poll.answer", sender="phone", phone=f"p{n}", poll=poll, answers=answer)
    assert "Det er ikke lukket for svar ennå." in as_markdown(evening.it, Words())
    evening.made("poll.close")

    text = as_markdown(evening.it, Words())

    assert "## Gode år hjemme" in text
    assert "| Er både målet og løsningen kjent fra før? | 0 | 6 | 0 |" in text
    assert "Ledere: skjult, færre enn 5 svarte." in text
    assert "6 svar er vist. 2 svar er skjult for å verne små grupper." in text
    (told,) = json.loads(as_json(evening.it))["case"]["polls"]
    assert told["counts"]["known"] == {"no": 6}
    assert {g["role"]: g["answers"] for g in told["groups"]} == {"leader": None, "politician": 6}
    assert "Alle 6 svar som er vist, er fra samme gruppe: Politikere." in text
    assert text.count("| Har den som bestemmer, sagt ja til arbeidet?") == 1


def test_a_checklist_is_told_with_what_is_done_about_it() -> None:
    """Answer, note, action and owner; what is open and what lacks a reason are said."""
    evening = an_evening()
    scale = Scale(
        key="scale", steps=(Step(key="0", label="Nei", value=0), Step(key="1", label="Ja", value=1))
    )
    intake = Checklist(
        key="intake",
        name="Inntak",
        scale="scale",
        none_zero=True,
        items=tuple(Item(key=k, text=k.upper()) for k in ("a", "b", "c")),
    )
    evening.case = evening.it.model_copy(
        update={"pack": Pack(scales=(scale,), checklists=(intake,))}
    )
    evening.made(
        "checklist.agree", checklist="intake", item="a", step="1", note="Fint", owner="Per"
    )
    evening.made("checklist.agree", checklist="intake", item="b", step="0")

    text = as_markdown(evening.it, Words())

    assert "| A | Ja | Fint |  | Per |" in text
    assert "| B | Nei |  |  |  |" in text
    assert "1 punkt er ikke besvart." in text
    assert "1 punkt har laveste svar uten forklaring." in text
