"""A bank as a table that a person can edit in a spreadsheet."""
