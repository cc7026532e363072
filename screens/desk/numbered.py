"""Which cluster is meant by digits: one where that can only be one, else two."""


def heard(begun: str, digit: str, of: int) -> tuple[int | None, str]:
    """The number that is meant, and what has been begun; neither where there is no such number.

    Of fifteen, 2 to 9 are meant at once. A 1 may become 10 to 15, so it waits for one more digit.
    """
    typed = begun + digit
    if not digit.isdecimal() or typed.startswith("0") or int(typed) > of:
        return None, ""
    number = int(typed)
    return (None, typed) if number * 10 <= of else (number, "")
