"""Given names, and what makes a name something else than a person; data for the hint alone."""

from typing import Final

from workshop.listing import listed

GIVEN: Final = listed(
    "aase|abdi|abdullah|adam|adrian|agnes|agnieszka|ahmed|aina|ale|aleksander|alexander|alf",
    "alfred|ali|alice|alma|amalie|amanda|amina|amir|amund|ana|anders|andrea|andreas|andrzej",
    "anette|anita|anja|anna|anne|annette|anton|arild|arne|arnt|arvid|asbjørn|asgeir|aslak",
    "asle|astrid|atle|aud|aurora|barbro|beate|bendik|benjamin|bente|berit|bernt|birger|birgit",
    "birgitte|bjarne|bjarte|bodil|borghild|brit|britt|brynhild|camilla|carina|carl|caroline",
    "cathrine|cecilie|charlotte|christian|christine|christoffer|dagfinn|dagny|daniel|david",
    "ebba|edel|edvard|egil|eilif|einar|eirik|eivind|eldar|elias|elin|elisabeth|ella|ellen",
    "elsa|else|emil|emilie|emma|endre|eric|erik|erlend|erling|ernst|espen|ester|eva|fadumo",
    "fatima|fatma|filip|finn|frank|fredrik|frida|fridtjof|frode|gaute|geir|georg|gerd|gisle",
    "grete|grethe|grzegorz|gudmund|gudrun|gunhild|gunn|gunnar|gunvor|guri|gustav|guttorm",
    "halvard|halvor|hamza|hanna|hannah|hans|harald|hassan|hedda|hege|heidi|helene|helga|helge",
    "hilda|hilde|hildegunn|hjalmar|hjørdis|håkon|håvard|ibrahim|ida|iman|inga|inge|ingeborg",
    "inger|ingrid|ingunn|ingvild|irene|iris|isak|ivan|ivar|iver|jakob|jan|janne|jarle",
    "jeanette|jens|jenny|jesper|joachim|joakim|johan|johanna|johannes|john|johnny|jon|jonas",
    "jorunn|jostein|julia|julie|jørgen|jørn|kaia|kamil|karen|kari|karin|karina|karl|karoline",
    "katarzyna|kate|katrine|ketil|kim|kine|kirsten|kjartan|kjell|kjersti|kjetil|klara|klaus",
    "knut|krister|kristian|kristin|kristina|kristine|kristoffer|kåre|laila|lars|lasse|laura",
    "leif|leila|lena|lene|leo|line|linda|linnea|lise|liselotte|liv|lisbeth|lovise|lucas",
    "ludvig|lukas|maja|malgorzata|malin|magda|magne|magnar|magnhild|magnus|maia|maiken|mailin",
    "marcin|marek|maren|margit|margrethe|margaret|maria|mariann|marianne|marie|marit|marius",
    "mark|marta|marte|martha|marthe|martin|martine|mathea|mathias|mathilde|mats|matteus",
    "merete|mette|michael|mikael|mikkel|milla|modou|mohamed|mohammad|mohammed|mona|monica",
    "morten|muhammad|nadia|nicolai|nikolai|nils|nina|nora|norunn|odd|oddbjørn|oddny|oddvar",
    "ola|olav|ole|olea|olena|oliver|olivia|omar|oscar|oskar|osman|otto|ottar|patrick|paul",
    "pawel|pauline|peder|per|pernille|petra|petter|philip|pia|piotr|ragna|ragnar|ragnhild",
    "randi|rasmus|rebecca|reidar|reidun|rigmor|rikke|rita|robert|roger|rolf|rolv|ronny|roy",
    "rune|ruth|samira|samuel|sander|sandra|sara|sebastian|selma|sigbjørn|signe|sigrid|sigurd",
    "sigve|silje|simen|simon|sindre|siri|sissel|siv|sivert|snorre|sofia|sofie|solfrid|solveig",
    "sondre|sonja|stefan|stein|steinar|stian|stig|stine|sture|sunniva|svein|sverre|svitlana",
    "sylvi|sylvia|synne|synnøve|søren|tarjei|tea|terje|thea|theodor|therese|thomas|thor|thora",
    "thorbjørn|tom|tomas|tomasz|tonje|tor|torbjørn|tore|torgeir|torhild|toril|torill|torkel",
    "torleif|tormod|torstein|torunn|torvald|trine|trond|truls|trude|trygve|tuva|turid|tyra",
    "ulf|ulrik|unn|unni|vegar|vegard|vera|veronica|vetle|vibeke|vidar|vigdis|viktor|viktoriia",
    "vilde|vilhelm|vilja|wenche|werner|william|yasmin|yngvar|yngve|yusuf|zahra|øystein|øyvind",
    "åge|åse|åshild|åsmund",
)
"""Names that many in Norway are called, from old folk and from newer neighbours."""

