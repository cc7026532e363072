"""Words that carry no meaning of their own, and words that turn a meaning round: data only."""

from typing import Final


def _split(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split("|"))


STOP: Final = _split(
    "absolutt|overhodet|overhovudet|slett|virkelig|enough|altså|definitivt|faktisk",
    "a|about|above|after|again|ah|all|alle|allerede|alltid|along|alt|altfor|alti|altid|alts",
    "altså|am|an|and|andre|anna|annen|annet|ant|are|as|at|att|av|bare|be|been|before|behind",
    "berre|ble|blei|bli|blir|blitt|bort|bruk|burde|but|by|både|bør|come|comes|coming|da|dan|de",
    "deg|dei|deira|dem|den|denne|der|dere|deres|dersom|dessuten|det|dette|did|din|dit|ditt",
    "ditta|do|does|doing|dom|du|då|dæ|dæm|døm|e|eg|ei|ein|eit|eitt|eller|ellers|elles|en|enda",
    "enn|enten|er|es|et|ett|ette|etter|ettersom|even|ever|every|everyone|fekk|few|fikk|finds",
    "finnes|finns|fins|finst|for|forde|fordi|fra|fram|from|frå|få|får|fått|før|føre|gang|ganger",
    "ganske|get|gets|getting|gidd|gidder|gjelder|gjennom|gjer|gjere|gjerna|gjerne|gjort|gjærne",
    "gjør|gjøre|go|going|gong|gonger|gonna|got|greie|greier|greit|gå|ha|had|hadde|ham|han|har",
    "hatt|have|he|hei|heile|heilt|hele|heller|helt|hen|hende|hender|henne|her|here|heretter",
    "herfra|hete|heter|hilsen|him|hin|his|hist|hit|hjelper|hjå|ho|hos|hun|hva|hvem|hver|hvert",
    "hvis|hvor|hvordan|hvorfor|håpar|håper|hær|i|iblant|if|ifra|igjen|igjennom|ijen|ijæn|ikring",
    "imens|imidlo|in|ingenstad|inn|inne|innen|innom|into|is|it|itself|ja|je|jeg|jo|just|ka|kan",
    "kansje|kanskje|kem|kjem|kjempe|kjæm|kom|kome|komme|kommer|komt|kor|korleis|koss|kunne|kva",
    "kvar|kvart|kven|kvifor|langs|lell|lenger|lengre|like|likevel|liksom|lite|litt|lot|man",
    "mange|many|me|med|medan|meg|mei|mellom|men|mens|mer|mi|min|mine|mitt|most|much|mvh|my|mye",
    "mykje|mytji|må|måste|måtte|mæ|n|na|need|needed|needs|nemlig|neste|nesten|nettopp|no|noe",
    "noen|nok|noko|nokon|nokre|not|now|nowhere|nå|nåkka|når|of|off|ofte|og|også|ok|okay|om|on",
    "only|opp|or|orkar|orker|oss|our|out|over|per|please|på|quite|really|rett|runder|rundt|s",
    "same|sann|sanne|satte|seg|selv|send|sende|sender|sette|setter|she|si|sin|sine|sitt|sjøl",
    "sjølv|sjølvsagt|ska|skal|skikkelig|skje|skjer|skulla|skulle|slik|so|som|some|somme|stadig",
    "svært|så|sånn|sæ|t|ta|take|takk|tar|te|tek|tel|that|the|their|them|then|there|these|they",
    "this|those|til|ting|to|too|treng|trengende|trenger|trengs|trengst|under|up|upp|us|ut",
    "utafor|utanfor|ute|utenfor|var|vart|ved|vel|veldig|ver|vera|vere|vert|very|vi|vil|vilde",
    "vill|villa|ville|viss|visst|vore|vorte|vår|våre|vårt|være|vært|want|wanted|wants|was|we",
    "well|were|what|when|where|which|who|why|will|with|would|you|your|yours|å|år|åt|ååå|æ|æg",
    "ætter|éin|òg|ønska|ønske|ønsker|ønsket|ønskjer",
)
"""Left out of what two notes have in common, in bokmål, nynorsk, dialect and English."""

