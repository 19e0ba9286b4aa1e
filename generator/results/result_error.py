"""A result, key or store that cannot be used."""


class ResultError(Exception):
    """The message says what is wrong with it and what to do, in words an instructor reads."""
