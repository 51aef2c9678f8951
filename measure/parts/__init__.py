"""The parts of the benchmark, one a module: each has `measured()`, which returns a :class:`~measure.figures.Part`."""
