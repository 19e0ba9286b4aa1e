"""Limits that Python and the browser share; `rightcode schema` writes them for the browser too."""

MAX_BYTES = 5_000_000
"""Of a result file."""
MAX_ANSWERS = 2000
MAX_PICKS = 50
MAX_ANSWER_MS = 7 * 24 * 3600 * 1000
MAX_DISPUTE = 1000
"""Characters of why a learner thinks that a key is wrong, and of why a credit was changed."""
MAX_DECISIONS = 5000
MAX_OWN = 50
"""Questions of an instructor's own in one assignment."""
MAX_OWN_NAME = 200
"""Characters of a title or a name in one; what follows are its longer texts."""
MAX_OWN_NOTE = 4000
MAX_OWN_FEEDBACK = 800
MAX_OWN_REASON = 2000
FEW_LEARNERS = 10
"""With fewer, an item has figures alone."""
MANY_LEARNERS = 100
