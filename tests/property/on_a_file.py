"""What every machine of any order stands on: a real file, opened again at any moment."""

import tempfile
from pathlib import Path

from hypothesis.stateful import RuleBasedStateMachine, rule

from storage.ledger import Ledger


class OnAFile(RuleBasedStateMachine):
    """A ledger in a folder of its own, which goes with the machine."""

    def __init__(self) -> None:
        super().__init__()
        self.room = tempfile.TemporaryDirectory()
        self.path = Path(self.room.name) / "hall.db"
        self.ledger = Ledger.open(self.path)
        self.count = 0

    @rule()
    def restart(self) -> None:
        """What is folded from the file again is what stood there before."""
        before = dict(self.ledger.cases)
        self.ledger.close()
        self.ledger = Ledger.open(self.path)
        assert dict(self.ledger.cases) == before

    def teardown(self) -> None:
        self.ledger.close()
        self.room.cleanup()
