"""The words of the sample's file, and what the protocol calls the same."""

from collections.abc import Mapping
from typing import Final

SIZES: Final = {"liten": "small", "stor": "large"}
PROCESSES: Final = {"politisk": "political", "administrativ": "administrative"}
CATEGORIES: Final = {
    "innbygger": "resident",
    "parorende": "relative",
    "ansatt": "employee",
    "frivillighet": "voluntary",
    "naeringsliv": "business",
    "eiendomsutvikler": "developer",
    "kompetansemiljo": "research",
    "politiker": "politician",
    "nabokommune": "municipality",
    "fagmiljo": "profession",
}
ROLES: Final = {
    "behovshaver": "has_need",
    "fagkunnskap": "expert",
    "medprodusent": "co_producer",
    "kompetanse": "competence",
    "beslutter": "decider",
    "padriver": "driver",
    "laerer_av": "learn_from",
}
FATES: Final = {
    "tas_i_bruk_na": "in_use",
    "i_runde": "in_round",
    "flettet_inn": "merged",
    "parkert": "parked",
    "utenfor_handlingsrom": "outside",
    "forkastet": "rejected",
}
HITS: Final = {"ja": "yes", "delvis": "partly", "nei": "no"}
DECISIONS: Final = {
    "ny_runde": "new_round",
    "ta_i_bruk": "adopt",
    "parkert": "parked",
    "stoppet_med_laerdom": "stopped",
}
FUNDAMENTALS: Final = {
    "behov": "need",
    "losning_verdi": "value",
    "padriver": "driver",
    "team": "team",
    "forankring": "anchoring",
}
YET: Final = {"ja": "yes", "nei": "no", "ikke_enna": "not_yet"}

NOT_HELD: Final[Mapping[str, str]] = {
    "events.end, internet, tables": "a gathering has a start and heads",
    "actors.motivation, invited_by, status, expected, present": "what is known of an invitation",
    "needs.who_has_need, language, dup_group, flags": "hints are worked out, never stored",
    "needs.need_type": "the kind of a need belongs to its cluster",
    "ideas.proposed_by, size, change, innovation_type, flags": "nobody's name follows an idea",
    "rounds.weights, behov.insights, losning.form, effort_hours": "the round's own card",
    "tests.place, method, testers, quotes, observed_failures": "told in the test's own words",
    "culture_selfassessment": "answers are given by people, never keyed in as a distribution",
    "at (all times)": "a fact is stamped when it is written",
}
"""What the file holds and the case does not, or only in another form, and why."""
