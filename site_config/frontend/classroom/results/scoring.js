/** How right an answer is, by the current key; the kinds of the page judge it. */
import { compare, lineOf, NOTHING } from "../../quiz/kinds/fill_claim/claim_lines.js";
import { nearest, rightLines } from "../../quiz/kinds/fill_claim/claim_reactions.js";
import { judges } from "../../quiz/kinds/judges.js";

/** @import { Marking, Score } from "../../shared/schema_types.d.ts" */

const LINE = /^\d{1,3}\.([0-9A-Z]{5})\.(\d{1,3})((?:\.[0-9A-Z]{2})*)$/;
const NUMBER = /^([0-9A-Z]{5})\.(\d{1,3})$/;
const ANSWER = /^([A-Z]?\d{4,5}|not-billable|ask-therapist)$/;

/**
 * Whether one option, several, numbers or claim lines are given.
 *
 * @param {{kind: string}} marking
 */
export const formOf = ({ kind }) => judges.get(kind)?.form;

/** @param {{kind: string}} marking */
export const isFilledIn = (marking) => ["numbers", "lines"].includes(formOf(marking) ?? "");

/** @param {Marking} marking @returns {import("../../shared/types.d.ts").Question} */
const questionOf = ({ id, version, kind, options, ways }) => ({
  id,
  version,
  objectives: [],
  options,
  data: formOf({ kind }) === "lines"
    ? { ways: ways.map((lines) => ({ lines, steps: {} })), faults: [] }
    : { ways },
});

/**
 * @param {Marking} marking
 * @param {string[]} given
 * @returns {Score | null} Null for what the question does not offer.
 */
export function score(marking, given) {
  const kind = judges.get(marking.kind);
  const response = [...new Set(given)];
  if (!kind || !offers(marking, response)) return null;
  const question = questionOf(marking);
  const right = kind.isRight(question, response);
  const points = right ? 1 : kind.score?.(question, response) ?? 0;
  return {
    right,
    points,
    picks: picksOf(marking, response),
    exchange: exchangeOf(marking, response, right),
  };
}

/** @param {Marking} marking @param {string[]} response */
function offers(marking, response) {
  const ids = marking.options.map(({ id }) => id), form = formOf(marking);
  if (form === "numbers") {
    const codes = response.map((pick) => NUMBER.exec(pick)?.[1] ?? "");
    return codes.length === ids.length && [...codes].sort().join() === [...ids].sort().join();
  }
  if (form === "lines") return offersLines(ids, response);
  return response.every((pick) => ids.includes(pick)) &&
    (form !== "one" || response.length === 1);
}

/** @param {string[]} codes @param {string[]} response */
function offersLines(codes, response) {
  if (response.includes(NOTHING)) return response.length === 1;
  return response.every((pick) => {
    const found = LINE.exec(pick);
    const modifiers = found?.[3].split(".").slice(1) ?? [];
    return found && codes.includes(found[1]) && new Set(modifiers).size === modifiers.length;
  });
}

/** @param {{code: string, units: number, modifiers: string[]}} line */
const nameOf = ({ code, units, modifiers }) => [code, units, ...[...modifiers].sort()].join(".");

/** @param {Marking} marking @param {string[]} response */
function picksOf(marking, response) {
  if (formOf(marking) === "numbers") return response.map((pick) => pick.replace(/\.0*(\d)/, ".$1"));
  if (formOf(marking) === "lines") {
    return response.map((pick) => (pick === NOTHING ? pick : nameOf(lineOf(pick))));
  }
  return response;
}

/** What may be picked and be right. @param {Marking} marking @returns {Set<string>} */
export function rightPicks({ kind, options, ways }) {
  const form = formOf({ kind });
  if (form === "numbers") {
    return new Set(
      ways.flatMap((answer) => Object.entries(answer).map(([code, units]) => `${code}.${units}`)),
    );
  }
  if (form !== "lines") return new Set(options.filter(({ right }) => right).map(({ id }) => id));
  const lines = ways.flatMap((answer) => rightLines({ lines: answer, steps: {} }).map(nameOf));
  return new Set(lines.length ? lines : [NOTHING]);
}

/**
 * @param {Marking} marking
 * @param {string[]} response
 * @param {boolean} right
 * @returns {[string, string] | null}
 */
function exchangeOf(marking, response, right) {
  if (!judges.get(marking.kind)?.exchanges) return null;
  const wanted = marking.options.filter((option) => option.right).map(({ id }) => id);
  switch (formOf(marking)) {
    case "one":
      return [right ? response[0] : wanted.sort().join(" / "), response[0]];
    case "lines":
      return exchangeOfLines(marking, response);
    default:
      return one(
        wanted.filter((id) => !response.includes(id)),
        response.filter((id) => !wanted.includes(id)),
        ANSWER,
      );
  }
}

/**
 * @param {string[]} missing
 * @param {string[]} added
 * @param {RegExp} [like]
 * @returns {[string, string] | null}
 */
function one(missing, added, like = /./) {
  const found = missing.length === 1 && added.length === 1 && like.test(missing[0]) &&
    like.test(added[0]);
  return found ? [missing[0], added[0]] : null;
}

/** @param {Marking} marking @param {string[]} response */
function exchangeOfLines({ ways }, response) {
  const written = response.filter((pick) => pick !== NOTHING).map(lineOf);
  const { wrong, missing } = compare(
    rightLines(nearest(ways.map((lines) => ({ lines, steps: {} })), written)),
    written,
  );
  return one(
    missing.map(({ code }) => code),
    written.filter((_, index) => wrong[index].has("code")).map(({ code }) => code),
  );
}
