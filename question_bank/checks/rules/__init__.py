"""One function for each hard gate: it yields the words at fault, nothing where the item is sound."""
