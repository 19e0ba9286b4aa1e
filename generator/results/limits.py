"""The gradebook's constants; `rightcode schema` writes them for the browser too."""

MAX_BYTES = 5_000_000
"""Of a result file."""
MAX_ANSWERS = 2000
MAX_PICKS = 50
MAX_ANSWER_MS = 7 * 24 * 3600 * 1000
CLOCK_SLACK_MS = 90_000
"""Between two clocks, or for a page to start: less says nothing."""
TOO_FAST_MS = 1500
"""Nobody reads a question in less."""
LISTED_ITEMS = 3
"""A flag names so many questions and counts the rest."""
FEW_LEARNERS = 10
"""With fewer, an item has figures alone."""
SOME_LEARNERS = 30
"""With fewer, no correlations and options are judged: r without any is within 1.96 / root 30."""
MANY_LEARNERS = 100
EASY_FACILITY = 0.95
HARD_SHARE = 0.25
WEAK_DISCRIMINATION = 0.15
SLOW_FACTOR = 3
QUICK_SECONDS = 5
OMITTED_SHARE = 0.2
TINY = 1e-9
"""A variance below it is none."""
Z95 = 1.959964
"""The normal distribution's 97.5 % point."""