NOT: Final = _split(
    "aldri|aldrig|arent|cannot|cant|didnt|doesnt|dont|ente|hverken|ike|ikek|ikje|ikk|ikke|ikket",
    "ikkj|ikkje|ikkkje|inga|ingen|ingenting|ingjen|inkje|inkjenting|inte|intj|isnt|itj|itje|itt",
    "itte|ittj|ittje|ittno|ittnå|kje|nei|neppe|never|nobody|none|not|nothing|næ|shouldnt|verken",
    "wasnt|wont|wouldnt",
)
"""Turns round the whole clause that it stands in."""

AWAY: Final = _split(
    "slepp|sleppe|slipp|slippe",
    "avgrens|avgrense|avlys|avslå|avvikle|avvis|ban|begrens|begrense|dropp|droppe|fewer",
    "fjern|fjerna|fjerne|forbod|forbodet|forbode|forbud|forbudet|forby|frabe|frabeder|frabedt|færrar|færre",
    "kutt|kutta|kutte|less|mindr|mindre|minka|minke|minsk|nekt|nekte|null|reduce|reduser",
    "redusere|redusert|remove|riv|rive|senk|senka|senke|skrinlegg|skrinlegge|skrot",
)
"""Turns round what follows it in its clause: less, fewer, without, against, away with."""

WITHOUT: Final = _split("uten|utan|utn|uta|without")
"""Turns round what follows it, and asks for nothing."""
STOPS: Final = _split("stopp|stans|stop|steng|lukk|bort|vekk")
"""Turns round what follows where it begins a clause."""
AGAINST: Final = _split("mot|imot|against")
"""Turns round what follows where somebody is it; «veien mot skolen» turns nothing."""
IS: Final = _split("er|e|æ|var|helt|heilt|sterkt|stemmer|stemmar|are|am|is|i|også")
WANTS: Final = _split("må|need|needs|skal|treng|trenger|vil|ville|want|wants|ønsker|ønskjer")
"""With a turning word and nothing else, they turn the next clause."""
HAVE: Final = _split("det|har|fått|hatt|er|finnes|fins|finst|ha|have")
"""Before «nok»: «vi har nok hytter»."""

MORE: Final = _split(
    "auk|auka|auke|behalde|behold|beholde|bevar|fleir|fleire|fleirre|fler|flere|flerre|flest",
    "innfør|innføre|innføring|meir|mer|mere|more|mær|styrk|styrke|utvid|utvide|øk|øke|økt",
)
"""Asks for more of what follows."""

TOO: Final = _split("for|alt|altfor|too")
"""Before «mye», «mange» it turns round what follows; before «lite», «få» it asks for more."""
MUCH: Final = _split("mye|mykje|my|mytji|mange|mang|mangen|much|many|stor|store|høy|høye|høg|høge")
LITTLE: Final = _split("lite|få|litt|little|few")

NO_TURN: Final = frozenset(
    {
        ("ikke", "sant"),
        ("ikkje", "sant"),
        ("ikke", "minst"),
        ("ikkje", "minst"),
        ("ikke", "bare"),
        ("ikkje", "berre"),
    }
)
"""Where «ikke» turns nothing round."""

AWAY_PHRASES: Final = frozenset(
    {
        ("nei", "til"),
        ("slutt", "på"),
        ("slutt", "med"),
        ("legg", "ned"),
        ("legge", "ned"),
        ("vekk", "med"),
        ("bort", "med"),
        ("no", "more"),
        ("no", "new"),
        ("get", "rid"),
        ("nei", "takk"),
        ("holder", "med"),
        ("spar", "oss"),
        ("siste", "vi"),
        ("siste", "me"),
        ("held", "med"),
    }
)
"""Two words that together turn round what follows."""

ENGLISH: Final = _split("want|need|have|has|be|is|are|there|with|and|but|say")
"""What stands before the English «no»."""

BREAKS: Final = _split(
    "because|but|da|dersom|då|fordi|hvis|if|medan|men|mens|når|so|så|that|then|viss|when|which",
    "while|who",
)
"""Where a new clause begins without any sign."""

OPPOSITES: Final = frozenset(
    frozenset(two)
    for two in (
        ("høy", "lav"), ("åpen", "stengt"), ("rask", "sein"), ("lang", "kort"), ("stor", "liten"),
        ("lett", "vanskelig"), ("bred", "smal"), ("sunn", "usunn"), ("nytte", "unyttig"),
        ("rettferdig", "urettferdig"), ("sterk", "slapp"), ("mulighet", "umulig"),
    )
)  # fmt: skip
"""Meanings of which one says the opposite of the other."""
