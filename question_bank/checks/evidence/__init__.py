"""What the rules look things up in: the item taken apart, and the page made ready for searching."""
