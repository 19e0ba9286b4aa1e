"""Badges.

Who gets one, what it says, and that programs nobody here wrote find its signature right.
"""

import base64
import json
import re
import stat
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from typer.testing import CliRunner

from generator.badges.signing_key import base58, key_file, new_key
from generator.cli import app
from generator.facts.corpus import Corpus
from generator.questions.assignment_draw import chosen_items
from generator.questions.kinds.marking import Marking
from generator.questions.track_courses import courses
from generator.results.answer_marking import markings
from generator.results.gradebook import new_class_key
from generator.results.lrs_client import RecordStore
from tests.conftest import ROOT
from tests.exports.tools import installed, run
from tests.results.core import key_file as class_key_file
from tests.results.core import seal, statements
from tests.results.made import result, right_response

RUN = CliRunner()
pytestmark = pytest.mark.usefixtures("loaded_once")
VERIFIER = Path(__file__).with_name("verify_badge.mjs")
DAY = "2026-03-20"
TRACK, ASSIGNMENT = "chiropractic-office", "first-steps"


@pytest.fixture(scope="module")
def track_keys(corpus: Corpus) -> dict[str, Marking]:
    """The questions of a first try at every check of the track."""
    found = courses(corpus, corpus.tracks[TRACK])
    return markings(
        corpus,
        [item.id for course in found for pool in course.pools for item in pool.items[: pool.count]],
    )


@pytest.fixture(scope="module")
def assignment_keys(corpus: Corpus) -> dict[str, Marking]:
    return markings(
        corpus, [item.id for item in chosen_items(corpus, corpus.assignments[ASSIGNMENT])]
    )


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """An instructor's folder: a key, a profile, room for results."""
    (tmp_path / "results").mkdir()
    (tmp_path / "issuer.yaml").write_text(
        "name: Riverside Therapy School\nurl: https://riverside.example\nemail:"
        " office@riverside.example\n",
        encoding="utf-8",
    )
    (tmp_path / "badge.pem").write_bytes(key_file(new_key()))
    return tmp_path


def handed_in(
    desk: Path,
    keys: dict[str, Marking],
    name: str,
    of: str,
    wrong: int = 0,
    number: int = 1,
    **changes,
) -> dict:
    """A learner's result file; the last `wrong` questions are left out."""
    chosen = list(keys)[: len(keys) - wrong]
    made = result(
        keys, name, {item: right_response(keys[item]) for item in chosen}, number, **changes
    )
    made["assignment"] = {"id": of, "items": list(keys)}
    (desk / "results" / f"{name}-{number}.json".replace("/", "_").replace("\0", "")).write_text(
        json.dumps(made), encoding="utf-8"
    )
    return made


def issue(desk: Path, *more: str, out: str = "badges", code: int = 0):
    arguments = [
        "badge",
        desk / "results",
        "--issuer",
        desk / "issuer.yaml",
        "--key",
        desk / "badge.pem",
        "--out",
        desk / out,
        "--root",
        ROOT,
        *more,
    ]
    done = RUN.invoke(app, [str(one) for one in arguments])
    assert done.exit_code == code, done.output
    return done


def issued(desk: Path, out: str = "badges") -> list[Path]:
    return sorted((desk / out).glob("*.jwt"))


def parts(path: Path) -> tuple[dict, dict, bytes, bytes]:
    header, payload, signature = path.read_text().strip().split(".")
    return (
        *(json.loads(unpadded(one)) for one in (header, payload)),
        unpadded(signature),
        f"{header}.{payload}".encode(),
    )


def unpadded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def test_a_badge_is_what_an_independent_verifier_accepts(desk, track_keys):
    installed("jose")
    handed_in(desk, track_keys, "Zoë مريم O'Neil", TRACK)
    issue(desk, "--date", DAY)
    (path,) = issued(desk)
    done = run(VERIFIER, path)
    assert done.returncode == 0, done.stdout + done.stderr
    verified = json.loads(done.stdout)
    assert verified == parts(path)[1]
    assert verified["type"] == ["VerifiableCredential", "OpenBadgeCredential"]
    assert verified["@context"][0].endswith("credentials/v2")
    assert "purl.imsglobal.org/spec/ob/v3p0/context" in verified["@context"][1]
    subject = verified["credentialSubject"]
    assert "AchievementSubject" in subject["type"] and subject["identifier"]
    assert {"id", "type", "name", "description", "criteria"} <= subject["achievement"].keys()


def test_a_verifier_refuses_a_badge_of_which_a_word_was_changed(desk, track_keys):
    installed("jose")
    handed_in(desk, track_keys, "Ann", TRACK)
    issue(desk, "--date", DAY)
    (path,) = issued(desk)
    header, payload, signature = path.read_text().strip().split(".")
    forged = (
        base64.urlsafe_b64encode(unpadded(payload).replace(b"Ann", b"Bob")).rstrip(b"=").decode()
    )
    path.write_text(f"{header}.{forged}.{signature}")
    done = run(VERIFIER, path)
    assert done.returncode == 1 and "signature verification failed" in done.stderr


