"""The places of the desk, by the names that the rail knows them by."""

from screens.desk.frame import Places
from screens.desk.places.arena import Arena
from screens.desk.places.card import Card
from screens.desk.places.clusters import Clusters
from screens.desk.places.dots import Dots
from screens.desk.places.helpers import Helpers
from screens.desk.places.home import Home
from screens.desk.places.ideas import Ideas
from screens.desk.places.motivation import Motivation
from screens.desk.places.needs import Needs
from screens.desk.places.opening import Opening
from screens.desk.places.problem import Problem

PLACES: Places = {
    place.NAME: place
    for place in (
        Home,
        Problem,
        Helpers,
        Motivation,
        Arena,
        Needs,
        Clusters,
        Dots,
        Ideas,
        Card,
        Opening,
    )
}
LOOP = (Needs.NAME, Clusters.NAME, Dots.NAME, Ideas.NAME, Card.NAME)
"""The pages of station 5, in the order of a round."""
