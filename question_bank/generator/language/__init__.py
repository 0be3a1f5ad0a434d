"""Grammar of a sentence, as much as quoting and leaving out words need."""
