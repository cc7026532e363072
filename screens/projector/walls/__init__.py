"""The walls as a terminal draws them: each makes pages of rows from what the hall may see."""
