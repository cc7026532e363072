"""What others wrote elsewhere, brought in line by line."""
