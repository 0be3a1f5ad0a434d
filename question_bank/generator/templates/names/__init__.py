"""What the values are called."""
