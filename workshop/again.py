"""What has been asked, found or tried before, so that two do not begin the same (Ullensaker)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from workshop.case import Case
from workshop.kept import Source
from workshop.package import Package

What = Literal["title", "question", "need", "cluster", "idea", "sketch", "learnt"]
LEAST: Final = 0.25
"""From this likeness on something is worth a look; less than what says the same."""
MOST: Final = 30


@dataclass(frozen=True, slots=True)
class Text:
    """A text that can be looked for, and where it stands."""

    where: str
    """The title of the case, or of the package and whose it is."""
    what: What
    text: str


def texts(case: Case) -> Iterator[Text]:
    """What a case says in words that may be found again; what was not let through is left out."""
    if case.erased:
        return
    held: list[tuple[What, str]] = [("title", case.title), ("question", case.question)]
    for cluster in case.clusters.values():
        if cluster.state == "shown" and not cluster.into:
            held.append(("cluster", cluster.title))
            if said := cluster.statement:
                held.append(("need", f"{said.who} {said.what} {said.why}"))
    notes = (n for n in case.notes.values() if n.what == "idea" and n.state == "shown")
    held += [("idea", note.text) for note in notes if note.lies_open]
    held += [("sketch", f"{s.title}. {s.text}") for s in case.sketches.values()]
    held += [("learnt", card.learnt) for card in case.learnings.values()]
    yield from (Text(case.title, what, text) for what, text in held if text)
    for source in case.sources.values():
        yield from texts_of(source)


def texts_of(package: Package | Source) -> Iterator[Text]:
    """What a package of others says."""
    where = " · ".join(filter(None, (package.title, package.copied_from)))
    held: list[tuple[What, tuple[str, ...]]] = [
        ("title", (package.title,)),
        ("question", (package.question,)),
        ("need", package.needs),
        ("idea", package.ideas),
        ("sketch", package.tried),
        ("learnt", package.learnt),
    ]
    yield from (Text(where, what, line) for what, lines in held for line in lines if line)


def find(words: str, among: Iterable[Text]) -> tuple[Text, ...]:
    """What holds all the words, and then what says much the same in others; each once."""
    from workshop.likeness.pile import Pile  # noqa: PLC0415 - reads long lists of words

    every = tuple(dict.fromkeys(among))
    sought = words.casefold().split()
    hits = [one for one in every if all(word in one.text.casefold() for word in sought)]
    pile = Pile({str(no): one.text for no, one in enumerate(every)})
    near = [every[int(match.id)] for match in pile.like(words, LEAST)]
    return tuple(dict.fromkeys((*hits, *near)))[:MOST] if sought else ()
