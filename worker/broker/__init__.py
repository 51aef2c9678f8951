"""Redis as the broker: a message is taken and noted as taken in one step, and made a sound call of a task."""
