"""Every sentence of the engine, by name.

One text for Python and for its port in the browser, which reads them from generator/tables.py.
"""

from collections.abc import Mapping, Sequence

MESSAGES: Mapping[str, str] = {
    # words
    "minute": "{n} minute",
    "minutes": "{n} minutes",
    "timed minute": "{n} timed minute",
    "timed minutes": "{n} timed minutes",
    "unit": "{n} unit",
    "units": "{n} units",
    "no-unit": "no unit",
    "and": " and ",
    "or": " or ",
    # one service
    "code-named": "The visit names the code.",
    "attribute-missing": "The note does not give the {attribute} of {technique}.",
    "no-rule-fits": "No rule for {technique} fits this.",
    "authorities-disagree": (
        "Authorities disagree whether this is {codes}; ask the payer which it takes."
    ),
    "code-ended": "{code} ended on {day}.",
    "code-replaced": "{code} ended on {day}; the service is {codes} since.",
    "code-not-yet": "{code} is a code from {day} on; on {date} it was none.",
    "code-no-more": "{code} was a code until {day}; on {date} it is none.",
    "code-not-taught": (
        "{code} is named here but not taught: its unit and its limits are not known here. Look it"
        " up before billing."
    ),
    "no-minute": "No minute of it was furnished.",
    "minutes-missing": (
        "The note gives no minutes of {code}, which is counted in units of {minutes} minutes."
    ),
    "not-one-on-one": (
        "{code} counts only minutes of the clinician's undivided contact, and here it was"
        " {contact}."
    ),
    "not-one-on-one-group": (
        "{code} counts only minutes of the clinician's undivided contact, and here it was group. "
        "Two or more patients at once are group therapy, 97150."
    ),
    # minutes to units
    "total-none": "{minutes} in all make no unit: fewer than 8.",
    "total": "{minutes} in all make {units} ({low} to {high}).",
    "full-quarters": "Full 15 minutes first: {shares}.",
    "share": "{units} of {code}",
    "leftover": "One unit more goes to {code}, which has {minutes} left over.",
    "leftover-tie": (
        "{codes} have {minutes} left over each; {units} more between them, and any choice is right."
    ),
    "unpaid": "{code} earns no unit with {minutes}; they stay in the note.",
    "alone": "{code} by itself: {minutes} earn {units}; the next one is earned at {next}.",
    "untimed": "{code} is untimed: one unit a day, whatever the minutes.",
    "tie": (
        "{code} ties for the last unit, which another code has here; an equally right claim gives"
        " it to {code}."
    ),
    "as-right": "As right, since the minutes left over are equal: {claim}.",
    "as-right-more": (
        "The minutes left over are equal in more ways than these, and each is as right."
    ),
    # measured codes
    "minutes-one": "{n} minute",
    "minutes-many": "{n} minutes",
    "area_cm2-one": "{n} square centimetre",
    "area_cm2-many": "{n} square centimetres",
    "data_days-one": "{n} day with data",
    "data_days-many": "{n} days with data",
    "month_minutes-one": "{n} minute",
    "month_minutes-many": "{n} minutes",
    "minutes-what": "minutes",
    "area_cm2-what": "area in square centimetres",
    "data_days-what": "number of days with data in 30",
    "month_minutes-what": "minutes of the calendar month",
    "span-day": "in a day",
    "span-30-days": "in 30 days",
    "span-calendar-month": "in a calendar month",
    "span-episode": "in an episode of care",
    "measured": (
        "{code} is measured by itself and never enters the sum of 15-minute codes: {amount} {span}"
        " make {units}. One unit covers {size} and is earned from {least}."
    ),
    "measured-further": (
        "What lies beyond {size} is {add_on}: {rest} make {units}, each earned from {least}."
    ),
    "measured-rest": "The {rest} beyond {size} earn no unit of {add_on}, which takes {least}.",
    "measured-most": "{code} stands at most for {most} {span}; what lies beyond stays in the note.",
    "measured-too-little": "{amount} earn no unit of {code}, which takes at least {least} {span}.",
    "measured-missing": "The note does not give the {what} of {code}, which is counted by it.",
    "measured-elsewhere": (
        "{code} is counted by its {what}, not by the minutes of a day; no unit of it is counted"
        " here."
    ),
    # how the payer counts
    "method-unknown": (
        "How {payer} turns minutes into units is not known here; ask the payer. As units, {told}."
    ),
    "methods-agree": "both known methods give {units}",
    "methods-differ": "Medicare's way gives {cms}, the midpoint {ama}",
    "none": "none",
    # pairs
    "pair-never": (
        "{column1} and {column2} are an NCCI pair with indicator 0 (table of {table}): "
        "{column2} is not paid beside {column1}, and no modifier changes that."
    ),
    "pair-apart-only": (
        "{column1} and {column2} are an NCCI pair with indicator 1 (table of {table}): "
        "{column2} is paid only where the note shows a separate service, and here it does not."
    ),
    "pair-no-unit": "{column1} earns no unit by itself, and {column2} is not paid beside it.",
    "pair-unknown": (
        "Whether {column1} and {column2} were a pair is not known for {day}: the table of {table}"
        " gives no first day."
    ),
    "pair-parted": (
        "{modifier} parts {column2} from {column1}, an NCCI pair with indicator 1 (table of"
        " {table}): the note shows a separate service."
    ),
    "pairs-unread": (
        "Most pairs were read in the table of {table}, which changes each quarter: check the one in"
        " force on {day}."
    ),
    "pair-other-payer": (
        "{column1} and {column2} are a pair of Medicare's; "
        "whether {payer} denies {column2} beside it is not known here."
    ),
    # assistants
    "assistant-unit": "{modifier}: an assistant furnished more than a tenth of this unit.",
    "assistant-units": (
        "{modifier}: an assistant furnished more than a tenth of each of these units."
    ),
    "assistant-line": "{modifier} on {code}: an assistant furnished more than a tenth of the unit.",
    "assistant-unmarked": "No assistant's modifier: the therapist's own minutes make this unit.",
    "assistant-none": (
        "There is no assistant's modifier in '{discipline}'; whether Medicare pays one there is not"
        " known here."
    ),
    "assistant-unknown": "Whether an assistant's line carried a modifier is not known for {day}.",
    # plan of care
    "plan-GP": "GP: furnished under a physical therapy plan of care.",
    "plan-GO": "GO: furnished under an occupational therapy plan of care.",
    "plan-GN": "GN: furnished under a speech-language pathology plan of care.",
    "plan-unknown": "Which plan modifier a line needed is not known for {day}.",
    "plan-none": "A therapy line stands under a PT, OT or SLP plan; '{discipline}' is none.",
    "plan-uncertified": (
        "The plan of care is not certified: Medicare pays therapy under a certified plan only."
    ),
    # necessity
    "kx-and-ga": (
        "The care is called necessary and a denial for necessity expected: KX and GA contradict"
        " each other. Ask which holds."
    ),
    "ga": "GA: a denial for necessity is expected and an advance notice is on file.",
    "ga-watch": "Medicare is expected to deny the lines with GA; the patient agreed to pay.",
    "gz": "GZ: a denial for necessity is expected and there is no advance notice.",
    "gz-watch": "Medicare denies the lines with GZ, and the provider bears it.",
    "notice-missing": (
        "A denial for necessity is expected: ask whether an advance notice is on file (GA) or not"
        " (GZ)."
    ),
    "gy": "GY: excluded, and billed for the denial alone.",
    "gx-gy": "GY: excluded, and billed for the denial alone. GX: a notice was given of free will.",
    "at": "AT: the treatment is active.",
    "at-missing": (
        "The note does not say whether the care is active or maintenance; AT belongs on active care"
        " only."
    ),
    "maintenance": "Maintenance care carries no AT, and Medicare does not cover it.",
    "kx-unknown": "The KX threshold is not known for {year}; look it up before the claim goes out.",
    "kx-left": (
        "{left} of the {year} threshold of {threshold} are left; what goes above it today needs KX."
    ),
    "kx-missing": (
        "The {year} threshold of {threshold} is reached: ask whether the care is still necessary"
        " (KX) or not."
    ),
    "kx": "KX: the {year} threshold of {threshold} is reached, and the care is still necessary.",
    # limits
    "mue-exceeded": "{units} units of {code} are above the MUE of {most} (table of {table}).",
    "mue-1": "It is a ceiling for each line.",
    "mue-2": "It is a ceiling for the day by policy, and no appeal raises it.",
    "mue-3": (
        "It is a ceiling for the day; units above it may be paid on appeal, with proof of"
        " necessity."
    ),
    "mue-None": "How it is applied was not read.",
    "cap-exceeded": "{units} units are above what {payer} pays a day, which is {most}: {text}",
    "mue-unknown": "The ceiling for {units} units of {code} is not known for a {setting}'s claim.",
    # what is not known
    "later-year": (
        "What changes with {year} is not known here; this rests on facts as of {judged}. Check"
        " before billing."
    ),
    "cover-unknown": (
        "Whether {payer} covers {codes}, and which modifiers it wants, is not known here."
    ),
    "two-clinicians": (
        "More than one clinician treated: together they bill no more time than really passed."
    ),
}


def message(name: str, /, **values: object) -> str:
    """The sentence with its blanks filled."""
    return MESSAGES[name].format_map(values)


def quantity(amount: int, word: str) -> str:
    """'1 unit', '2 units'."""
    return message(word if amount == 1 else f"{word}s", n=amount)


def amount_text(amount: int, of: str) -> str:
    """'20 square centimetres', '1 day with data'.

    An amount of what a measured code is counted by.
    """
    return message(f"{of}-{'one' if amount == 1 else 'many'}", n=amount)


def join_names(names: Sequence[str]) -> str:
    """Names as a sentence has them: 'a', 'a and b', 'a, b and c'."""
    return MESSAGES["and"].join(filter(None, (", ".join(names[:-1]), names[-1])))
