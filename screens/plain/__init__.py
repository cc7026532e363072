"""The plain page on the control port: the essential controls for who cannot see the screen."""
