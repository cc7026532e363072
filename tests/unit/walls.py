"""What a hall may see, made up for the terminal's walls, and how a screen of them is read."""

from datetime import UTC, date, datetime
from typing import Any

from screens.projector.rows import width
from screens.projector.scene import Moment, Scene, Scenes, Size
from screens.projector.seen import Seen
from screens.words import DEFAULT, Words
from workshop.framed import Frame
from workshop.pictures import Label, Line, Picture
from workshop.said import Statement
from workshop.views import (
    ProjectorView,
    WallBar,
    WallCluster,
    WallCount,
    WallEffect,
    WallItem,
    WallNote,
    WallPair,
    WallPeople,
    WallPledge,
    WallRing,
    WallRound,
    WallSketch,
    WallStop,
    WallUse,
)

NOW = datetime(2025, 1, 21, 18, 47, tzinfo=UTC)
URL = "http://192.168.8.2/"
SIZES = {"80x24": Size(80, 24), "120x34": Size(120, 34), "60x18": Size(60, 18)}
TITLES = (
    "Bli oppdaget i tide",
    "Kjente fjes",
    "Ensomme helger",
    "Hvem ringer jeg?",
    "Klare seg i eget hus",
    "Avløsning",
    "Mat som smaker",
    "Komme seg fram",
)
DOTS = ((46, None), (27, 1), (24, 1), (14, None), (11, None), (7, 2), (7, 2), (0, None))
PEOPLE = WallPeople(
    missing=(WallCount(category="youth", n=3), WallCount(category="none", n=1)),
    rings=(
        WallRing(key="need", names=("Innbyggere 67+ i to grender", "Pårørende", "Demente")),
        WallRing(key="makers", names=("Sanitetsforeninga", "Elevrådet")),
        WallRing(key="experts", names=()),
        WallRing(key="deciders", names=("Kommunestyret",)),
        WallRing(key="drivers", names=("Frivilligsentralen",)),
    ),
    why_asked="Dere kjenner hverdagen hjemme.",
    hear_by=date(2025, 5, 28),
)
TURN = WallRound(
    statements=(Statement(who="Eldre alene", what="å bli savnet", why="ingen ser inn"),),
    sketches=(WallSketch(title="Morgenringen", text="Fem ringer hverandre hver morgen"),),
    wanted=5,
    willing=7,
)
PROGRAMME = tuple(
    WallItem.model_validate({"title": title, "kind": kind, "begins": at, "stands": stands})
    for title, kind, at, stands in (
        ("Velkommen og løftet", "welcome", "18:00", "been"),
        ("Spørsmålet: fast og åpent", "question", "18:10", "been"),
        ("Behov åpent", "needs", "18:30", "now"),
        ("Pause med kaffe", "pause", "18:55", "to_come"),
        ("Samle like lapper", "sort", "19:10", "to_come"),
        ("", "dots", "19:35", "to_come"),
        ("Små løsninger, skisse", "sketch", "19:50", "to_come"),
        ("Hvem kan prøve?", "test", "20:10", "to_come"),
        ("Slik går det videre", "closing", "20:20", "to_come"),
    )
)
ROAD = Picture(
    name="road",
    kind="share",
    columns=tuple(Label(key=f"part_{part}") for part in "BLT"),
    lines=(
        Line(
            label=Label(key="round", n=1),
            values=(70, 15, 15),
            told=Label(key="road_new_round", day=date(2025, 2, 18)),
        ),
        Line(
            label=Label(key="round", n=2),
            values=(50, 25, 25),
            told=Label(key="road_back_to_need", day=date(2025, 3, 25)),
        ),
        Line(
            label=Label(key="round", n=3),
            values=(35, 35, 30),
            told=Label(key="road_open", day=date(2025, 5, 28)),
        ),
    ),
)
VOICES = Picture(
    name="voices",
    kind="columns",
    columns=(
        Label(text="Folkemøte 1"),
        Label(text="Folkemøte 2"),
        Label(text="Idékveld på Åsheim"),
    ),
    lines=(
        Line(label=Label(key="role_resident"), values=(41, 28, 35)),
        Line(label=Label(key="role_relative"), values=(12, 9, None)),
        Line(label=Label(key="role_politician"), values=(None, 6, 7)),
        Line(label=Label(key="few"), values=(5, 7, None)),
    ),
)
BECAME = Picture(
    name="became",
    kind="bars",
    columns=(Label(key="how_many"),),
    lines=tuple(
        Line(label=Label(key=key), values=(n,))
        for key, n in (
            ("fate_in_use", 3),
            ("fate_in_round", 5),
            ("fate_merged", 14),
            ("fate_parked", 8),
            ("fate_outside", 2),
            ("unanswered", 4),
        )
    ),
)
STOPS = tuple(
    WallStop(year=2025, quarter=quarter, programme=programme, case=case, what=what)
    for quarter, programme, case, what in (
        (1, "Innbyggeren som ressurs", "Gode år hjemme", "answer"),
        (1, "Innbyggeren som ressurs", "Trygg skolevei i Nordbygda", "gathering"),
        (1, "", "Færre ansikter hos hver bruker", "test"),
        (2, "Lærende organisasjon", "Gode år hjemme", "benefit"),
    )
)
EFFECTS = (
    WallEffect(text="Opplevd trygghet, 1–5", before="2,9", target="3,5", now="4,0"),
    WallEffect(text="Tilsynsbesøk i uka", before="", target="", now="88"),
)
USES = (WallUse(title="Morgenringen", users=31, per_week=5, months=10),)
WALLS: dict[str, dict[str, Any]] = {
    "join": {},
    "question": {},
    "actors": {"block": None, "left": None, "station": 2, "people": PEOPLE},
    "opening": {"block": None, "left": None, "station": 3, "people": PEOPLE},
    "collecting": {},
    "clusters": {"block": "sort"},
    "voting": {"block": "dots", "dots": 3, "voted": 12},
    "results": {"block": None, "left": None, "turnout": {"phone": 43, "paper": 8}},
    "pause": {"block": "pause", "block_title": "Pause med kaffe"},
    "programme": {"programme": PROGRAMME},
    "reversed": {"block": "welcome"},
    "closing": {"block": None, "left": None, "station": 6},
    "learnt": {"block": None, "left": None, "station": 6},
    "pledges": {"block": None, "left": None, "station": 6},
    "statement": {"block": "sort", "turn": TURN},
    "sketches": {"block": "sketch", "turn": TURN},
    "testing": {"block": "test", "turn": TURN},
    "road": {"picture": ROAD},
    "voices": {"picture": VOICES},
    "became": {"picture": BECAME, "station": 6},
    "roadmap": {"block": None, "left": None, "station": 6, "stops": STOPS},
    "effects": {"block": None, "left": None, "station": 6, "effects": EFFECTS, "uses": USES},
    "blank": {},
}
"""Every wall with what belongs to it."""


