"""What can be wrong with the file, in a form that a screen can say kindly."""

from collections.abc import Mapping


class Trouble(Exception):
    """The file cannot be used, or something could not be stored.

    ``reason`` is a key of the catalogue (``trouble.<reason>``).
    """

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values: Mapping[str, object] = values
