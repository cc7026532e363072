"""Kinds of gathering with their run sheets: one TOML each, and the model that validates it."""