def test_the_signature_is_that_of_the_key_in_the_header_and_in_the_issuers_name(desk, track_keys):
    handed_in(desk, track_keys, "Ann", TRACK)
    issue(desk, "--date", DAY)
    header, claims, signature, message = parts(issued(desk)[0])
    public = unpadded(header["jwk"]["x"])
    Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    with pytest.raises(InvalidSignature):
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message + b"x")
    assert claims["iss"] == claims["issuer"]["id"] == "did:key:z" + base58(b"\xed\x01" + public)
    assert "d" not in header["jwk"]


def test_base58_is_bitcoins():
    assert base58(b"Hello World!") == "2NEpo7TZRRrLZSi2U"
    assert base58(bytes.fromhex("0000287fb4cd")) == "11233QC4"


def test_a_badge_says_who_for_what_and_by_which_criteria(desk, corpus, track_keys):
    handed_in(desk, track_keys, "Ann Lee", TRACK)
    issue(desk, "--date", DAY, "--valid-until", "2028-12-20")
    _, claims, _, _ = parts(issued(desk)[0])
    subject, achievement = claims["credentialSubject"], claims["credentialSubject"]["achievement"]
    assert claims["type"] == ["VerifiableCredential", "OpenBadgeCredential"]
    assert (claims["validFrom"], claims["validUntil"], claims["nbf"]) == (
        "2026-03-20T00:00:00Z",
        "2028-12-20T00:00:00Z",
        1773964800,
    )
    assert [one["identityHash"] for one in subject["identifier"]] == ["Ann Lee"]
    assert (achievement["name"], subject["result"][0]["value"]) == ("Chiropractic office", "100")
    assert "- Regions: at least 3 of 4 questions right." in achievement["criteria"]["narrative"]
    told = claims["evidence"][0]["narrative"]
    assert f"facts as of {corpus.judged_on}" in told
    assert "choose a CMT code by spinal regions: 4 of 4" in told


def test_one_check_of_a_track_below_its_mark_is_no_badge_and_the_reason_is_told(desk, track_keys):
    handed_in(desk, track_keys, "Ann", TRACK)
    handed_in(desk, track_keys, "Bea", TRACK, wrong=2, number=2)
    done = issue(desk, "--date", DAY)
    assert len(issued(desk)) == 1
    assert "no badge for Bea. Modifiers and notices: 3 of 5 right, 4 needed." in done.output


def test_answers_to_all_questions_that_a_check_may_ever_ask_are_no_pass(desk, corpus):
    """Else somebody could gather right answers from many tries."""
    found = courses(corpus, corpus.tracks[TRACK])
    everything = markings(
        corpus, [item.id for course in found for pool in course.pools for item in pool.items]
    )
    handed_in(desk, everything, "Ann", TRACK)
    assert re.search(
        r"Regions: \d+ questions are answered where 4 are asked\.",
        issue(desk, "--date", DAY).output,
    )
    assert issued(desk) == []


