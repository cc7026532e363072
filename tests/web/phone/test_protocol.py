"""The phone protocol as a program speaks it: JSON in, JSON out."""

import re
from datetime import datetime

from pydantic import TypeAdapter

from tests.web.phone.evening import Evening, json_of
from workshop.views import LiveFrame, PhoneView


async def test_joining_gives_the_secret_once(evening: Evening) -> None:
    """A program without a cookie gets its secret in the answer; with one it gets a receipt."""
    phone = evening.phone()
    first = await phone.join(role="youth", table=3, heads=2)
    secret = first.pop("secret")
    assert re.fullmatch(r"[0-9A-Z]{14}", secret)
    assert phone.client.cookies[f"medspill_{evening.case_id}"] == secret
    assert set(first) == {"ok", "command", "seq", "at", "repeated", "edited"}
    assert datetime.fromisoformat(first["at"]).tzinfo
    again = await phone.join(role="youth", table=4, heads=2)
    assert "secret" not in again
    assert len(evening.case.here) == 1


async def test_joining_again_without_the_cookie_still_works(evening: Evening) -> None:
    """Where the answer to a join was lost, the same body sent again gives a secret that works."""
    phone = evening.phone()
    body = {"id": "lost-answer", "role": "youth"}
    await phone.say("/join", **body)
    phone.client.cookies.clear()
    answer = json_of(await phone.say("/join", **body))
    assert answer["ok"]
    await evening.desk("block.start", kind="needs")
    assert (await phone.say("/note", text="Buss")).status_code == 200


async def test_a_note_sent_again_gives_the_first_receipt(evening: Evening) -> None:
    """The same id and body: the first receipt, marked as repeated, and one note."""
    await evening.desk("block.start", kind="needs")
    phone = evening.phone()
    await phone.join()
    first = json_of(await phone.say("/note", id="sent-twice", text="Buss"))
    again = json_of(await phone.say("/note", id="sent-twice", text="Buss"))
    assert (first["repeated"], again["repeated"]) == (False, True)
    assert again | {"repeated": False} == first
    assert len(evening.case.notes) == 1


async def test_the_same_id_with_other_words_edits(evening: Evening) -> None:
    """The same id and another text: the note is edited, and the receipt says so."""
    await evening.desk("block.start", kind="needs")
    phone = evening.phone()
    await phone.join()
    await phone.say("/note", id="other-words", text="Buss")
    answer = json_of(await phone.say("/note", id="other-words", text="Buss om kvelden"))
    assert answer["edited"]
    assert [n.text for n in evening.case.notes.values()] == ["Buss om kvelden"]
    answer = json_of(await phone.say("/edit", note="other-words", text="Buss hver kveld"))
    assert answer["edited"]
    assert [n["text"] for n in (await phone.me())["notes"]] == ["Buss hver kveld"]


async def test_refusals_have_a_reason_and_a_sentence(evening: Evening) -> None:
    """What the meeting does not take gets 409, a reason for programs and a sentence for people."""
    phone = evening.phone()
    answer = await phone.say("/note", text="Buss")
    assert answer.status_code == 409
    assert json_of(answer) == {
        "ok": False,
        "reason": "not_joined",
        "message": "Du må bli med først.",
    }
    await phone.join()
    assert json_of(await phone.say("/note", text="Buss"))["reason"] == "not_collecting"
    assert json_of(await phone.say("/edit", note="strange", text="x"))["reason"] == "no_note"
    answer = await phone.say("/ballot", vote="no-such-vote", picks=[])
    assert json_of(answer)["reason"] == "no_vote"
    (a, *_) = await evening.vote("Buss", "Helger")
    vote = evening.case.vote
    answer = await phone.say("/ballot", vote=vote, picks=[a, a])
    assert (answer.status_code, json_of(answer)["reason"]) == (409, "too_many_on_one")
    answer = await phone.say("/ballot", vote=vote, picks=["x"])
    assert json_of(answer)["reason"] == "no_target"
    await evening.desk("vote.close")
    answer = await phone.say("/ballot", vote=vote, picks=[a])
    assert json_of(answer)["message"] == "Stemmingen er lukket."


