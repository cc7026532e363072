"""How often the desk draws while facts pour in."""

from collections.abc import Callable

from screens.desk.unhurried import BURST, LONGEST, PATIENCE, REST, Unhurried


class Screen:
    """A picture that takes so long to draw, on a clock that is moved by hand."""

    def __init__(self, cost: float) -> None:
        self.now, self.drawn, self.cost = 100.0, 0, cost
        self.later: list[tuple[float, Callable[[], None]]] = []
        self.key_at = 0.0
        self.pictures = Unhurried(self.draw, self.at, lambda: self.now, lambda: self.key_at)

    def draw(self) -> None:
        self.drawn += 1
        self.now += self.cost

    def at(self, seconds: float, do: Callable[[], None]) -> None:
        self.later.append((self.now + seconds, do))

    def until(self, end: float, every: float) -> None:
        """News comes this often, and what was put off happens in its time."""
        while self.now < end:
            due = [do for when, do in self.later if when <= self.now]
            self.later = [(when, do) for when, do in self.later if when > self.now]
            for do in due:
                do()
            self.pictures.news()
            self.now += every


def test_what_comes_after_a_rest_is_drawn_at_once() -> None:
    """One note alone is on the screen when it is heard of, and so is the next."""
    screen = Screen(0.02)
    for _ in range(3):
        screen.pictures.news()
        screen.now += 1.0

    assert screen.drawn == 3
    assert screen.later == []


def test_a_burst_leaves_most_of_the_time_to_the_keys() -> None:
    """Of two seconds in which a note comes each second millisecond, a fourth goes to drawing."""
    screen = Screen(0.02)
    screen.until(102.0, 0.002)

    assert screen.drawn * 0.02 / 2.0 <= 1 / (1 + REST)
    assert screen.drawn > 10


def test_the_last_of_a_burst_is_drawn_too() -> None:
    """What came while the screen rested is drawn when the rest is over, once."""
    screen = Screen(0.02)
    for _ in range(50):
        screen.pictures.news()
    assert screen.drawn == 1
    ((when, draw),) = screen.later
    screen.now = when
    draw()

    assert screen.drawn == 2


def test_a_burst_is_drawn_more_seldom_than_what_comes_one_by_one() -> None:
    """After many at once the next picture waits longer, and again no longer when it is quiet."""
    screen = Screen(0.01)
    screen.pictures.news()
    assert not screen.pictures.heard(1)
    screen.pictures.news()
    assert screen.pictures.heard(40), "a picture is on its way"
    ((when, draw),) = screen.later
    assert when - screen.now < BURST
    screen.now, screen.later = when, []
    draw()
    assert not screen.pictures.heard(1)
    screen.pictures.news()
    ((when, draw),) = screen.later
    assert when - screen.now > BURST * 0.9
    screen.now, screen.later = when, []
    draw()
    screen.pictures.news()
    ((when, _),) = screen.later

    assert when - screen.now < BURST
    assert screen.drawn == 3


def a_burst_while_somebody_writes() -> Screen:
    """A picture was drawn, much has come since, and the next is due while keys are pressed."""
    screen = Screen(0.01)
    screen.pictures.news()
    screen.pictures.heard(40)
    screen.pictures.news()
    ((when, due),) = screen.later
    screen.now, screen.key_at, screen.later = when, when - 0.05, []
    due()
    assert screen.drawn == 1
    assert screen.pictures.lets_key_go_first
    return screen


def test_a_picture_of_a_burst_is_drawn_right_after_the_next_key() -> None:
    """Whoever writes has the next letter first, and the picture is drawn once, between two."""
    screen = a_burst_while_somebody_writes()
    screen.pictures.key_is_painted()
    screen.pictures.key_is_painted()
    assert screen.drawn == 2
    ((when, due),) = screen.later
    screen.now = when
    due()

    assert screen.drawn == 2


def test_a_picture_waits_only_a_moment_for_a_key_that_does_not_come() -> None:
    """Whoever stops writing sees what came all the same."""
    screen = a_burst_while_somebody_writes()
    ((when, due),) = screen.later
    assert when - screen.now <= PATIENCE
    screen.now = screen.key_at = when
    due()

    assert screen.drawn == 2


def test_what_comes_one_by_one_is_drawn_while_somebody_writes() -> None:
    """An answer to one's own key is no burst, and waits for no other key."""
    screen = Screen(0.01)
    screen.key_at = screen.now
    screen.pictures.heard(1)
    screen.pictures.news()

    assert screen.drawn == 1


def test_a_slow_machine_still_shows_what_comes() -> None:
    """However long a picture takes, the next is not put off for more than a moment."""
    screen = Screen(5.0)
    screen.pictures.news()
    screen.pictures.news()
    ((when, _),) = screen.later

    assert when <= screen.now + LONGEST
