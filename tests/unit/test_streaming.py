"""How the stream of facts breathes."""

from screens.streaming import MANY, REST, WINDOW, Breath


class Clock:
    """Moved by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_what_comes_one_by_one_is_sent_at_once() -> None:
    """As quick as people act and write at a desk, no fact waits for the next."""
    clock = Clock()
    breath = Breath(clock)
    for _ in range(100):
        assert breath.after(1) == 0
        clock.now += 0.05


def test_a_burst_gathers_and_the_quiet_after_it_does_not() -> None:
    """Many at once are sent in pieces; a moment later one fact is sent at once again."""
    clock = Clock()
    breath = Breath(clock)
    rests = []
    for _ in range(MANY + 3):
        rests.append(breath.after(1))
        clock.now += 0.002
    assert rests == [0.0] * MANY + [REST] * 3
    clock.now += REST
    assert breath.after(30) == REST
    clock.now += WINDOW + 0.01

    assert breath.after(1) == 0
