"""Web pages, whole or in part."""
