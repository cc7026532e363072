"""What a co-creation case is: facts, wishes and rules, pure and frozen."""
