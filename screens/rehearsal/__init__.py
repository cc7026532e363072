"""Rehearsal: simulated phones that speak the real protocol, and who leads a made-up evening."""
