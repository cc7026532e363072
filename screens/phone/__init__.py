"""The phone surface: a page from the LAN port, and the protocol that programs speak there."""
