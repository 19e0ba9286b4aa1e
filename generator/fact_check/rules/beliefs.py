"""Wrong beliefs that have no two sides to compare.

Each is a pattern, what excuses it, and the fact that stands against it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.fact_check.clauses import NEGATORS, Reading
from generator.fact_check.patterns import compiled
from generator.fact_check.statement import Statement, StatementKind, fact_of, found

METHOD_AMA = (
    r"(?:\bama\b|\bmidpoint\b|\brule of (?:eights|8s?)\b|\bspm\b|\bsubstantial[- ]portion\b|\bcpt"
    r" (?:method|midpoint|rule)\b)"
)
METHOD_CMS = r"(?:\bmedicare\b|\bcms\b|\b(?:8|eight)[- ]minute rule\b)"
POOLS = (
    r"\b(?:total\w*|adds?(?: up)?|adding|sums?(?:"
    r" up)?|combin\w+|pool\w*|aggregat\w+|cumulat\w+|lump\w*)\b"
)
ALONE = (
    r"\b(?:each|every|per) (?:timed |individual |single )?(?:code|service|cpt"
    r" code|procedure)\b[^.;]*\b(?:separate\w*|alone|individual\w*|independent\w*|on its own|by"
    r" itself|in isolation)\b|\bcodes? (?:separately|individually|one by one)\b|\bper[-"
    r" ]code\b|\b(?:each|every) code (?:alone|by itself|on its own|separately)\b"
)
OUGHT = r"\b(?:count\w*|includ\w*|add\w*|bill\w*|part)\b"


@dataclass(frozen=True)
class Belief:
    """A pattern on tagged text.

    `codes` limits it to sentences about one of them; `needs` are words one of which must be there.
    """

    name: str
    kind: StatementKind
    fact: str
    pattern: str
    needs: tuple[str, ...]
    unless: str = ""
    codes: tuple[str, ...] = ()
    may_deny: bool = False


BELIEFS: tuple[Belief, ...] = (
    Belief(
        "a unit for each eight minutes",
        "timing",
        "rules/eight-minute/0",
        r"\b(?:one|1|a|an(?:other)?|additional) (?:billable |full |timed |additional )?unit (?:is"
        r" |may be |can be )?(?:billed |earned |counted |allowed )?(?:for|per|with)"
        r" T|\bunits?\b[^.;]{0,40}\b(?:for (?:each|every)|per|every|each) (?:additional |full"
        r" )?(?:8|eight)[- ]min"
        r"|\b(?:each|every) (?:additional |full |block of )?(?:8|eight)[-"
        r" ]?min\w*[^.;]{0,50}\bunits?\b|\bT (?:of \w+ |block |period )?(?:is|equals?|counts?"
        r" as|makes?|earns?|gives?|=) (?:one|1|a|another)(?: billable)? unit\b|\bdivid\w+ (?:the"
        r" )?(?:total )?(?:\w+ ){0,3}by (?:8|eight)\b",
        ("8", "eight"),
        r"\bor more\b|\bat least\b|\bminimum\b|\b15\b",
    ),
    Belief(
        "methods swapped: the midpoint method pools",
        "timing",
        "rules/midpoint/1",
        METHOD_AMA + r"[^.;]*" + POOLS,
        ("ama", "midpoint", "eight", "8", "spm", "substantial", "cpt"),
        r"\bmedicare\b|\bcms\b|\bnot\b|\bno\b|\bnever\b|n't\b|\bwithout\b|\bown total",
    ),
    Belief(
        "methods swapped: Medicare counts alone",
        "timing",
        "rules/eight-minute",
        METHOD_CMS
        + r"[^.;]*(?:"
        + ALONE
        + r")|\b(?:8|eight)[- ]minute rule (?:is applied|applies) (?:to each|per) code",
        ("code", "combin", "pool", "service"),
        METHOD_AMA + r"|\bothers?\b|\bsome\b|\bunlike\b|\bas medicare\b|\blike medicare\b",
    ),
    Belief(
        "methods swapped: Medicare never pools",
        "timing",
        "rules/eight-minute",
        METHOD_CMS + r"[^.;]*\b(?:never|not|n't) (?:combin\w+|pool\w*|add\w*|total\w*|sum\w*)",
        ("combin", "pool", "add", "total", "sum"),
        METHOD_AMA + r"|\buntimed\b|\bT\b|\bsome\b|\bevaluation",
        may_deny=True,
    ),
    Belief(
        "every payer counts alike",
        "timing",
        "rules/eight-minute/10",
        r"\b(?:all|every|each|any) (?:\w+ ){0,2}(?:payers?|insurers?|insurances?|insurance"
        r" (?:plans?|compan\w+)|plans?|carriers?)\b[^.;]*\b(?:follow|follows|use|uses|apply|applies|require|requires|count|counts)\b[^.;]*\b(?:8|eight)[-"
        r" ]minute",
        ("minute",),
        r"\bmedicare (?:plans|payers)\b|\bnot\b",
    ),
    Belief(
        "the eight-minute rule for untimed codes",
        "timing",
        "rules/eight-minute/4",
        r"\b(?:8|eight)[- ]minute"
        r" rule\b[^.;]*\b(?:applies|apply|applied|covers|governs|also)\b[^.;]*(?:\buntimed\b|\bT"
        r" codes\b|\ball codes\b|\bevaluations?\b|\bP\b)",
        ("minute rule",),
        r"\bonly\b",
    ),
    Belief(
        "minutes that do not count",
        "timing",
        "rules/eight-minute/4",
        r"\b(?:documentation|charting|note[-"
        r" ]writing|set-?up|waiting|rest|resting|toileting|break)\b(?: \w+){0,2}"
        r" (?:time|minutes|breaks?|periods?)?\b[^.;]{0,30}\b(?:counts?|(?:is|are|may be|can be)"
        r" (?:included|counted|added|billed))\b|\b(?:count|include|add)\b[^.;]{0,25}\b(?:documentation|charting|set-?up|waiting|rest)"
        r" (?:time|minutes|breaks?)\b",
        ("document", "chart", "set", "wait", "rest", "toilet", "break"),
        r"\bexclud\w+|\bhow\b",
    ),
    Belief(
        "fifteen full minutes for a unit",
        "timing",
        "rules/eight-minute/0",
        r"\b(?:full|entire|complete|whole|at least|minimum of|all) (?:15|fifteen)(?: full)?["
        r" -]min\w*[^.;]{0,60}\b(?:before|to|in order"
        r" to|for|must|needed|required)\b[^.;]{0,40}\b(?:one|1|a|any|single|first) unit|\b(?:less"
        r" than|fewer than|under) (?:15|fifteen) min\w*[^.;]{0,60}\b(?:cannot|can't|not|never|may"
        r" not)\b[^.;]{0,30}\b(?:bill\w*|report\w*|paid|count\w*)|\bneed (?:a )?(?:full"
        r" )?(?:15|fifteen) min\w*[^.;]{0,40}\bunit",
        ("15", "fifteen"),
        r"\b8\b|\beight\b",
        may_deny=True,
    ),
    Belief(
        "a code ensures payment",
        "coverage",
        "misconceptions/code-ensures-payment",
        r"\bC\b[^.;]{0,220}\b(?:ensur\w+|guarant\w+|assur\w+)\b[^.;]*\b(?:reimburs\w+|paid|pay|pays|payment|compensat\w+)\b",
        ("ensur", "guarant", "assur"),
        r"\b(?:proper|correct|accurate|appropriate|right|careful)(?:ly)?\b[^.;]{0,60}\b(?:ensur|guarant|assur)\w+|\bhelps?\b|\bP\b[^.;]*\bnecess|\bdocument\w*[^.;]*\bto"
        r" ensure\b|\bto (?:help )?ensure\b",
    ),
    Belief(
        "massage for relaxation",
        "coverage",
        "misconceptions/relaxation-is-billable",
        r"\bC\b[^.;]*\b(?:for|when|where|to|covers?|includes?|promot\w+|addresses)\b[^.;]*(?:\b(?:pure"
        r" |general |simple )?(?:relaxation|P) (?:and|or|&) stress\b|\bstress"
        r" (?:relief|reduction|management)\b|\bfor (?:pure |general |simple )?relaxation(?:"
        r" purposes)?\.?$|\b(?:wellness|spa) (?:massage|purposes|visits?|services?)\b|\bgeneral"
        r" (?:wellness|well-?being|relaxation)\b|\bfor wellness\b)",
        ("relax", "stress", "wellness", "spa", "well-being", "wellbeing"),
        codes=("97124",),
    ),
    Belief(
        "massage is no therapy code",
        "coverage",
        "misconceptions/massage-is-no-therapy-code",
        r"\bC\b[^.;]{0,40}(?:\b(?:differs?|different|distinct|separate|apart)"
        r" from\b[^.;]{0,40}\b(?:physical|occupational) (?:or occupational )?therapy"
        r" (?:codes?|procedures?)|\bis (?:not|no) (?:a |an |one of |part of |among )?(?:the"
        r" )?(?:physical|occupational|pt|ot)(?: or occupational)?(?: therapy)? codes?\b)",
        ("codes", "code"),
        codes=("97124",),
        may_deny=True,
    ),
    Belief(
        "massage at a distance",
        "coverage",
        "misconceptions/massage-at-a-distance",
        r"\bC\b[^.;]*\b(?:can|may|is|are|be)\b[^.;]*\b(?:telehealth|telemedicine|virtual\w*|remote(?:ly)?|by"
        r" video|online)\b|\b(?:telehealth|telemedicine|virtual\w*|remote)\b[^.;]*\b(?:can|may|is|are|be|bill)\b[^.;]*\bC\b",
        ("tele", "virtual", "remote", "video", "online"),
        codes=("97124",),
    ),
    Belief(
        "billing is simple",
        "coverage",
        "claims/seed-a-massage-explainer-a31",
        r"\bbilling (?:for |of"
        r" )?C\b[^.;]{0,20}\b(?:is|generally|usually)\b[^.;]{0,20}\b(?:straightforward|simple|easy|uncomplicated)\b",
        ("straightforward", "simple", "easy"),
        codes=("97124",),
    ),
    Belief(
        "five digits always",
        "coverage",
        "misconceptions/five-digits-always",
        r"\b(?:all|every|each|any)\b[^.;]{0,20}\bcodes?\b[^.;]{0,40}\b(?:five|5)[-"
        r" ]digits?\b|\bcodes?\b[^.;]{0,30}\b(?:always|only|made up of|consists? (?:only"
        r" )?of)\b[^.;]{0,20}\b(?:five|5)[- ](?:digits?|numbers)\b",
        ("digit",),
        r"\bcategory\b|\bmost\b|\bletters?\b|\bhcpcs\b|\bzip\b",
    ),
    Belief(
        "CPT codes diagnoses",
        "coverage",
        "misconceptions/cpt-codes-diagnoses",
        r"\bcpt\b[^.;]*\b(?:assign\w*|gives?|used|cover\w*|represents?|report\w*|identif\w*|describ\w*|has|have)\b[^.;]*\bdiagnos[ei]s\b|\bassign\w*"
        r" (?:an? )?(?:\w+ ){0,2}codes? to (?:each|every)[^.;]*\bdiagnos[ei]s\b",
        ("diagnos",),
        r"\bicd\b|\b(?:link\w*|match\w*|support\w*|justif\w+|with|and the|paired) (?:\w+"
        r" ){0,2}diagnos|\bdiagnosis codes?\b|\bdiagnosis and treatment\b|\bdiagnos\w+"
        r" (?:test|procedure)",
    ),
    Belief(
        "a hard cap",
        "threshold",
        "misconceptions/therapy-cap",
        r"\bcap\b[^.;]*\b(?:stops? paying|must (?:stop|end)|will (?:not|no longer) pay|ends?|no"
        r" more|pays? nothing|patients? (?:must|has to|have to)"
        r" pay)\b|\b(?:hard|strict|absolute|annual|yearly|firm) (?:dollar"
        r" )?cap\b|\bthreshold\b[^.;]*\b(?:stops? paying|(?:treatment|therapy|care) must"
        r" (?:stop|end)|no further (?:therapy|treatment)|pays? nothing)\b|\bmedicare caps\b",
        ("cap", "threshold"),
        r"\brepeal\w*|\bbecomes?\b|\bbecame\b|\bno longer\b|\bused to\b|\bwas\b|\bnot a\b|\bno"
        r" (?:hard |annual )?cap\b",
    ),
    Belief(
        "a report every thirty days",
        "threshold",
        "rules/progress-report",
        r"\bprogress (?:reports?|notes?)\b[^.;]*\b(?:every|each|at least every|within)"
        r" (?:30|thirty)(?: calendar)? days\b|\bevery (?:30|thirty) days\b[^.;]*\bprogress"
        r" (?:report|note)",
        ("progress",),
        r"\b(?:10|ten)\b|\bold\b|\bonce\b|\bused to\b|\bformerly\b|\bwas\b|\bno longer\b",
    ),
    Belief(
        "59 parts any pair",
        "modifier",
        "misconceptions/modifier-59-parts-any-pair",
        r"\bM\b[^.;]*\b(?:any|every|all)(?: two| ncci| pair| of the)*"
        r" (?:codes?|edits?|pairs?|denials?|ncci|combinations?|services|procedures)|\bany (?:two"
        r" |pair of"
        r" )?(?:codes?|procedures)\b[^.;]*\b(?:with|if|using)\b[^.;]*M\b|\bM\b[^.;]*\b(?:always|will)"
        r" (?:bypass\w*|override\w*|unbundle\w*|get)\b",
        ("any", "every", "all", "always", "bypass", "overrid"),
        r"\bindicator\b|\bmust be\b",
    ),
    Belief(
        "97 for assistants",
        "modifier",
        "rules/therapy-modifiers/6",
        r"\bM\b[^.;]*\b(?:assistants?|ptas?|otas?)\b",
        ("assistant", "pta", "ota"),
        codes=("M97",),
    ),
)


NEEDED = compiled("|".join(sorted({word for belief in BELIEFS for word in belief.needs})))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return compiled(pattern)


def judge_beliefs(knowledge: Mapping[str, Any], reading: Reading) -> Iterator[Statement]:
    """Beliefs stated in a sentence."""
    if reading.framed or reading.asked or reading.some_payers:
        return
    text = reading.tagged.text
    spoken = reading.spoken
    if not NEEDED.search(spoken):
        return
    for belief in BELIEFS:
        if not any(word in spoken for word in belief.needs) or not _about(belief, reading):
            continue
        match = _matched(belief, reading, text, spoken)
        if match:
            yield _statement(knowledge, belief, reading, match)


def _about(belief: Belief, reading: Reading) -> bool:
    if belief.name == "97 for assistants":
        return any(token.values[0] == "97" for token in reading.tagged.of("M"))
    if belief.name == "59 parts any pair":
        return any(token.values[0] in ("59", "X") for token in reading.tagged.of("M"))
    return not belief.codes or (
        bool(reading.tagged.codes) and reading.tagged.codes[0] in belief.codes
    )


def _matched(belief: Belief, reading: Reading, text: str, spoken: str) -> str | None:
    clauses = [spoken, text] if belief.may_deny or len(reading.clauses) == 1 else [spoken]
    for words in clauses:
        match = _compiled(belief.pattern).search(words)
        if (
            match
            and (belief.may_deny or not _denied(match[0], words[: match.start()]))
            and not (belief.unless and _compiled(belief.unless).search(words))
        ):
            return match[0]
    return None


def _denied(said: str, before: str) -> bool:
    return bool(NEGATORS.search(said)) or bool(NEGATORS.search(before[-60:]))


def _statement(
    knowledge: Mapping[str, Any], belief: Belief, reading: Reading, said: str
) -> Statement:
    fact = fact_of(knowledge, belief.fact)
    code = reading.tagged.codes[0] if reading.tagged.codes else None
    return found(
        "wrong",
        belief.kind,
        code,
        f"Pattern '{belief.name}': “{said.strip()[:120]}”. {belief.fact}: {fact['text']}",
        fact["sources"],
    )
