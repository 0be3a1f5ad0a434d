"""The lines of a page: joined, freed of page furniture, told apart by their form."""
