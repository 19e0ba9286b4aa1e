"""Commands for authors: `new`, `explain`, `where`, pasted visits, examples, completion."""

import re
import shlex
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.authoring.loader import LoadedContent, load
from generator.authoring.placeholders import UNFINISHED
from generator.authoring.starters import PATHS, Start, new_file, new_question, with_question
from generator.build.content_files import read_files
from generator.build.project import incremental_project, open_project
from generator.checks import check
from generator.cli import COMMANDS, NEW_COMMANDS, app
from generator.commands.examples import EXAMPLES, example
from generator.commands.new_home import STILL
from generator.facts.corpus import REGISTERS, Corpus
from generator.questions.kinds.registry import KINDS
from tests.cms import made
from tests.conftest import BASE, ROOT

TODAY = date(2026, 11, 29)
NAMES = {"code": "97151", "denial": "co-133", "case": "my-case"}
NEW = {sort: NAMES.get(sort, "my-own") for sort in PATHS}


def run(*arguments: object, given: str | None = None, **env: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, list(map(str, arguments)), input=given, env=env)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small project's content, without what a site needs."""
    return shutil.copytree(BASE, tmp_path / "project")


def started(corpus: Corpus) -> Iterator[tuple[str, bytes]]:
    """A new file of each sort, and a quiz with each kind of question."""
    for sort, name in NEW.items():
        yield (
            PATHS[sort].format(name),
            new_file(corpus, sort, Start(name, day=TODAY), "choose-code"),
        )
    for kind in KINDS:
        quiz = Start(f"my-{kind}", day=TODAY, objective=KINDS[kind].objective)
        yield f"quizzes/{quiz.id}.yaml", new_file(corpus, "quiz", quiz, kind)


def test_a_new_file_has_no_finding_but_its_placeholders(corpus: Corpus) -> None:
    new = dict(started(corpus))
    loaded = load(new)
    assert {finding.code for finding in loaded.findings} == {UNFINISHED}
    assert {finding.place.path for finding in loaded.findings} == new.keys()
    problems = list(check(among(corpus, loaded.corpus)))
    assert [found for found in problems if found[1] == "R201"] == []  # it would end the checks
    wanted = "C329"  # questions about a new denial code
    assert [found for found in problems if found[0].path in new and found[1] != wanted] == []


def test_a_new_fact_is_as_of_the_day_its_source_was_read(corpus: Corpus) -> None:
    for sort in ("code", "payer", "claim"):
        fact = new_file(corpus, sort, Start(NEW[sort], day=date.max)).decode()
        source = fact.partition("sources: [")[2].partition("]")[0]
        days = set(re.findall(r"as_of: (\S{10})", fact))
        assert days == {corpus.sources[source].read.isoformat()}


def among(corpus: Corpus, new: Corpus) -> Corpus:
    """The real facts and the new ones, with the one real quiz that the new track practices."""
    quiz = min(corpus.public.quizzes.values(), key=lambda quiz: quiz.order)
    alone = tuple(item.model_copy(update={"enemies": ()}) for item in quiz.items)
    quiz = quiz.model_copy(update={"items": alone})
    beside = {"quizzes": {quiz.id: quiz}, "items": {item.id: item for item in quiz.items}}
    only_new = dict.fromkeys(("templates", "tracks", "assignments"), {})
    only_new["variants"] = {"site": corpus.variants["site"].model_copy(update={"written": ()})}
    old = vars(corpus) | beside | only_new
    return replace(
        corpus, **{name: {**old[name], **getattr(new, name)} for name in (*REGISTERS, "spots")}
    )


NEXT = "Replace what is marked, then run `rightcode check`; `rightcode serve` shows the page."
NEXT_OVER = (
    "Replace what is marked, then run `rightcode check --overlay {0}`; `rightcode serve --overlay"
    " {0}` shows the page."
)


def test_new_writes_each_sort_where_it_belongs(project: Path) -> None:
    for sort, name in NEW.items():
        code, _, told = run("new", sort, name, "--root", project)
        path = PATHS[sort].format(name)
        assert code == 0 and told.startswith(f"Wrote {path}. {NEXT}\n")
        before = (project / path).read_bytes()
        again, _, told = run("new", sort, name, "--root", project)
        assert (again, told) == (
            2,
            f"error: {path} is there already; open it, or give another id.\n",
        )
        assert (project / path).read_bytes() == before


