"""One module a command; a module's click command carries the module's name."""
