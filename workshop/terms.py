"""The closed lists that the method knows: kinds, roles, states, in the words of the house."""

from typing import Literal

Size = Literal["small", "large"]
Process = Literal["political", "administrative"]
Answer = Literal["yes", "no", "unknown"]
Check = Literal["prepared", "known", "realisable", "serious", "anchored", "time"]
RoomPoint = Literal[Check, "frame", "decides"]
"""A question about the handlingsrom, or one of the two that the frame answers (Jevnaker 3.1)."""
RoomVerdict = Literal["unsuitable", "development", "clarify", "suitable_framed", "suitable"]
QuestionVerdict = Literal["draft", "used", "rejected"]
CaseForm = Literal["cocreation", "hearing", "poll", "briefing"]
IdeaRoom = Literal["inside", "influence", "outside"]
"""Whether an idea lies inside the handlingsrom, outside it, or where it can be influenced."""
NoteKind = Literal["need", "idea", "actor", "offer", "objection", "frame"]
Side = Literal["fixed", "open"]
"""Where somebody wants a thing: to lie fast, or to be open (Jevnaker 3.1)."""
KeptState = Literal["waiting", "shown", "hidden", "parked", "aside"]
"""Where the facilitator can put a note."""
NoteState = Literal[KeptState, "taken_back"]
ClusterState = Literal["shown", "hidden", "parked", "aside"]
Hit = Literal["yes", "partly", "no"]
Evidence = Literal["own", "observed", "told", "statistics"]
SketchForm = Literal[
    "question", "drawing", "paper", "role_play", "model", "try_small", "try_in_operation"
]
LearningKind = Literal["need", "solution", "assumption", "anchoring", "value"]
AdjustmentTarget = Literal["need", "solution", "anchoring", "frame", "none"]
InsightKind = Literal[
    "gathering", "interview", "observation", "statistics", "experience", "journey"
]
RoundState = Literal[
    "planned",
    "need_open",
    "need_gathered",
    "solution_open",
    "sketching",
    "test_planned",
    "testing",
    "learning",
    "adjusting",
    "deciding",
    "decided",
]
Skippable = Literal["statement", "real_test"]
"""The two leaps forward that want a reason: past the gathered need, and past the test."""
Decision = Literal["new_round", "back_to_need", "adopt", "parked", "stopped"]
FateKind = Literal["in_use", "in_round", "merged", "parked", "outside", "rejected"]
Role = Literal[
    "resident",
    "relative",
    "employee",
    "leader",
    "politician",
    "business",
    "volunteer",
    "youth",
    "other",
]
Stand = Literal["promise", "dare", "hold", "drive", "support"]
"""What somebody takes on: a promise, or what those elected dare, hold to, drive and support."""
ActorCategory = Literal[
    "resident",
    "user",
    "relative",
    "neighbourhood",
    "elderly",
    "youth",
    "voluntary",
    "business",
    "developer",
    "investor",
    "supplier",
    "employee",
    "leader",
    "profession",
    "union",
    "politician",
    "municipality",
    "research",
    "state",
    "future",
]
ActorRole = Literal[
    "has_need", "co_producer", "expert", "competence", "decider", "driver", "team", "learn_from"
]
BlockKind = Literal[
    "welcome",
    "question",
    "frame",
    "missing",
    "offers",
    "wonder",
    "needs",
    "sort",
    "dots",
    "poll",
    "ideas",
    "sketch",
    "test",
    "closing",
    "pause",
]
Wall = Literal[
    "join",
    "question",
    "actors",
    "opening",
    "collecting",
    "clusters",
    "voting",
    "results",
    "statement",
    "sketches",
    "testing",
    "poll",
    "fundamentals",
    "pause",
    "closing",
    "blank",
    "learnt",
    "pledges",
    "programme",
    "reversed",
    "wonder",
    "road",
    "voices",
    "became",
    "roadmap",
    "effects",
]
Barrier = Literal["transport", "time", "language", "hearing", "digital", "mistrust", "other"]
Channel = Literal["letter", "poster", "phone", "meeting", "email", "social"]
Reply = Literal["invited", "confirmed", "declined", "no_answer"]
FundamentalKey = Literal["need", "value", "driver", "team", "anchoring"]
Result = Literal["adopt", "new_round", "parked", "stopped", "own_case"]
Yet = Literal["yes", "no", "not_yet"]
Leap = Literal["stepwise", "radical"]
Renews = Literal["service", "product", "process", "organisation", "communication", "technology"]
"""What an idea renews: Gausdal's five kinds of innovation, and Lier's technology."""
Level = Literal["open", "code", "hands"]
"""Who may vote: whoever joined, whoever has a code on a slip, or hands and paper alone.

Each is advice.
"""
Reason = Literal["third", "fewest", "most", "chosen", "all"]
"""Why there are so many dots."""
PollKind = Literal["fundamentals", "checklist", "handlingsrom", "exit", "choice"]
PollForm = Literal["steps", "statement", "agreement", "scale", "ranking", "axes", "testing"]
"""How a question of one's own is answered; ``steps`` are answers of one's own."""
PollSource = Literal["need", "idea", "sketch"]
"""What the hall has made, that can be asked about: clusters, ideas, sketches."""
Held = Literal["held", "partly", "not_held"]
EntryList = Literal["tell", "help", "thanks", "freed", "partner", "funding", "agent"]
"""What is kept in lists beside the evenings: who hears what, where help is wanted, who is thanked,
what was freed, who is a partner, where money may come from, and who leads as innovation agent."""