def test_a_question_of_a_patient_case_is_a_step(project: Path) -> None:
    assert run("new", "case", "my-case", "--root", project)[0] == 0
    for kind in KINDS:
        code = run("new", "question", "my-case", "--kind", kind, "--root", project)[0]
        assert code == (2 if KINDS[kind].own_text else 0)
    path = "quizzes/cases/my-case.yaml"
    loaded = load({path: (project / path).read_bytes()})
    assert {finding.code for finding in loaded.findings} == {UNFINISHED}
    steps = loaded.corpus.quizzes["my-case"].items
    without_text = [kind for kind in KINDS.values() if not kind.own_text]
    assert len(steps) == 2 + len(without_text) and all(
        step.reads == ("note",) for step in steps[2:]
    )


def test_a_new_denial_is_called_as_remittances_call_it(project: Path) -> None:
    told = run("new", "denial", "97", "--root", project)[2]
    assert told == "error: '97' is no reason or remark code; write it like co-97, pr-b7 or n362.\n"
    assert run("new", "denial", "N362", "--root", project)[0] == 0
    written = (project / "content/adjustments/n362.yaml").read_text(encoding="utf-8")
    assert 'number: "N362"' in written and "groups: []" in written


def test_a_new_template_is_listed_and_drawn(project: Path) -> None:
    listed = project / "quizzes" / "variants.yaml"
    line = "  - {template: my-own, pool: 60}\n"
    told = run("new", "template", "my-own", "--root", project)[2]
    assert told.endswith(
        f"It has a page once `written:` in quizzes/variants.yaml has the line\n{line}"
    )
    (project / "quizzes" / "templates" / "my-own.yaml").unlink()
    before = "# kept\nseed: 1\nwritten:\n  - {template: other, pool: 1} # kept\n"
    listed.write_text(before, encoding="utf-8")
    assert (
        "Added it to quizzes/variants.yaml"
        in run("new", "template", "my-own", "--root", project)[2]
    )
    assert listed.read_text(encoding="utf-8") == before + line


def test_explain_draws_from_a_template(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    read = LoadedContent(corpus, (), {})
    monkeypatch.setattr("generator.commands.explain_command.load", lambda files: read)
    code, told, _ = run("explain", "hands-on-code", "--root", ROOT)
    head = (
        "quizzes/templates/hands-on-code.yaml:1:1: PT visit: hands-on treatment and stretching"
        " (template: Choose the code,"
    )
    assert code == 0 and told.startswith(head) and " right  -" in told


def test_a_clinic_gets_its_own_files(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    clinic = tmp_path / "clinic"
    assert run("new", "clinic", clinic)[0] == 0
    assert "Editors do not complete" not in run("check", "--overlay", clinic)[2]
    for place in ("--overlay", "--root"):
        for sort in ("payer", "quiz", "claim", "track", "assignment"):
            name = f"by-{place.strip('-')}"
            path = clinic / PATHS[sort].format(name)
            told = run("new", sort, name, place, clinic)[2]
            assert told.startswith(f"Wrote {path}. {NEXT_OVER.format(clinic)}")
            schema = path.read_text(encoding="utf-8").splitlines()[0].partition("$schema=")[2]
            assert (path.parent / schema).is_file()
    for name in ("our-drills", "our-other-drills"):
        told = run("new", "template", name, "--overlay", clinic)[2]
        added = f"Added it to {clinic}/quizzes/variants.yaml, so that it has a page.\n"
        assert told.endswith(added)
    told = run("new", "question", "our-visits", "--overlay", clinic)[2]
    assert told.startswith(f"Wrote a question to {clinic}/quizzes/our-visits.yaml:")
    assert run("new", "question", "basics", "--overlay", clinic)[0] == 2


def test_the_examples_of_a_new_payer_can_be_used(corpus: Corpus) -> None:
    text = new_file(corpus, "payer", Start("my-own", day=TODAY)).decode()
    head, examples = text.split("Examples:\n")
    used = head + "\n" + "".join(line.removeprefix("# ") for line in examples.splitlines(True))
    loaded = load({"content/payers/my-own.yaml": used.encode()})
    assert {finding.code for finding in loaded.findings} == {UNFINISHED}
    payer = loaded.corpus.payers["my-own"]
    assert payer.invented and payer.caps and payer.authorizations


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("code", "9712"), "'9712' is no code; write five digits, or a letter and four"),
        (("quiz", "My Quiz"), "'My Quiz' is no id; write lower-case letters, digits and hyphens,"),
        (("quiz", "x", "--kind", "unit"), "There is no kind of question 'unit'; did you mean"),
        (("track", "x", "--quiz", "basic"), "There is no quiz 'basic'; did you mean 'basics'?"),
        (("track", "x" * 41), "quizzes/tracks/"),
        (("question", "basics", "--id", "calf-in-spasm"), "There is a question 'calf-in-spasm'"),
    ],
)
def test_new_says_what_an_id_may_be(project: Path, arguments: tuple[str, ...], told: str) -> None:
    before = read_files(project)
    code, _, said = run("new", *arguments, "--root", project)
    assert code == 2 and told in said
    assert read_files(project) == before


