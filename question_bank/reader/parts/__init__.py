"""The parts of a page: vision, mission, values, and the rest."""
