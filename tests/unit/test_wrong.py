"""What the desk says of a field that the hall could not take."""

import pytest
from pydantic import ValidationError

from screens import wire
from screens.desk.room import said
from screens.desk.wrong import Wrong
from screens.words import Words
from workshop.commands import PARSE


@pytest.mark.parametrize(
    ("body", "field", "words"),
    [
        ({"name": "answer_date.set", "day": "2026-12-32"}, "day", "Skriv datoen slik"),
        ({"name": "answer_date.set", "day": "i morgen"}, "day", "Skriv datoen slik"),
        ({"name": "sketch.make", "title": "Ring", "hours": "to"}, "hours", "Skriv et tall"),
        ({"name": "use.record", "sketch": "s", "users": None}, "users", "Noe mangler"),
        ({"name": "promise.make", "text": " ", "owner": "", "due": None}, "text", "Noe mangler"),
    ],
)
def test_what_is_wrong_is_told_in_plain_words_and_of_its_field(
    body: dict[str, object], field: str, words: str
) -> None:
    """A day that is none is told as a day, and never as a program would hear it."""
    with pytest.raises(ValidationError) as caught:
        PARSE.validate_python(body)
    told = said({"message": "", "details": wire.complaints(caught.value)}, Words())

    assert isinstance(told, Wrong)
    assert told.startswith(words)
    assert told.field == field
