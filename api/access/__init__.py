"""Who may do what: tokens with a scope, and what needs none."""