def test_a_new_code_has_a_page_and_is_not_published(small_project: Path) -> None:
    run("new", "code", "97999", "--root", small_project)
    code, told, err = run("check", "--root", small_project)
    assert (code, told.partition(" error ")[1]) == (0, "") and "warning L113" in told, err
    assert "codes/97999.md" in incremental_project(small_project).build().files
    code, told, _ = run("pages", "--out", small_project / "out", "--root", small_project)
    assert code == 1 and "content/codes/97999.yaml:7:14: warning L113: 17 texts" in told
    code, _, told = run("export", "gift", "--out", small_project / "out", "--root", small_project)
    assert code == 1 and "L113" in told
    assert not (small_project / "out").exists()


def test_a_new_question_goes_to_the_end_of_its_quiz(project: Path) -> None:
    quiz = project / "quizzes" / "basics.yaml"
    quiz.write_text(quiz.read_text(encoding="utf-8") + "    # kept\n", encoding="utf-8")
    before = quiz.read_bytes()
    code, _, told = run("new", "question", "basics", "--name", "A note", "--root", project)
    line = before.count(b"\n") + 2
    assert code == 0 and told.startswith(f"Wrote a question to quizzes/basics.yaml:{line}. ")
    after = quiz.read_bytes()
    assert after.startswith(before) and after.count(b"\n- id") == 0
    items = open_project(project).corpus.quizzes["basics"].items
    assert (items[-1].id, items[-1].title, len(items)) == ("basics-01", "A note", 4)


def test_a_new_question_is_printed_where_no_quiz_is_named(project: Path) -> None:
    code, told, _ = run("new", "question", "--kind", "units", "--root", project)
    assert code == 0 and told.startswith("- id: new-01 #") and "  kind: units\n" in told


def test_line_endings_and_margins_of_a_quiz_stay(corpus: Corpus) -> None:
    written = new_question(corpus, "units", Start("q"))
    quiz = b"id: a\r\nitems:\r\n    - id: b\r\n      note: c\r\n"
    added = with_question(quiz, written)
    assert added.startswith(quiz + b"\r\n    - id: q ") and b"\n" not in added.replace(b"\r\n", b"")


EXPLAINED = """\
quizzes/basics.yaml:7:5: A calf in spasm (Choose the code)

Medicare Part B, date of service 2026-03-02, bills
"""


def test_explain_sets_the_facts_beside_the_author(project: Path) -> None:
    quiz = project / "quizzes" / "basics.yaml"
    text = quiz.read_text(encoding="utf-8").replace('"97124", key: true', '"97124", key: false')
    quiz.write_text(text, encoding="utf-8")
    code, told, _ = run("explain", "calf-in-spasm", "--root", project)
    assert code == 0 and told.startswith(EXPLAINED)
    for line in (
        "  97124 × 1 GP\n    Strokes toward a goal are massage. [trade-article]\n",
        "97124          right  wrong ! Massage\n",
        "97140          wrong  wrong   Manual therapy\n",
        "\nbecause\n  Strokes toward a goal are massage. [trade-article]\n",
        "  techniques/petrissage (its key)  content/techniques.yaml:6:5\n",
    ):
        assert line in told


