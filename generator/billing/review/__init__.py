"""A claim that somebody wrote, held against what its visit bills."""
