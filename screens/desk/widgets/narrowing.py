"""What of a list holds the words that somebody looks for, under the headings it stands under."""

from collections.abc import Callable, Sequence

from screens.desk.widgets.lines import ItemT


def found(
    items: Sequence[ItemT], wanted: Sequence[str], words_of: Callable[[ItemT], str]
) -> tuple[ItemT, ...]:
    """The items whose words hold every one that is wanted; all where none is.

    What the cursor does not stop at is a heading, and stays where something under it was found.
    """
    if not wanted:
        return tuple(items)
    shown: list[ItemT] = []
    heading: ItemT | None = None
    for item in items:
        if not item.choosable:
            heading = item
        elif _holds(words_of(item), wanted):
            shown += [item] if heading is None else [heading, item]
            heading = None
    return tuple(shown)


def _holds(words: str, wanted: Sequence[str]) -> bool:
    held = words.casefold()
    return all(word in held for word in wanted)