def test_explain_says_what_keeps_a_key_from_being_derived(project: Path) -> None:
    quiz = project / "quizzes" / "basics.yaml"
    text = quiz.read_text(encoding="utf-8").replace(
        "slot: mue.practitioner.units", "slot: mue.nobody.units"
    )
    quiz.write_text(text, encoding="utf-8")
    code, _, told = run("explain", "what-is-true-of-massage", "--root", project)
    assert (
        code == 1
        and "quizzes/basics.yaml:" in told
        and "'mue.nobody.units' leads to nothing" in told
    )
    code, _, told = run("explain", "calf-in-spasn", "--root", project)
    assert code == 2 and "did you mean 'calf-in-spasm'?" in told


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("payer: medicare-part-b", "payer: medicare-part-x"),
        ("technique: petrissage", "technique: nope"),
        ("kind: choose-code", "kind: choose-kode"),
    ],
)
def test_a_name_that_leads_nowhere_is_named_at_its_place(project: Path, old: str, new: str) -> None:
    quiz = project / "quizzes" / "basics.yaml"
    text = quiz.read_text(encoding="utf-8")
    assert old in text
    quiz.write_text(text.replace(old, new, 1), encoding="utf-8")
    code, _, told = run("explain", "calf-in-spasm", "--root", project)
    assert code == 1 and f"'{new.partition(': ')[2]}'" in told
    assert told.startswith("quizzes/basics.yaml:")
    assert run("where", "codes/97140", "--root", project)[0] == 0


def test_explain_knows_what_a_finding_means() -> None:
    code, told, _ = run("explain", "k304")
    assert code == 0 and told.startswith("K304 (error): ") and "What to do: " in told
    code, _, told = run("explain", "k999")
    assert (code, told) == (
        2,
        "error: There is no finding K999; docs/findings.md lists them all.\n",
    )


def test_where_finds_references_and_words(project: Path) -> None:
    lesson = project / "content" / "learn" / "using-massage.md"
    text = lesson.read_text(encoding="utf-8").replace("title: ", "title: 97124, ", 1)
    lesson.write_text(text + "\nNever 97124.\n", encoding="utf-8")
    code, told, _ = run("where", "codes/97124", "--root", project)
    last = text.count("\n") + 2
    assert code == 0
    for line in (
        f"content/learn/using-massage.md:{last}:7: lessons/using-massage: Never 97124.\n",
        "content/learn/using-massage.md:3:8: lessons/using-massage: 97124, ",
        "  content/codes/97124.yaml:1:1\n",
        ": items/calf-in-spasm rests_on.0\n",
        ": edits/97140-97124-practitioner-open-0 column2\n",
        "  practice/basics\n",
    ):
        assert line in told, told
    code, told, _ = run("where", "codes/97124/mue", "--root", BASE)
    assert "items/what-is-true-of-massage options.1.holds.slot\n" in told
    assert "items/what-is-true-of-massage: See its unit and its ceiling." in told
    code, told, _ = run("where", "trade-article", "--root", BASE)
    assert code == 0 and "content/codes/97140.yaml:5:" in told


@pytest.mark.parametrize(
    ("fact", "told"),
    [
        ("codes/97125", "There is no code 97125 here; `rightcode new code 97125` begins one."),
        ("payer/va", "There is no register 'payer'; did you mean 'payers'?"),
        ("codes/97124/mua", "There is no slot 'mua'; did you mean 'mue'?"),
        ("trade-artikel", "There is no fact 'trade-artikel'; did you mean 'trade-article'?"),
    ],
)
def test_where_names_what_there_is(fact: str, told: str) -> None:
    code, _, said = run("where", fact, "--root", BASE)
    assert code == 2 and told in said


BLOCK = """\
    visit:
      discipline: pt
      services:
        - {id: calf, technique: petrissage, purpose: ease-spasm, minutes: 15}
"""
QUESTION = f"""\
  - id: calf
    payer: va
    date: 2026-03-02
{BLOCK}"""


@pytest.mark.parametrize(
    ("pasted", "judged"),
    [
        (BLOCK, "Medicare Part B, 2026-04-01 (by default; --payer and --date name another).\n"),
        (
            BLOCK.strip(),
            "Medicare Part B, 2026-04-01 (by default; --payer and --date name another).\n",
        ),
        (QUESTION, "VA, 2026-03-02.\n"),
        (QUESTION.strip(), "VA, 2026-03-02.\n"),
    ],
)
def test_a_visit_is_pasted_as_it_stands_in_a_question(pasted: str, judged: str) -> None:
    code, told, said = run("visit", "--root", BASE, given=pasted)
    assert (code, said) == (0, judged) and '"code": "97124"' in told


