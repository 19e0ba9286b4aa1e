/** The form as the chosen kind of question needs it. */
import { lazyLoad } from "../../shared/lazy_load.js";
import { makeTypedLists } from "../../shared/typed_lists.js";
import { chooseCodePart } from "./kinds/choose_code.js";

/** @import { Facts } from "../../billing/types.d.ts" */
/** @import { KindPart } from "./kinds/kind_part.js" */

const VISIT_ONLY = ["discipline", "setting", "about"].map((name) => `label:has([name="${name}"])`)
  .concat("label:has([name=note])", ".rc-rows", ".rc-rows + .rc-actions", ".rc-visit details")
  .join();

/**
 * What the page needs of a kind; null where it is written as a file alone. All kinds but the first
 * come with a script of their own.
 *
 * @param {string} kind @returns {Promise<KindPart | null>}
 */
export async function partOf(kind) {
  if (!kind || kind === chooseCodePart.name) return chooseCodePart;
  const { parts } = await loadKinds();
  return Object.hasOwn(parts, kind) ? parts[/** @type {keyof typeof parts} */ (kind)] : null;
}

/** @returns {Promise<typeof import("../../writer-kinds.js").rightcodeWriterKinds>} */
export const loadKinds = () => lazyLoad("writer-kinds.js", "rightcodeWriterKinds");

/** What the page says of a step of its own. @type {Map<string, string>} */
const texts = new Map();

/** @param {HTMLFormElement} form @param {string} name @param {string} [text] */
function say(form, name, text) {
  const node = /** @type {Element} */ (form.querySelector(name));
  if (!texts.has(name)) texts.set(name, node.textContent ?? "");
  node.textContent = text ?? texts.get(name) ?? "";
}

/** @param {HTMLFormElement} form @param {KindPart} part @param {Facts} facts */
export function showKind(form, part, facts) {
  form.dataset.kind = part.name;
  for (const node of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll(VISIT_ONLY))) {
    node.hidden = !part.isVisit;
  }
  form.querySelector(".rc-visit > .rc-row > legend")?.toggleAttribute("hidden", !part.isVisit);
  const { hint, caseHint, visitLegend, visitHint } = part.words();
  say(form, ".rc-case-hint", caseHint);
  say(form, ".rc-visit > legend", visitLegend);
  say(form, ".rc-visit > p", visitHint);
  say(form, ".rc-answers-hint", hint);
  const places = form.querySelectorAll(".rc-kind-fields");
  for (const place of places) place.replaceChildren();
  const fields = places[part.isVisit ? places.length - 1 : 0];
  fields.append(...part.fields(facts));
  makeTypedLists(fields);
}
