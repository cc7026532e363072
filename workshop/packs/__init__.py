"""Strategy packs: a municipality's own strategy as data. The method is the same for all of them."""
