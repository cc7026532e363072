"""How a browser comes to each page, each status and each field that is wrong."""

from playwright.sync_api import expect

from tests.browser.phone.states import STATES, Scene, at

__all__ = ["STATES"]


@at("face wait")
def waiting(scene: Scene) -> None:
    scene.quiet()
    scene.go()


@at("face change")
def changing(scene: Scene) -> None:
    scene.go("?change")


@at("face write")
def writing(scene: Scene) -> None:
    scene.block("needs")
    scene.go()


@at("face wonder")
def wondering(scene: Scene) -> None:
    scene.block("wonder")
    scene.go()


@at("face edit")
def editing(scene: Scene) -> None:
    scene.go(f"?edit={scene.wrote()}")


@at("face offer")
def offering(scene: Scene) -> None:
    scene.quiet()
    scene.go("?offer")


@at("face vote")
def voting(scene: Scene) -> None:
    scene.quiet()
    scene.hall.desk("vote.open", dots=3, stacking=True)
    scene.go()
    expect(scene.page.locator(".steps").first).to_be_visible()


@at("face poll")
def answering(scene: Scene) -> None:
    scene.quiet()
    scene.hall.desk("poll.open", what="fundamentals")
    scene.go()


@at("face tell")
def telling(scene: Scene) -> None:
    scene.block("test")
    case = scene.hall.look()
    if not case["tests"]:
        needs = list(case["clusters"])[:1]
        sketch = scene.hall.desk("sketch.make", title="Morgenringen", needs=needs)
        test = scene.hall.desk("test.plan", sketch=sketch, believe="a", do="b", homes=5)
        scene.hall.desk("test.start", test=test)
    scene.go(f"?tell={next(iter(scene.hall.look()['tests']))}")


@at("face unsent")
def unsent(scene: Scene) -> None:
    """What nobody has asked for tonight."""
    scene.anew()
    scene.block("pause")
    scene.post("note", ("what", "objection"), ("text", "Feil spørsmål"))


@at("face message")
def lost_the_way(scene: Scene) -> None:
    scene.go("nowhere")


@at("face helper_door")
def at_the_door(scene: Scene) -> None:
    scene.post("hjelp", ("code", "AAAA"))


@at("face helper")
def keying_in(scene: Scene) -> None:
    helper = scene.hall.desk("helper.let_in")
    scene.post("hjelp", ("code", scene.hall.look()["helpers"][helper]["code"]))
    scene.go("hjelp")


@at("face inbox")
def between(scene: Scene) -> None:
    if scene.hall.look()["gathering"]:
        scene.hall.desk("gathering.end")
        scene.hall.desk("inbox.turn", open=True)
    scene.go(f"?inbox={scene.hall.case}")
    scene.post("idea", ("text", "Benk ved bussen"))


@at("face after")
def afterwards(scene: Scene) -> None:
    scene.go()


@at("face none")
def nobody(scene: Scene) -> None:
    if scene.hall.look()["inbox"]:
        scene.hall.desk("inbox.turn", open=False)
    scene.page.context.clear_cookies(name="medspill_" + scene.hall.case)
    scene.go()
    scene.post("code", ("code", "K7HM3PXT5"))


@at("face choose")
def several(scene: Scene) -> None:
    for title in ("Buss", "Skole"):
        scene.hall.open(title)
    scene.go()


@at("face join")
def coming(scene: Scene) -> None:
    scene.go(f"?case={scene.hall.case}")


@at("said received")
def received(scene: Scene) -> None:
    scene.wrote()


@at("said edited")
def edited(scene: Scene) -> None:
    scene.post("edit", ("note", scene.wrote()), ("text", "Med andre ord"))


@at("said taken_back")
def taken_back(scene: Scene) -> None:
    scene.post("take-back", ("note", scene.wrote()))


@at("said joined", "said changed")
def come(scene: Scene) -> None:
    scene.quiet()
    scene.join()


@at("said voted", "said answered", "said offered", "said told")
def counted(scene: Scene) -> None:
    scene.block("test")
    scene.post("test", ("block", scene.hall.look()["running"]["id"]), ("can", "1"))


@at("wrong role", "wrong table", "wrong heads")
def wrong_join(scene: Scene) -> None:
    scene.post("join", ("role", "king"), ("heads", "99"), ("table", "x"))
    expect(scene.page.locator(".error")).to_have_count(3)


@at("wrong text")
def wrong_text(scene: Scene) -> None:
    scene.block("needs")
    scene.post("note", ("what", "need"), ("text", " "))
    expect(scene.page.locator("#text-error")).to_be_visible()


@at("wrong category")
def wrong_category(scene: Scene) -> None:
    scene.block("missing")
    scene.post("note", ("what", "actor"), ("text", "Ungdom"), ("category", "king"))
    expect(scene.page.locator("#category-error")).to_be_visible()


@at("wrong about")
def wrong_about(scene: Scene) -> None:
    scene.block("ideas")
    scene.post("note", ("what", "idea"), ("text", "En benk"))
    expect(scene.page.locator("#about-error")).to_be_visible()


@at("wrong picks")
def wrong_picks(scene: Scene) -> None:
    voting(scene)
    vote = scene.hall.look()["votes"][scene.hall.look()["vote"]]
    scene.post("ballot", ("vote", vote["id"]), (f"pick.{vote['targets'][0]}", "99"))
    expect(scene.page.locator("#picks-error")).to_be_visible()


@at("wrong code")
def wrong_code(scene: Scene) -> None:
    scene.quiet()
    scene.hall.desk("codes.draw", count=9)
    vote = scene.hall.desk("vote.open", level="code")
    scene.post("ballot", ("vote", vote), ("code", "K7H M3P XT5"))
    expect(scene.page.locator("#code-error")).to_be_visible()


@at("wrong answers")
def wrong_answers(scene: Scene) -> None:
    scene.quiet()
    asked = {"title": "Rekkefølge", "form": "ranking", "over": "need"}
    poll = scene.hall.desk("poll.open", what="choice", **asked)
    scene.post("answer", ("poll", poll), ("answer.i1", "1"))
    expect(scene.page.locator("#answers-error")).to_be_visible()


@at("wrong hit", "wrong has_need")
def wrong_tell(scene: Scene) -> None:
    telling(scene)
    scene.post("tell", ("test", next(iter(scene.hall.look()["tests"]))), ("text", "Bra"))
    expect(scene.page.locator(".error")).to_have_count(1)
