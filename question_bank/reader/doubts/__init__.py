"""The doubts about a page, as questions to a person."""
