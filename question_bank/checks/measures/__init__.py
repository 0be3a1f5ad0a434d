"""What can be counted of a whole bank: test-wise robots, chance, reading age."""
