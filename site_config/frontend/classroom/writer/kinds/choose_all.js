import { buildClaim } from "../../../billing/claim.js";
import { distinct } from "../../../billing/facts.js";
import { roleOf, selectCode } from "../../../billing/select_codes.js";
import { writerKindWords as words } from "../../../shared/strings/index.js";
import { dressCode, nameText } from "./fields.js";
import { factsOf, offered } from "./kind_part.js";
import { fieldOfService, kindProblem, refused, unseenValues, whyOpen } from "./right_claims.js";

/** @import { Facts, Visit } from "../../../billing/types.d.ts" */
/** @import { Key, KindPart } from "./kind_part.js" */

/**
 * All codes that go on the claim.
 *
 * @type {KindPart}
 */
export const chooseAllPart = {
  name: "choose-all",
  rows: { fewest: 3, most: 8, usual: 4 },
  isVisit: true,
  asksOne: false,
  offersOptions: true,
  holdsToNote: false,
  words: () => ({ ...words.all, row: words.row, add: words.add }),
  dress: (row) => dressCode(row, words.code),
  fields: () => [],
  keyOf: ({ visit }, facts) => codesOfClaim(facts, visit),
  keyText: ({ right }) => right.join(", ") || words.nothing,
  verdict({ right }, id) {
    const isRight = right.includes(id);
    return { isRight, text: isRight ? words.onClaim : words.notOnClaim };
  },
  problems: (key, question, facts) => [
    ...(key.right.length ? [] : [kindProblem("K303none", "1.what")]),
    ...unseenValues(question, facts, key, "several"),
  ],
  missing: ({ right }, { options }) => right.filter((id) => !offered(options).includes(id)),
  item: ({ right }, { options }) => ({
    prompt: words.all.prompt,
    options: options.map(({ id, feedback }) => ({
      code: id,
      ...(right.includes(id) ? { key: true } : {}),
      feedback,
    })),
  }),
  restsOn: ({ right }, { visit, options }) => factsOf(visit.services, right, offered(options)),
  own: ({ right }, { options }, facts) => ({
    prompt: words.all.prompt,
    options: options.map(({ id, feedback }) => ({ id, ...nameText(facts, id), feedback })),
    right: right.toSorted(),
  }),
};

/** Which code earns a tied unit is no question about codes. */
/** @param {Facts} facts @param {Visit} visit @returns {Key} */
function codesOfClaim(facts, visit) {
  const billed = buildClaim(facts, visit);
  const bills = billed.byMethod.length ? billed.byMethod.map(({ claim }) => claim) : [billed];
  const open = [billed, ...bills].flatMap(({ questions }) => questions)
    .find(({ missing }) => missing !== "unit_method");
  if (open) {
    const { service, reason } = open;
    const place = service && visit.services.findIndex(({ id }) => id === service) + 1;
    const why = whyOpen(reason.text);
    return place
      ? refused("openService", fieldOfService(service), { place, why })
      : refused("openVisit", "1.what", { why });
  }
  const claims = new Set(
    bills.flatMap(({ lines, alternatives }) => [lines, ...alternatives])
      .map((lines) => [...new Set(lines.map(({ code }) => code))].sort().join()),
  );
  if (claims.size > 1) return refused("openCodes", "1.minutes");
  const [codes] = claims;
  const chosen = visit.services.flatMap((service) =>
    selectCode(facts, visit, service, roleOf(facts, visit, service)).reasons
  );
  const reasons = distinct([...chosen, ...billed.notBilled.map(({ reason }) => reason)]);
  return { right: codes ? codes.split(",") : [], reasons };
}
