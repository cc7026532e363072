"""What each audience may know: the wall of privacy, as pure functions."""

from workshop.views.ahead import WallEffect, WallStop, WallUse
from workshop.views.beside import OutTest, TesterSaid, Welcome
from workshop.views.live import LiveFrame, live_frame
from workshop.views.people import WallCount, WallPeople, WallRing
from workshop.views.phone import Face, OwnNote, PhoneView, PhoneVote, phone_view
from workshop.views.programme import Coming, WallItem
from workshop.views.projector import (
    ProjectorView,
    WallBar,
    WallCluster,
    WallNote,
    WallPair,
    WallPledge,
    projector_view,
)
from workshop.views.scores import PhonePoll, WallPoll, WallScores
from workshop.views.shared import Target, seconds_left, title_of, title_of_sketch, worded
from workshop.views.trying import WallRound, WallSketch

__all__ = [
    "Coming",
    "Face",
    "LiveFrame",
    "OutTest",
    "OwnNote",
    "PhonePoll",
    "PhoneView",
    "PhoneVote",
    "ProjectorView",
    "Target",
    "TesterSaid",
    "WallBar",
    "WallCluster",
    "WallCount",
    "WallEffect",
    "WallItem",
    "WallNote",
    "WallPair",
    "WallPeople",
    "WallPledge",
    "WallPoll",
    "WallRing",
    "WallRound",
    "WallScores",
    "WallSketch",
    "WallStop",
    "WallUse",
    "Welcome",
    "live_frame",
    "phone_view",
    "projector_view",
    "seconds_left",
    "title_of",
    "title_of_sketch",
    "worded",
]
