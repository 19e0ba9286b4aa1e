"""Days on which an outpatient clinic treats."""

import datetime

SATURDAY, MONDAY, THURSDAY, FRIDAY = 6, 1, 4, 5
WEEK = 7
DAY = datetime.timedelta(1)
FIXED = {(1, 1), (7, 4), (12, 25)}


def is_working_day(day: datetime.date) -> bool:
    """A weekday, and none of the six holidays on which clinics close."""
    return day.isoweekday() < SATURDAY and not _is_holiday(day)


def _is_holiday(day: datetime.date) -> bool:
    nth, weekday = (day.day - 1) // WEEK + 1, day.isoweekday()
    last_of_month = (day + datetime.timedelta(WEEK)).month != day.month
    return (
        _is_fixed(day)
        or (weekday == FRIDAY and _is_fixed(day + DAY))  # the holiday is a Saturday
        or (weekday == MONDAY and _is_fixed(day - DAY))  # the holiday is a Sunday
        or (day.month == 5 and weekday == MONDAY and last_of_month)  # Memorial Day
        or (day.month, nth, weekday) == (9, 1, MONDAY)  # Labor Day
        or (day.month, nth, weekday) == (11, 4, THURSDAY)  # Thanksgiving
    )


def _is_fixed(day: datetime.date) -> bool:
    return (day.month, day.day) in FIXED
