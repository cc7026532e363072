"""The words of the sample's file, and what the protocol calls the same."""

from typing import Final

SIZES: Final = {"liten": "small", "stor": "large"}
LEAPS: Final = {"stegvis": "stepwise", "radikal": "radical"}
RENEWS: Final = {
    "tjeneste": "service",
    "produkt": "product",
    "prosess": "process",
    "organisering": "organisation",
    "kommunikasjonsmate": "communication",
    "teknologi": "technology",
}
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

VERDICTS: Final = {"avvist": "rejected", "brukt": "used"}
TEMPLATES: Final = {"folkemote": "folkemote", "framtidsverksted": "framtidsverksted"}
CULTURE: Final = "culture"
"""The checklist that leaders answer."""
LEADERS: Final = "leaders"
"""What their gathering is called here; the file has no name for it."""
SHEETS: Final = {
    LEADERS: {"welcome": 10, "poll": 30, "closing": 20},
    "kommunestyremote": {"welcome": 10, "offers": 20, "closing": 30},
}
"""Blocks and minutes of gatherings that no template is for."""
GATHERINGS: Final = {
    "folkemote": "Folkemøte",
    "framtidsverksted": "Framtidsverksted",
    "kommunestyremote": "Kommunestyremøte",
}
CHANNELS: Final = {
    "brev": "letter",
    "e-post": "email",
    "kommunalsjef": "meeting",
    "leder": "meeting",
    "møte": "meeting",
    "ordfører": "meeting",
    "rektor": "meeting",
    "telefon": "phone",
}
"""By the first word of how somebody was asked."""
REPLIES: Final = {
    "bekreftet": "confirmed",
    "forfall": "declined",
    "invitert": "invited",
    "ikke_svart": "no_answer",
}
ROOMS: Final = {"utenfor": "outside", "utenfor_men_kan_pavirkes": "influence"}
INSIGHTS: Final = {
    "folkemote": "gathering",
    "intervju": "interview",
    "observasjon": "observation",
    "statistikk": "statistics",
}
FORMS: Final = {
    "papirskisse": "paper",
    "rollespill_og_telefonliste": "role_play",
    "prove_i_liten_skala": "try_small",
    "prove_i_drift": "try_in_operation",
}
LEARNINGS: Final = {
    "behov": "need",
    "losning": "solution",
    "forutsetning": "assumption",
    "forankring": "anchoring",
    "verdi": "value",
}
TARGETS: Final = {"behov": "need", "losning": "solution", "forankring": "anchoring"}
N3: Final = {"new": "nytt", "useful": "nyttig", "used": "nyttiggjort"}
