"""Bad input of the commands: every problem is named at its place."""

import pytest

from tests.billing.test_commands import UNITS, run

BAD_VISIT = """\
date: 2026-03-02
payer: medicare
discipline: pt
services:
  - {id: a, code: "97111", minutes: 23.5}
  - {id: b, code: 97110, minutes: -3}
  - {id: c, technique: myofascial, minutes: 1400}
  - {id: d, code: "97140", minutes: 700, color: red}
"""

BAD_DETAILS = """\
date: 2026-05-04
payer: medicare-part-b
discipline: pt
services:
  - {technique: npwt-treatment, details: {device: dme, area_cm2: 20}}
  - {technique: rtm-device, details: {data_days: 20, device: durable}}
  - technique: ot-evaluation
    details: {history: extended, deficits: 5, decision_making: high}
  - {code: "20560", details: {condition: back-pain}}
  - {technique: ot-evaluation, details: {history: brief, deficits: 5, decision_making: high}}
  - {code: "97110", minutes: 15, details: {sort: read by nobody}}
"""

BAD = [
    (
        ("visit", "-"),
        BAD_VISIT,
        [
            "<stdin>:2:8: error V132: Unknown payer 'medicare'; the nearest is medicare-part-b.",
            "<stdin>:4:1: error V133: The services last 2100 minutes together; a day has 1440.",
            "<stdin>:5:19: error V131: Unknown code '97111'; check its digits, or name another.",
            "<stdin>:5:37: error M124: 'minutes' is 23.5; give whole minutes.",
            '<stdin>:6:19: error V131: Code 97110 is a number here; write it in quotes, "97110".',
            "<stdin>:6:35: error M124: 'minutes' is -3; minutes cannot be negative.",
            (
                "<stdin>:7:24: error V132: Unknown technique 'myofascial'; it may be"
                " myofascial-release or cupping or code 97140 or code 97250."
            ),
            (
                "<stdin>:8:42: error M121: Unknown key 'color'; allowed here: 'technique',"
                " 'purpose', 'by', 'same_minutes_as', 'clinician', 'contact', 'separate',"
                " 'separate_by', 'first', 'confirmed', 'abn' and 'details'; or remove it."
            ),
        ],
    ),
    (
        ("units", "--method", "cms"),
        '{"services":[{"code":"97999","minutes":8.5},{"code":"29200","minutes":9}]}',
        [
            "<stdin>:1:22: error V131: Unknown code '97999'; check its digits, or name another.",
            "<stdin>:1:40: error M124: 'minutes' is 8.5; give whole minutes.",
        ],
    ),
    (
        ("units", "--method", "cms"),
        '{"services":[{"code":"29200","minutes":9},{"code":"97110","minutes":9,"timed":false}]}',
        [
            (
                "<stdin>:1:22: error V134: Whether 29200 is timed is not known here; add 'timed:"
                " true' or 'timed: false'."
            ),
            "<stdin>:1:79: error V135: 97110 is timed; correct or remove 'timed'.",
        ],
    ),
    (
        ("units", "--method", "cms"),
        '{"services":[{"code":"29200","minutes":9,"timed":true},{"code":"29200","minutes":9,"timed":false}]}',
        [
            (
                "<stdin>:1:92: error V139: 29200 is said to be both timed and untimed; correct one"
                " of them."
            ),
        ],
    ),
    (
        ("units", "--method", "cms"),
        '{"services":[{"code":"97110","minutes":1441}]}',
        [
            "<stdin>:1:40: error M124: 'minutes' is 1441; a day has 1440.",
        ],
    ),
    (
        ("units", "--method", "hybrid"),
        UNITS,
        ["<arguments>:1:1: error V136: Unknown method 'hybrid'; known are cms, ama."],
    ),
    (
        ("edits", "97111", "97140", "--date", "2026-02-30"),
        "",
        [
            "<arguments>:1:1: error V131: Unknown code '97111'; check its digits, or name another.",
            "<arguments>:1:3: error V137: '2026-02-30' is not a date; write it as YYYY-MM-DD.",
        ],
    ),
    (
        ("visit", "-"),
        "",
        ["<stdin>:1:1: error Y105: The file is empty; write its content or delete it."],
    ),
    (
        ("visit", "nowhere.yaml"),
        "",
        ["nowhere.yaml:1:1: error V130: The file cannot be read: No such file or directory."],
    ),
    (
        ("visit", "-"),
        BAD_DETAILS,
        [
            "<stdin>:5:51: error V141: 'dme' is not a value of 'device' here; write durable or"
            " disposable.",
            "<stdin>:6:62: error V141: 'durable' is not a value of 'device' here; write"
            " musculoskeletal, respiratory or cognitive-behavioral.",
            "<stdin>:8:24: error V141: 'extended' is not a value of 'history' here; write"
            " extensive, expanded or brief.",
            "<stdin>:9:42: error V141: 'back-pain' is not a value of 'condition' here; write"
            " chronic-low-back-pain, peripheral-neuropathy, wound, pulmonary, muscle-tension,"
            " psychosomatic or other.",
        ],
    ),
    (
        ("review", "-", "--visit", "-"),
        "",
        ["<arguments>:1:1: error V138: Only one of claim and visit can come from standard input."],
    ),
    (
        ("review", "-", "--visit", "nowhere.yaml"),
        '{"lines":[{"code":"97110","units":1.5,"modifiers":["gp"]}]}',
        [
            "<stdin>:1:35: error M124: 'units' is 1.5; give whole units, 1 or more.",
            (
                "<stdin>:1:52: error M123: Entry 1 of 'modifiers' is 'gp'; write a modifier of two"
                ' characters, such as GP or "59".'
            ),
            "nowhere.yaml:1:1: error V130: The file cannot be read: No such file or directory.",
        ],
    ),
]


@pytest.mark.parametrize(
    ("arguments", "given", "problems"),
    BAD,
    ids=[" ".join(case[0][:3]) + f"-{number}" for number, case in enumerate(BAD)],
)
def test_bad_input_is_named_place_by_place(
    arguments: tuple[str, ...], given: str, problems: list[str]
) -> None:
    result = run(*arguments, given=given)
    assert (result.exit_code, result.stdout, result.stderr.splitlines()) == (2, "", problems)
