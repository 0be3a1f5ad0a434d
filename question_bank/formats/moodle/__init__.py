"""Moodle's XML format for questions."""
