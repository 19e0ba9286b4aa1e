"""Choose the code of one service."""
