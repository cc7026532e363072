"""Whatever people write: likeness is fair, the same each time, and never joins for with against."""

from collections.abc import Generator
from itertools import combinations
from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as some

from tests.unit.given import an_evening
from workshop.facts import fold
from workshop.likeness.grouping import Group, grouping
from workshop.likeness.pile import Pile
from workshop.likeness.suggesting import suggesting

Done = TypeVar("Done")
WORDS = (
    "buss|bussen|bussane|kveld|kvelden|skole|skulen|vei|vegen|mørkt|barn|ungane|hytter|hytte|"
    "elva|Tangen|Tangenblokka|gratis|parkering|parkeringa|sentrum|ikke|ikkje|itj|ingen|mer|meir|"
    "flere|færre|mindre|nok|for|mange|nei|uten|og|vi|"
    "trenger|,|.|!|?|🙏|no|more|cabins|asfallt|asfalt"
).split("|")
NOTES = some.lists(some.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join) | some.text(
    max_size=40
)
PILES = some.dictionaries(some.sampled_from([f"n{i}" for i in range(12)]), NOTES, max_size=9)
THINGS = some.lists(
    some.sampled_from(
        "hytter|asfalt|buss|kontroller|vindmøller|overvåking|trær|cabins|gatelys|kurs".split("|")
    ),
    min_size=1,
    max_size=2,
    unique=True,
).map(" og ".join)
WHERE = some.sampled_from(
    ["", " i sentrum", " langs elva på Tangen", " om kvelden", " her i bygda"]
)
FOR = some.sampled_from(
    (
        "mer {}|Flere {}|fleire {}!|meir {} takk|vi vil ha mer {}|bygg flere {}|Ja til mer {}|"
        "more {}"
    ).split("|")
)
AGAINST = some.sampled_from(
    (
        "ikke mer {}|Ikke flere {}|ikkje meir {}|itj mer {}|itte fler {}|mindre {}|færre {}|"
        "ingen flere {}|nei til {}|nok {} nå|for mye {}|altfor mange {}|stopp {}|slutt på {}|"
        "{} trenger vi ikke mer av|no more {}|ingen {}|aldri mer {}|"
        "vi trenger ikke flere {}|me treng ikkje meir {}|Flere {}? Nei!"
    ).split("|")
)


def ended(work: Generator[float, None, Done]) -> Done:
    while True:
        try:
            next(work)
        except StopIteration as end:
            value: Done = end.value
            return value


def groups_of(texts: dict[str, str]) -> tuple[Group, ...]:
    """The first grouping of some texts."""
    return ended(grouping(Pile(texts), texts))


@given(texts=PILES)
def test_likeness_is_the_same_both_ways(texts: dict[str, str]) -> None:
    """How like a is to b, and why, is how like b is to a."""
    pile = Pile(texts)
    for one, other in combinations(texts, 2):
        there, back = pile.pair(one, other), pile.pair(other, one)
        assert (there is None) == (back is None)
        if there and back:
            assert abs(there.likeness - back.likeness) < 1e-9
            assert there.words == back.words
            assert 0 <= there.likeness <= 1


@given(texts=PILES, text=NOTES)
def test_the_same_words_are_the_same_note(texts: dict[str, str], text: str) -> None:
    """What somebody wrote is wholly like itself, however odd it is."""
    pile = Pile({**texts, "own": text})

    assert {m.id: m.likeness for m in pile.like(text)}["own"] == 1


@given(texts=PILES, order=some.randoms(use_true_random=False))
def test_neither_likeness_nor_groups_depend_on_the_order(
    texts: dict[str, str], order: object
) -> None:
    """In whatever order the notes come, and as often as one asks, the answer is one."""
    ids = list(texts)
    order.shuffle(ids)  # type: ignore[attr-defined]
    turned = {id_: texts[id_] for id_ in ids}

    assert groups_of(texts) == groups_of(turned) == groups_of(texts)
    for text in texts.values():
        assert Pile(texts).like(text) == Pile(turned).like(text)


@given(texts=PILES)
def test_groups_share_nobody_and_hold_no_opponents(texts: dict[str, str]) -> None:
    """Each note is in one group at most, of two or more, and nobody in it is turned round."""
    pile, groups = Pile(texts), groups_of(texts)
    held = [note for group in groups for note in group.notes]

    assert len(held) == len(set(held))
    for group in groups:
        assert len(group.notes) > 1
        assert not any(
            pile.opposed(pile.notes[a], pile.notes[b]) for a, b in combinations(group.notes, 2)
        )


@given(thing=THINGS, where=WHERE, wish=FOR, against=AGAINST, others=PILES)
def test_more_and_no_more_are_never_joined(
    thing: str, where: str, wish: str, against: str, others: dict[str, str]
) -> None:
    """Neither as a pair nor by way of others: for and against stay in groups of their own."""
    texts = {**others, "for": wish.format(thing + where), "against": against.format(thing + where)}

    assert Pile(texts).pair("for", "against") is None
    assert not any({"for", "against"} <= set(group.notes) for group in groups_of(texts))


@given(needs=some.lists(NOTES.filter(lambda text: any(map(str.isalnum, text))), max_size=6))
def test_suggestions_are_stable_under_undo(needs: list[str]) -> None:
    """Taking or refusing a suggestion and undoing it gives back just what was suggested before."""
    evening = an_evening()
    for i, text in enumerate(needs):
        evening.made("note.write", id=f"n{i}", sender="phone", phone="anna", text=text)
    before = ended(suggesting(evening.it))
    for suggestion in before:
        notes = list(suggestion.notes)
        evening.made("suggestion.refuse", notes=notes)
        evening.case = fold(evening.history)
        now = ended(suggesting(evening.it))
        assert not any(set(notes) <= set(other.notes) for other in now)
        evening.made("undo")
        evening.made("cluster.make", title="Sammen", notes=notes)
        evening.made("undo")
        assert ended(suggesting(evening.it)) == before