ALSO_WORDS: Final = listed(
    "ale|ask|bjørn|dag|dagny|even|finn|frank|gerd|gro|grete|iris|iver|jo|kim|klara|leo|liv",
    "mai|mark|my|nor|odd|omar|otto|per|rita|rolf|roy|runa|siri|siv|sol|stein|stig|sture|tea",
    "tor|tore|ulf|unn|vera|ola|kari|olga",
)
"""Names that are words or figures of speech, too, so that one alone at the start tells nothing."""

FAMILY: Final = (
    "sen|sson|dal|dalen|vik|viken|bakk|bakke|bakken|haug|haugen|rud|stad|moen|lund|berg|bergen|myr"
    "|myhre|foss|lien|lie|eng|engen|nes|ås|åsen|strand|tveit|seth|set|land|hus|bø|hagen|løkken|sveen"
    "|øverlien|kvisle|hol|holm|gård|gaard|rød|torp|heim|ski|wicz|ova|enko|chuk"
)
"""How many family names end."""

BEFORE_PLACE: Final = listed(
    "den|det|de|dronning|kong|kongen|nordre|søndre|østre|vestre|øvre|nedre|store|vesle|lille",
    "gamle|nye|ny|nord|sør|øst|vest|indre|ytre|midtre|sankt|st|st.|norsk|norske|norges|røde",
    "blå|fru",
)
"""What begins the name of a place or of something that is no private person."""

STARTERS: Final = listed(
    "at|bruk|da|der|er|etter|for|fordi|fra|før|få|gi|ha|hadde|har|hei|her|hjelp|hos|hva|hvem",
    "hvis|hvor|hvordan|hvorfor|i|ikke|inne|inntil|kan|kjære|korleis|kva|kven|kvifor|la|lag",
    "med|men|mellom|mot|må|når|nå|og|om|opp|på|ring|skal|som|spør|så|takk|til|under|ut|ute",
    "ved|vil|utenfor|over|bak|foran|rundt|langs|gjennom|innbyggere|naboer|folk|alle|vi",
)
"""What often begins a sentence before the name of a place."""

AFTER_PLACE: Final = (
    "vei|veg|veien|vegen|gate|gata|gaten|gt|plass|plassen|torg|torget|skole|skule|kirke|kyrkje|hus"
    "|huset|hall|hallen|senter|senteret|park|parken|bru|brua|bro|broen|allé|vg|vgs|barnehage|as|asa"
    "|kommune|fylke|bygg|brygge|stadion|museum|minne|stiftelse|legat|hotell|kafé|kafe|bakeri"
)
"""What makes the capital letters before it the name of a place or a house."""

NO_PERSON: Final = listed(
    "aasen|bjørnson|bondevik|coop|extra|facebook|fretex|google|grieg|hamsun|henrik|ibsen",
    "instagram|jesus|joker|kiwi|kors|lions|meny|munch|nansen|nav|norli|nordmann|norwegian|nrk",
    "obos|posten|prix|rema|rotary|ruter|skatteetaten|snapchat|spar|statnett|telenor|teams",
    "telia|tiktok|tine|udi|undset|vinmonopolet|vipps|vy|wergeland|youtube|ystad|zoom",
)
"""Firms, offices and the famous dead."""
