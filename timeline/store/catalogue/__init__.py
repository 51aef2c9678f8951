"""Topics looked after: defined as saved searches, renamed, merged and removed."""
