"""Lets `python -m screens.cli` be the program, also where its script is not on the path."""

from screens.cli import main

main()
