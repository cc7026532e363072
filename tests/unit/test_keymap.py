"""Keys that somebody has moved: what the file may say, and what is told where it is wrong."""

from pathlib import Path

import pytest

from screens.desk.every_act import by_place, clashes
from screens.desk.everywhere import Leave, MoreTime, Undo
from screens.desk.keymap import STEADY, Keymap, KeymapError, known_acts, read, written
from screens.words import Words

KNOWN = known_acts()


def told(tmp_path: Path, text: str) -> KeymapError:
    file = tmp_path / "keys.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(KeymapError) as wrong:
        read(file, KNOWN)
    return wrong.value


def test_what_is_not_named_keeps_its_key(tmp_path: Path) -> None:
    """A file with one line moves one act; it may have several keys, as people write them."""
    file = tmp_path / "keys.toml"
    file.write_text('[keys]\nundo = ["Z", "^U"]\nmore_time = "F4"\n', encoding="utf-8")

    keys = read(file, KNOWN)

    assert keys.keys(Undo) == ("Z", "ctrl+u")
    assert keys.shown(Undo) == "Z"
    assert keys.keys(MoreTime) == ("f4",)
    assert keys.keys(Leave) == ("ctrl+q",)
    assert keys.for_textual() == {"undo": "Z,ctrl+u", "more_time": "f4"}


def test_no_file_moves_nothing(tmp_path: Path) -> None:
    """Where nobody has written a file, every act has its usual key."""
    assert read(tmp_path / "keys.toml", KNOWN) == Keymap()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[keys\n", "file"),
        ("undo = 'z'\n", "table"),
        ("[keys]\nfly = 'z'\n", "unknown"),
        ("[keys]\nleave = 'z'\n", "steady"),
        ("[keys]\nundo = 3\n", "no_key"),
        ("[keys]\nundo = []\n", "no_key"),
        ("[keys]\nundo = 'Ctrl+Q'\n", "taken"),
        ("[keys]\nundo = 'alt+u'\n", "no_such_key"),
        ("[keys]\nundo = 'F4'\n", "twice"),
    ],
)
def test_what_cannot_be_followed_is_told_in_a_sentence(
    tmp_path: Path, text: str, reason: str
) -> None:
    """Every fault of the file has its own sentence, and none of them is a traceback."""
    wrong = told(tmp_path, text)

    assert wrong.reason == reason
    assert Words()(f"desk.keys_{wrong.reason}", **wrong.values).startswith("Tastefil")


def test_two_acts_may_change_keys_with_each_other(tmp_path: Path) -> None:
    """A key that its own act has left is free for another."""
    file = tmp_path / "keys.toml"
    file.write_text('[keys]\nundo = "F4"\nmore_time = "u"\n', encoding="utf-8")

    assert read(file, KNOWN).keys(Undo) == ("f4",)


def test_every_act_with_a_key_is_listed_once_and_known() -> None:
    """What `medspill keys` lists is what the file may name."""
    listed = [act.name for _, acts in by_place(Words()) for act in acts]

    assert len(listed) > 100
    assert set(listed) <= KNOWN


def test_a_list_of_all_keys_is_itself_a_file_that_can_be_followed(tmp_path: Path) -> None:
    """Whoever keeps the whole list as their file has the usual keys."""
    held = [
        f"{act.name} = [{', '.join(repr(written(key)) for key in Keymap().keys(act))}]"
        for _, acts in by_place(Words())
        for act in acts
        if act.name not in STEADY
    ]
    file = tmp_path / "keys.toml"
    file.write_text("[keys]\n" + "\n".join(dict.fromkeys(held)), encoding="utf-8")

    assert read(file, KNOWN).keys(Undo) == ("u",)


def test_a_moved_key_that_a_place_has_for_something_else_is_told() -> None:
    """Letters differ from place to place, so a clash is looked for in each of them."""
    moved = Keymap({"undo": ("h",)})

    assert ("h", "undo", "handlingsrom") in set(clashes(moved, Words()))
    assert not set(clashes(Keymap({"undo": ("Z",)}), Words()))
