"""The resources of the API, one a module: their parameters, their operations and the shapes of what they answer."""
