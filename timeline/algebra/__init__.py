"""The algebra of time: kinds of stretches, operators that say which one, and the calendar they meet."""
