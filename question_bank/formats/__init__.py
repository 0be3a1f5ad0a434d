"""Pages and banks as files that other programs read."""
