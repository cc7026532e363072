"""A case with as many notes as are wanted, of real length; as a program, notes that pour in.

``python -m tests.bench.crowded FILE N`` sends N notes to the hall of a file as fast as it takes
them, one command after the other.
"""

import json
import sys
from itertools import cycle, islice
from pathlib import Path
from typing import Any, Final

from screens.control import Control
from screens.recording import Alone
from storage.ledger import Ledger
from tests.house.house import ROOT

CASE: Final = "case-0001"
LAST: Final = "SISTELAPP"
"""Stands in the newest note, so that a screen can be seen to be filled."""


def texts(n: int) -> list[str]:
    """So many notes as people wrote them, two and two together: about 150 letters each."""
    lines = (ROOT / "tests" / "data" / "notes.jsonl").read_text(encoding="utf-8").splitlines()
    said = [str(json.loads(line)["text"]) for line in lines]
    pairs = zip(cycle(said), cycle([*said[97:], *said[:97], said[0]]), strict=False)
    return [f"{one} {other} {at}" for at, (one, other) in enumerate(islice(pairs, n))]


def a_case(file: Path, notes: int, clusters: int = 0) -> None:
    """An open gathering with these needs, loose, and so many empty-handed clusters' first notes."""
    bodies: list[dict[str, Any]] = [
        {"id": CASE, "name": "case.open", "title": "Gode år hjemme"},
        {"id": "gathering-1", "case": CASE, "name": "gathering.plan", "title": "Folkemøte"},
        {"id": "opened-01", "case": CASE, "name": "gathering.open", "gathering": "gathering-1"},
    ]
    said = texts(notes + clusters)
    if said:
        said[-1] = f"{LAST} {said[-1]}"
    bodies += [
        {"id": f"note-{n:05}", "case": CASE, "name": "note.write", "text": text}
        for n, text in enumerate(said)
    ]
    bodies += [
        {
            "id": f"cluster-{n:03}",
            "case": CASE,
            "name": "cluster.make",
            "title": f"Klynge {n + 1}",
            "notes": [f"note-{n:05}"],
        }
        for n in range(clusters)
    ]
    ledger = Ledger.open(file)
    assert all(answer["ok"] for answer in Alone(ledger).send_all(bodies))
    ledger.close()


def pour(file: Path, notes: int) -> None:
    """Send them one by one."""
    control = Control.find(file)
    assert control is not None
    for text in texts(notes):
        assert control.send(CASE, "note.write", what="need", text=text)["ok"]


if __name__ == "__main__":
    pour(Path(sys.argv[1]), int(sys.argv[2]))
