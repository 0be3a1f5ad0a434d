"""What a page gives to write items from."""