def test_options_replace_what_a_pasted_visit_names() -> None:
    options = ("--payer", "medicare-part-b", "--date", "2026-02-03")
    said = run("visit", *options, "--root", BASE, given=QUESTION)[2]
    assert said == "Medicare Part B, 2026-02-03.\n"
    said = run("visit", *options[:2], "--root", BASE, given=BLOCK)[2]
    assert said == "Medicare Part B, 2026-04-01 (by default; --date names another).\n"


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("ease-spasm", "ease-spams", "7:54"),
        ("payer: va", "payer: vat", "2:12"),
        ("date: 2026-03-02", "date: 2062-13-02", "3:11"),
        ("discipline: pt", "disciplin: pt", "5:7"),
    ],
)
def test_what_is_wrong_is_named_where_it_was_pasted(old: str, new: str, place: str) -> None:
    code, _, said = run("visit", "--root", BASE, given=QUESTION.replace(old, new))
    assert code == 2 and f"<stdin>:{place}: error " in said


def test_a_first_line_that_lost_its_indentation_is_read_with_it() -> None:
    pasted = QUESTION.replace("  - id: calf\n    payer: va", "    payer: vat").strip()
    code, _, said = run("visit", "--root", BASE, given=pasted)
    assert (code, said.partition(" error ")[0]) == (2, "<stdin>:1:8:")


BESIDE = {
    "massage-vs-similar-01": "calf-in-spasm",
    "massage-vs-similar": "basics",
    "end-of-term": "first-week",
    "content/learn/using-97124.md": "content/learn/using-massage.md",
}
"""What the examples name of the real content, and what stands for it in the small project."""
UNTRIED = ("adjudicate", "build", "serve", "pages", "bundle", "schema")
"""They build a whole site, write into the real site_config or need plans, and have own tests."""


def test_every_command_has_an_example() -> None:
    assert {*COMMANDS, *(f"new {name}" for name in NEW_COMMANDS)} == EXAMPLES.keys()
    assert example("edits") in run("edits", "--help", COLUMNS="200")[1]


def test_examples_run(small_project: Path, corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    assert {
        "massage-vs-similar",
        "end-of-term",
    } <= corpus.quizzes.keys() | corpus.assignments.keys()
    assert "massage-vs-similar-01" in corpus.items
    shutil.copytree(ROOT / "docs" / "examples", small_project / "docs" / "examples")
    made.archive(
        small_project / EXAMPLES["import-cms"].split()[0],
        {"ccipra-v324r0-f1.txt": made.pair_text()},
    )
    monkeypatch.chdir(small_project)
    failed = {}
    last = ("new ", "import-cms")  # they change what is there
    for command, arguments in sorted(EXAMPLES.items(), key=lambda one: one[0].startswith(last)):
        line = f"{command} {'--help' if command in UNTRIED else arguments}"
        for real, small in BESIDE.items():
            line = line.replace(real, small)
        code, _, said = run(*shlex.split(line))
        if code:
            failed[line] = said
    assert failed == {}


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("where", "codes/971"), "codes/97124\ncodes/97140\n"),
        (("explain", "calf"), "calf-in-spasm\n"),
        (("on", "2026-01-01", "--payer", "medicaid"), "medicaid\n"),
        (("new", "ques"), "question\n"),
    ],
)
def test_the_shell_completes_ids(
    monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], offered: str
) -> None:
    monkeypatch.chdir(BASE)
    asked = {"COMP_WORDS": " ".join(("rightcode", *words)), "COMP_CWORD": str(len(words))}
    result = CliRunner().invoke(
        app, [], prog_name="rightcode", env={"_RIGHTCODE_COMPLETE": "complete_bash", **asked}
    )
    assert result.stdout == offered


def test_a_new_file_says_what_a_green_check_wants_besides() -> None:
    """What `rightcode new` adds for each sort of file; a quiz needs no more than its own texts."""
    assert set(STILL) == set(PATHS) - {"quiz"}
    assert "four questions" in STILL["code"] and "corrects: [{0}-c1]" in STILL["claim"]
