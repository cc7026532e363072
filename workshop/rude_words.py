"""Insults, as whole words and as beginnings; data for the hint alone, and nobody is corrected."""

from typing import Final

from workshop.listing import listed

BEGINS: Final = (
    "asshole|apekatt|bastard|bedrager|bedragar|bitch|drittsekk|drittung|drittkjerring|drittfolk"
    "|evneveik|fehue|fitte|fjols|fjompe|fjott|fuck|fæhue|gubbjæv|gærning|galning|hestkuk|hjernedød"
    "|horeunge|jævel|jævla|jævl|jævli|kjeltring|kjerringjæv|knulle|kuk|kødd|lathans|latsabb|løgnhals"
    "|moron|mongo|motherf|neger|pakkis|pappskalle|rasshøl|rasshål|rasshull|rasshol|ræv|satan|shit"
    "|slubbert|snylter|svarting|svinepels|tomsing|tosk|tulling|tufs|tåpe|tåpel|udugeleg|udugelig"
    "|åndssvak|åndsvak|landssvik|landsforræder|parasitt|bermen|avskum|drittbyråkrat"
)
"""How insults begin."""

WHOLE: Final = listed(
    "dritt|dust|duster|dusten|dustar|dustene|faen|hora|hore|horer|idiot|idioten|idiotene",
    "idioter|idiotar|idiotane|idiotiske|helvete|kjeften|klovn|klovner|klovnene|svin|svina",
    "svinet|svinene|skurk|skurkene|løgner|løgnar|løgnerne|stupid|treskalle|treskaller|gnierne",
    "gnier|udyr|fjollete|late",
)
"""Insults that are only rude as whole words."""

AMONG: Final = {
    "late": listed("drittunger|unger|folk|byråkrater|politikere|kommuneansatte|latsekker")
}
"""Words that are rude only before these."""