def test_an_assignment_is_held_to_its_own_mark_or_to_the_one_given(desk, corpus, assignment_keys):
    handed_in(desk, assignment_keys, "Ann", ASSIGNMENT, wrong=len(assignment_keys) // 2)
    issue(desk, "--date", DAY, "--pass-mark", "90")
    assert issued(desk) == []
    issue(desk, "--date", DAY, "--pass-mark", "40")
    assert len(issued(desk)) == 1
    _, claims, _, _ = parts(issued(desk)[0])
    assert claims["credentialSubject"]["achievement"]["achievementType"] == "Assessment"


def test_the_same_results_on_the_same_day_give_the_same_bytes_and_another_day_the_same_badge(
    desk, track_keys
):
    handed_in(desk, track_keys, "Ann", TRACK)
    issue(desk, "--date", DAY, out="one")
    issue(desk, "--date", DAY, out="two")
    issue(desk, "--date", "2026-03-21", out="three")
    one, two, three = (issued(desk, out)[0] for out in ("one", "two", "three"))
    assert one.read_bytes() == two.read_bytes() != three.read_bytes()
    assert parts(one)[1]["id"] == parts(three)[1]["id"]


def test_what_the_gradebook_flags_waits_for_the_instructor(desk, track_keys):
    handed_in(desk, track_keys, "Ann", TRACK, finished="2026-03-02T08:00:00.000Z")
    assert (
        "no badge for Ann. Look at it first: It ends before it starts."
        in issue(desk, "--date", DAY).output
    )
    assert issued(desk) == []
    issue(desk, "--date", DAY, "--flagged")
    assert len(issued(desk)) == 1


def test_the_mark_in_a_badge_is_the_agreed_one(desk, assignment_keys):
    """Not what it comes to with so many questions."""
    handed_in(desk, assignment_keys, "Ann", ASSIGNMENT)
    issue(desk, "--date", DAY, "--pass-mark", "71")
    achievement = parts(issued(desk)[0])[1]["credentialSubject"]["achievement"]
    assert achievement["resultDescription"][0]["requiredValue"] == "71"
    assert "the pass mark is 71%" in achievement["criteria"]["narrative"]


def test_two_learners_of_one_name_are_both_named_and_both_judged(desk, track_keys):
    handed_in(desk, track_keys, "Ann Lee", TRACK)
    handed_in(desk, track_keys, "Ann Lee", TRACK, number=2)
    handed_in(desk, track_keys, "Ann Lee", TRACK, wrong=5, number=3)
    output = issue(desk, "--date", DAY, "--flagged").output
    subjects = {parts(path)[1]["credentialSubject"]["id"] for path in issued(desk)}
    assert len(issued(desk)) == len(subjects) == 2
    assert "no badge for Ann Lee." in output
    for number in (1, 2, 3):
        assert f"Ann Lee (Ann Lee-{number}.json)" in output


def test_learners_of_one_name_with_ids_are_two(desk, track_keys):
    for number, one in enumerate(("17", "18"), 1):
        learner = {"name": "Ann Lee", "id": one}
        handed_in(desk, track_keys, "Ann Lee", TRACK, number=number, learner=learner)
    assert "same name" not in issue(desk, "--date", DAY).output
    assert len(issued(desk)) == 2


def test_badges_come_from_a_store_too(desk, track_keys, monkeypatch):
    """What the store's pages hold is read; the client itself is tested with a real store."""
    made = handed_in(desk, track_keys, "Ann", TRACK)
    (desk / "results" / "Ann-1.json").unlink()
    made["assignment"]["id"] = TRACK
    (statement_list,) = statements(track_keys, [made])
    page = json.dumps({"statements": statement_list})
    monkeypatch.setattr(RecordStore, "read", lambda _self, take: take(page))
    store = "https://lrs.example/xapi"
    command = ["badge", "--lrs", store, "--issuer", desk / "issuer.yaml", "--root", ROOT]
    command += ["--key", desk / "badge.pem", "--out", desk / "badges", "--date", DAY]
    done = RUN.invoke(app, [*map(str, command)])
    assert done.exit_code == 0, done.output
    (path,) = issued(desk)
    names = parts(path)[1]["credentialSubject"]["identifier"]
    assert [one["identityHash"] for one in names] == ["Ann"]
    done = RUN.invoke(app, [*map(str, [*command[:1], desk / "results", *command[1:]])])
    assert done.exit_code == 2 and "or a store with --lrs" in done.output


def test_a_learner_with_two_attempts_gets_one_badge(desk, track_keys):
    handed_in(desk, track_keys, "Ann", TRACK, wrong=5)
    handed_in(desk, track_keys, "Ann", TRACK, number=2, attempt=2)
    issue(desk, "--date", DAY)
    assert len(issued(desk)) == 1


def test_sealed_results_need_the_class_key(desk, track_keys):
    made = new_class_key()
    told = handed_in(desk, track_keys, "Ann", TRACK)
    (desk / "results" / "Ann-1.json").write_text(json.dumps(seal(made["public"], told)))
    assert (
        "encrypted for the class key" in issue(desk, "--date", DAY, "--track", TRACK, code=1).output
    )
    (desk / "class.json").write_bytes(class_key_file(made))
    issue(desk, "--date", DAY, "--class-key", str(desk / "class.json"))
    assert len(issued(desk)) == 1


@pytest.mark.parametrize(
    ("break_it", "said"),
    [
        (lambda desk: (desk / "badge.pem").write_text("no key"), "This is no private key in PEM"),
        (lambda desk: (desk / "badge.pem").unlink(), "cannot be read or written"),
        (lambda desk: (desk / "issuer.yaml").write_text("name: School\n"), "url"),
        (lambda desk: (desk / "issuer.yaml").write_text("name: [\n"), "issuer.yaml:"),
        (
            lambda desk: (desk / "issuer.yaml").write_text("name: School\nurl: riverside\n"),
            "'riverside' is no address",
        ),
        (
            lambda desk: [path.unlink() for path in (desk / "results").iterdir()],
            "No result was found",
        ),
    ],
)
def test_what_is_missing_or_damaged_is_said_in_a_sentence(desk, track_keys, break_it, said):
    handed_in(desk, track_keys, "Ann", TRACK)
    break_it(desk)
    told = issue(desk, "--date", DAY, code=2).output
    assert said in told
    assert "Traceback" not in told


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--date", "soon"), "write a day such as"),
        (("--date", "2026-02-30"), "does not exist"),
        (("--track", "none-such"), "There is no track 'none-such'"),
        (("--pass-mark", "50"), "leave --pass-mark out"),
    ],
)
def test_options_that_make_no_sense_are_refused(desk, track_keys, more, said):
    handed_in(desk, track_keys, "Ann", TRACK)
    assert said in issue(desk, *more, code=2).output


def test_a_new_key_is_its_owners_alone_and_is_never_replaced(tmp_path):
    path = tmp_path / "mine.pem"
    done = RUN.invoke(app, ["badge", "--new-key", str(path)])
    assert done.exit_code == 0
    assert "did:key:z6Mk" in done.output
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    before = path.read_bytes()
    again = RUN.invoke(app, ["badge", "--new-key", str(path)])
    assert (again.exit_code, path.read_bytes()) == (2, before)
    assert "is there already" in again.output
