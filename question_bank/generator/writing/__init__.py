"""What every template writes with."""
