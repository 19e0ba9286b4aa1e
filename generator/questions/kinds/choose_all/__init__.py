"""Choose all codes of a claim, or all statements that are true."""
