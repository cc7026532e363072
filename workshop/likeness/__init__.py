"""Which notes say the same in other words: advice that a person takes or refuses, never an act.

`words` reads a note, `meanings` says what a word means in bokmål, nynorsk, dialect and English,
`pile` compares a note with all others, and `grouping` makes a first grouping of a whole pile.
Nothing here is imported before somebody sorts.
"""
