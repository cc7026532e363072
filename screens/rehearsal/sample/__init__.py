"""A finished case for practice, invented: forty needs, three rounds, a year of follow-up."""
