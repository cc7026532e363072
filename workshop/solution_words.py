"""Words that often carry a solution, in bokmål and nynorsk; data for the hint and nothing more.

Solutions come dressed as needs (Jevnaker 2.4): things that are built or bought, and what one does
to get them. A list is never complete, and a hint is never a block.
"""

from typing import Final

from workshop.listing import listed

ORDERS: Final = listed(
    "ansett|bygg|bytt|etabler|fjern|flytt|forby|gi|innfør|installer|kjøp|lag|opprett|riv|sett",
    "start|steng|tilsett|utvid",
)
"""What begins a sentence that orders something."""

MEASURES: Final = listed(
    "ansette|anskaffe|anskaffes|bygge|bygges|byggjast|byggje|digitalisere|etablere|forby",
    "forbyr|innføre|innføres|installere|kjøpast|kjøpe|kjøpes|opprette|outsource|privatisere",
    "rive|tilsetje|tilsette|utvide|utvides",
)
"""What one does to carry out a solution, wherever it stands."""

DEMANDS: Final = listed(
    "behovet|bestilt|bør|fleire|flere|få|får|færre|gi|gir|gratis|meir|mer|mindre|må|no|ny|nye",
    "nytt|nå|skal|svaret|takk|treg|treng|trenger|trengs|trengst|vil|ønsker|ønskjer",
)
"""What shows that a thing is asked for, and not only spoken of."""

OBLIGES: Final = listed(
    "bør|må|skal",
)
"""What turns a thing before it into something that must be."""

FREE: Final = listed(
    "gratis",
)
"""What makes an offer of whatever follows, at the beginning of a sentence."""

WHERE: Final = listed(
    "for|hjem|hos|i|langs|med|over|på|til|under|ved",
)
"""What follows a thing that is asked for without any verb."""

THINGS: Final = listed(
    "app|appar|appen|apper|assistentar|assistenter|ballbinge|barnehage|benk|benkar|benker",
    "bestillingsbuss|besøkshund|besøksvennordning|bibliotek|bofellesskap|bom|bomring|bro|bru",
    "busskur|bussrute|bussruter|chatbot|detektor|detektorer|fartsdump|fartsdumpar|fartsdumper",
    "fartshump|fartshumper|fiber|flerbrukshall|fortau|fortauet|fritidsklubb|gangfelt|gangsti",
    "gangveg|gangvei|gatelys|gavekort|gymsal|hall|heis|hjertestarter|hæis|idrettshall|kamera",
    "kameraer|kameraovervåking|kontaktperson|kontrollar|kontroller|kulturhus|kunstgress|kurs",
    "kveldsbuss|ladestasjon|ladestasjoner|leikeplass|leilegheiter|leiligheter|lekeplass",
    "leksefri|lysstolpar|lysstolper|lærarar|lærere|mobilapp|nattbuss|nettportal|nettside",
    "omsorgsboliger|omsorgsbustader|overvåking|parkering|parkeringa|parkeringshus",
    "parkeringsplass|parkeringsplasser|plattform|portal|primærkontakt|renseanlegg|robot",
    "robotar|roboter|rundkjøring|røysterett|sensor|sensorar|sensorer|sjukeheim",
    "sjukeheimsplassar|sjukepleiarar|skatepark|skeitpark|skjermer|solceller|stemmerett",
    "stillingar|stillinger|stoppested|svømmehall|sykehjem|sykehjemsplasser|sykepleiere",
    "sykkelveg|sykkelvei|søppelbøtter|søppelkasser|taxi|trafikklys|trygghetsalarm",
    "trygghetsalarmer|tryggleiksalarm|turløype|undergang|ungdomshus|ungdomsklubb|utstyrsbank",
    "vaktmester|velferdsteknologi|vindmøller|øvingslokale",
)
"""Things that are built, bought or set up."""

ENDINGS: Final = listed(
    "-sone|alarm|alarmer|appen|boliger|bustader|detektor|fartshumper|forbod|forbud|gatelys",
    "gymsal|kamera|ordning|ordninga|ordningen|parkering|plassar|plasser|sensorer|sjukeheim",
    "stillingar|stillinger|sykehjem",
)
"""How longer words for such things end."""

OPENERS: Final = listed(
    "hva|kva|ka|hvem|kven|hvor|kor|kvar|hvordan|korleis|når|hvilke|hvilken|hvilket|hvorfor|kvifor"
)
"""What an open question begins with."""

CHOICES: Final = frozenset(
    {
        "velge mellom",
        "velje mellom",
        "velg mellom",
        "vel mellom",
        "skole a",
        "skule a",
        "alternativ a",
    }
)
"""What tells that ready solutions stand against each other (Jevnaker 3.1)."""
