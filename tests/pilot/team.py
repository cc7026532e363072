"""What the team of six in journey 6.2 has heard and seen."""

NEEDS = (
    "Hun spør hvem som kommer i morgen",
    "Han skjønner ikke hvorfor det er en ny hver gang",
    "Datteren vil ha ett sted å ringe",
    "Vi må fortelle alt om igjen ved hvert vaktskifte",
    "Hun vil kjenne stemmen før døra åpnes",
    "Han står klar med kaffe, og så kommer ingen",
    "Nattevakta vet ikke hva dagvakta har lovet",
    "Hun vil vite når vi kommer",
    "Vikarene må finne nøklene selv",
    "Han vil ikke vise badet til en fremmed",
    "Vi rekker ikke å lese planen i bilen",
)
