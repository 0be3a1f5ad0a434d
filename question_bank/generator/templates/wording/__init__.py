"""What the words of a line are."""
