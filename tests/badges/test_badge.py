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

from generator.badges.signing_key import base58
from generator.cli import app
from generator.questions.track_courses import courses
from generator.results.answer_marking import markings
from generator.results.gradebook import new_class_key
from tests.badges.issuing import (
    ASSIGNMENT,
    DAY,
    RUN,
    TRACK,
    handed_in,
    issue,
    issued,
    parts,
    unpadded,
)
from tests.exports.tools import installed, run
from tests.results.core import key_file as class_key_file
from tests.results.core import seal

pytestmark = pytest.mark.usefixtures("loaded_once")
VERIFIER = Path(__file__).with_name("verify_badge.mjs")


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
