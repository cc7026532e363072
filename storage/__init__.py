"""The file: the only room that knows SQL."""
