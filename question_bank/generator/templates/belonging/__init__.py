"""What belongs to which value."""
