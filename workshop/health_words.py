"""Words of illness, and of whom one may say it; data for the hint alone."""

from typing import Final

from workshop.listing import listed

ILL: Final = (
    "adhd|alkoholiker|alkoholikar|alkoholisert|alkoholproblem|allergi|allergisk|alzheimer|amputert"
    "|angst|anoreksi|artrose|asperger|astma|autis|avrus|bipolar|borderline|bulimi|cancer|celleg"
    "|cellegift|cerebral|cøliaki|deaf|demen|depre|deprim|diabet|dialyse|downs|dysleks|dyslekt|døv|epilep"
    "|fibromyalgi|gikt|handicapped|hepatitt|hiv|hjerneslag|hjerneskade|hjernerystelse|hjerteinfarkt"
    "|hjertesvikt|hjertesjuk|hjertesyk|hjarteinfarkt|hjartesvikt|hoftebrudd|hørselshemm|høyrselshemm"
    "|inkontinen|innlagt|kols|kreft|kronisk|lårhals|lammet|leddgikt|leukemi|lungebetennelse"
    "|lungesyk|migrene|misbruker|narkoman|nyresvikt|overdose|parkinson|psoriasis|psykisk|psykose"
    "|psykotisk|ptsd|rullestol|rusa|rusavheng|rusmis|rusproblem|ruser|rusar|schizofren|selvmord"
    "|sjølmord|sjølvmord|selvskad|spiseforstyrr|stoma|stroke|synshemm|tourette|tunghørt|tvangstank"
    "|utviklingshemm|wheelchair|blodpropp|muskelsyk|nevrolog|sukkersyke|sukkersjuke|brystkreft"
)
"""How words of illness, disability, addiction and treatment begin."""

ILL_WHOLE: Final = listed(
    "als|blind|me|ms|cp|slag|svulst|syk|sjuk|sjukdom|sykdom|gravid|pillemisbruk|medisiner"
)
"""The same, where only the whole word tells; the short ones in capitals alone."""
ILL_CAPITALS: Final = listed("als|me|ms|cp")

OWN: Final = listed("jeg|eg|æ|æg|ek|meg|mæ|mitt|min|mi|mine")
"""Who speaks of themselves."""

ONE: Final = listed(
    "ho|han|hun|henne|honom|ham|hannes|hennes|hans|mannen|mann|kona|kone|fruen|faren|far|mora",
    "mor|moren|sønnen|sønn|sonen|son|dattera|datteren|datter|dottera|dotter|broren|bror",
    "broder|storebroren|storebror|lillebroren|lillebror|veslebror|søstera|søsteren|søster",
    "syster|systera|storesøster|lillesøster|bestemor|bestefar|besta|bestemora|bestefaren",
    "mormor|morfar|farmor|farfar|oldemor|tante|tanta|onkel|svigermor|svigerfar|svigersønn",
    "svigerdatter|kjæresten|kjæreste|samboeren|samboer|ektefellen|ektefelle|naboen|nabo",
    "nabokona|venninna|venninnen|venninne|kompisen|kompis|kameraten|venen|vennen|kollegaen",
    "kollega|læreren|læraren|lærer|sjefen|rektor|ordføreren|legen|presten|barnebarnet",
    "barnebarn|guten|gutten|jenta|jenten|ungen|eleven|babyen|tvillingen|mother|father|husband",
    "wife|daughter|brother|sister|neighbour|she|he",
)
"""One person that somebody else speaks of."""

MANY: Final = listed(
    "vi|me|de|dei|dem|alle|mange|noen|nokon|nokre|folk|eldre|gamle|unge|ungdom|ungdommer|barn",
    "pårørende|pasienter|brukere|brukarar|personer|menneske|mennesker|dere|dokker|who|those",
    "people",
)
"""A group, of which nobody is told anything."""