async def test_wrong_fields_are_told_apart_from_wrong_bodies(evening: Evening) -> None:
    """A field that a person can mend gives 422 with its reason; anything else is 400."""
    phone = evening.phone()
    await phone.join()
    for path, fields, reason in (
        ("/note", {"text": "  "}, "text_blank"),
        ("/note", {"text": "a" * 2_001}, "text_long"),
        ("/join", {"table": 100}, "table"),
        ("/join", {"heads": 11}, "heads"),
        ("/join", {"role": "king"}, "role"),
        ("/join", {"code": "nei"}, "code"),
    ):
        answer = await phone.say(path, **fields)
        assert (answer.status_code, json_of(answer)["reason"]) == (422, reason), fields
        assert json_of(answer)["message"]
    bodies: tuple[tuple[str, dict[str, object]], ...] = (
        ("/note", {}),
        ("/note", {"text": 7}),
        ("/note", {"text": "a", "more": 1}),
        ("/note", {"text": "a", "id": "short"}),
        ("/note", {"text": "a", "id": None}),
        ("/note", {"text": "a", "about": "x"}),
        ("/ballot", {"vote": "v"}),
        ("/join", {"case": "../../etc"}),
    )
    for path, wrong in bodies:
        answer = await phone.say(path, **wrong)
        assert (answer.status_code, json_of(answer)["reason"]) == (400, "malformed"), wrong


async def test_me_is_ones_own_view(evening: Evening) -> None:
    """GET /me is the whole phone view of the cookie's owner, and is never kept."""
    phone = evening.phone()
    await phone.join(role="employee", table=9)
    answer = await phone.get("/me")
    assert answer.headers["cache-control"] == "no-store"
    view = PhoneView.model_validate_json(answer.content)
    assert view.face == "wait"
    assert view.me
    assert (view.me.role, view.me.table) == ("employee", 9)


async def test_live_is_the_same_small_bytes_for_all(evening: Evening) -> None:
    """GET /live needs no cookie, fits in a packet, and costs 304 when nothing has changed."""
    one, two = evening.phone(), evening.phone()
    await one.join()
    first, second = await one.get("/live"), await two.get("/live")
    assert first.content == second.content
    assert len(first.content) < 400
    frame = LiveFrame.model_validate_json(first.content)
    assert frame.phones == 1
    again = await two.get("/live", **{"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    await evening.desk("block.start", kind="needs")
    changed = await two.get("/live", **{"if-none-match": first.headers["etag"]})
    assert changed.status_code == 200
    assert LiveFrame.model_validate_json(changed.content).turn != frame.turn


async def test_the_turn_on_the_page_is_the_turn_of_the_frame(evening: Evening) -> None:
    """A page knows by the frame's turn whether it still shows what the meeting does."""
    phone = evening.phone()
    await phone.join()
    for kind in ("welcome", "needs", "pause", "ideas"):
        await evening.desk("block.start", kind=kind, reason="Haster")
        turn = TypeAdapter(dict[str, object]).validate_json((await phone.get("/live")).content)
        assert f'data-turn="{turn["turn"]}"' in await phone.page()


async def test_without_a_gathering_there_is_nothing_to_follow(empty: Evening) -> None:
    """GET /me and GET /live are 404 while no gathering is open, and say so."""
    phone = empty.phone()
    for path in ("/me", "/live"):
        answer = await phone.get(path)
        assert answer.status_code == 404
        assert json_of(answer)["reason"] == "no_open_gathering"
    for path in ("/join", "/note", "/edit", "/ballot"):
        answer = await phone.say(path, text="x", note="n", vote="v", picks=[])
        assert answer.status_code in {400, 409}


async def test_several_gatherings_are_named_by_their_case(evening: Evening) -> None:
    """With several open a program names the case, or is told to."""
    other = await evening.open("Skolegården")
    phone = evening.phone()
    assert json_of(await phone.say("/join"))["reason"] == "choose_gathering"
    assert json_of(await phone.get("/live"))["reason"] == "choose_gathering"
    await phone.join(case=other)
    assert json_of(await phone.get("/me"))["title"] == "Skolegården"
    assert (await phone.get(f"/live?case={evening.case_id}")).status_code == 200
    assert json_of(await phone.say("/join", case="id-of-none"))["reason"] == "no_open_gathering"
