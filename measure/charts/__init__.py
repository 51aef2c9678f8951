"""Pages that draw many events, measured in a browser: Dateline's own and those of two libraries."""
