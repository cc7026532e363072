"""How lists of words are written in code: as data, on few lines."""


def listed(*lines: str) -> frozenset[str]:
    """The words that stand between upright strokes."""
    return frozenset(word for line in lines for word in line.split("|"))
