"""What articles told before: versions that were replaced or withdrawn, and timelines as they were known at a moment."""