def a_view(wall: str = "collecting", **fields: Any) -> ProjectorView:
    """A view of the middle of an evening."""
    frame = Frame(fixed=("Sykehjem",), open=("Tid og sted",), who_decides="Kommunestyret")
    usual: dict[str, Any] = {
        "wall": wall,
        "page": 1,
        "since": NOW,
        "title": "Gode år hjemme",
        "station": 5,
        "round": 1,
        "question": "Hva trenger du for å leve trygt hjemme?",
        "frame": frame,
        "code": "GRAN 47",
        "phones": 31,
        "heads": 62,
        "block": "needs",
        "block_title": "",
        "left": 462,
        "paused": False,
        "collecting": "need",
        "count": 41,
        "notes": (WallNote(id="n1", text="Trenger en benk ved bussen"),),
        "clusters": tuple(
            WallCluster(id=f"c{n}", number=n, title=title, notes=n)
            for n, title in enumerate(TITLES, start=1)
        ),
        "dots": None,
        "voted": 0,
        "bars": tuple(
            WallBar(id=f"c{n}", number=n, title=title, place=n, dots=dots, tie=tie)
            for n, (title, (dots, tie)) in enumerate(zip(TITLES, DOTS, strict=True), start=1)
        ),
        "turnout": {},
        "promises": ("Alle får svar", "Vi prøver en kveldsbuss"),
        "answer_date": date(2025, 5, 28),
        "pairs": (
            WallPair(
                believed="Alle må ha ny digital alarm",
                learnt="Alarmen lå i skuffen hos tre",
                quotes=("Vil at noen spør hvordan det går", "Alarmen henger i skuffen"),
            ),
            WallPair(believed="Frivillige klarer ikke ansvar", learnt="22 av 24 vil fortsette"),
        ),
        "pledges": (WallPledge(who="Frivilligsentralen", text="koordinerer ringene"),),
    }
    return ProjectorView(**{**usual, **WALLS[wall], **fields})


def a_scene(size: Size, view: ProjectorView | None, **more: Any) -> Scene:
    """The scene of a view; ``lost``, ``hint`` and ``now`` go to its moment, the rest is seen."""
    say = Words(more.pop("language", DEFAULT))
    moment = {name: more.pop(name) for name in ("lost", "hint", "now") if name in more}
    seen = Seen(view, **{"url": URL, **more})
    return Scenes(say, "medspill.db").scene(seen, size, Moment(**{"now": NOW, **moment}))


def read(scene: Scene) -> str:
    """Every word of a scene with single spaces."""
    rows = (scene.top, *scene.middle, scene.bottom)
    return " ".join(" ".join("".join(text for text, _ in row) for row in rows).split())


def fits(scene: Scene, size: Size) -> bool:
    """Whether nothing of the scene lies outside the window."""
    rows = (scene.top, *scene.middle, scene.bottom)
    return len(scene.middle) <= size.rows - 2 and all(width(row) <= size.columns for row in rows)
