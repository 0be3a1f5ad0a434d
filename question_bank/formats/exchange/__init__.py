"""What GIFT and Moodle XML have in common: questions, their words, and what goes along beside them."""
