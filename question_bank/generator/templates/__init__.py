"""One module for each family of questions."""
