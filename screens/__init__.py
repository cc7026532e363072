"""What people look at, and how they get there."""
