"""What the page states: its vision, its mission, its sections."""
