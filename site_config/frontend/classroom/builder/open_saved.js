/** Opens a saved assignment from a file or pasted text; on failure the form stays as it was. */
import { say } from "../../shared/strings/messages.js";
import { isUnreadable, MAX_LENGTH, UnreadableText } from "../format/unreadable_text.js";
import { make, makeButton } from "../../shared/dom.js";
import { lazyLoad } from "../../shared/lazy_load.js";
import { builderWords as words } from "../../shared/strings/index.js";
import { fieldOf } from "./assignment_form.js";

/** @import { Catalog, Draft, SavedAssignment } from "../types.d.ts" */

/**
 * @typedef {object} OpenHost
 * @property {Catalog} catalog
 * @property {(draft: Draft) => Promise<() => void>} load Fills the form; the result undoes it.
 * @property {(text: string) => void} announce
 */

/** The lists of a draw, named like the form's fields. */
const LISTS = /** @type {const} */ (["codes", "objectives", "quizzes", "kinds"]);

/** @param {HTMLFormElement} form @param {OpenHost} host */
export function addOpenSaved(form, host) {
  const file = /** @type {HTMLInputElement} */ (fieldOf(form, "keptFile"));
  const pasted = fieldOf(form, "kept");
  const message = make("div.rc-opened");
  const open = (/** @type {string} */ text) => openText(form, host, text, message);
  file.addEventListener("change", async () => {
    const [upload] = file.files ?? [];
    if (upload) {
      await open(
        upload.size > MAX_LENGTH ? "x".repeat(MAX_LENGTH + 1) : await upload.text().catch(() => ""),
      );
    }
    file.value = "";
  });
  const button = makeButton(words.opening.load, () => open(pasted.value), "rc-load-kept");
  pasted.closest("label")?.after(make("p.rc-actions", button), message);
}

/**
 * @param {HTMLFormElement} form
 * @param {OpenHost} host
 * @param {string} text
 * @param {HTMLElement} message
 */
async function openText(form, host, text, message) {
  try {
    const read = (await loadReader())(text);
    await requireKnown(form, host.catalog, read);
    const back = await host.load(read.draft);
    const undo = makeButton(words.opening.undo, () => {
      back();
      message.replaceChildren();
      host.announce(words.opening.undone);
    }, "rc-undo-load");
    showMessage(
      message,
      words.opening.loaded({ title: read.draft.title }),
      host,
      "rc-loaded",
      undo,
    );
  } catch (problem) {
    if (!isUnreadable(problem)) throw problem;
    showMessage(message, sentence(problem), host, "rc-warning");
  }
}

/** @returns {Promise<(text: string) => SavedAssignment>} */
const loadReader = () =>
  lazyLoad("kept.js", "rightcodeKept").catch(() => Promise.reject(new UnreadableText("notLoaded")));

/**
 * Refuses a question or a list that this site does not have.
 *
 * @param {HTMLFormElement} form
 * @param {Catalog} catalog
 * @param {SavedAssignment} read
 */
async function requireKnown(form, catalog, { draft, places }) {
  const found = new Set((await entries(catalog, draft.items)).map(({ id }) => id));
  const missing = draft.items.find((id) => !found.has(id));
  if (missing) throw new UnreadableText("noQuestion", missing, places.get(missing));
  for (const draw of draft.draw) {
    for (const list of LISTS) {
      const offered = [.../** @type {HTMLSelectElement} */ (fieldOf(form, list)).options].map((
        { value },
      ) => value);
      const strange = draw[list].find((one) => !offered.includes(one));
      if (strange) throw new UnreadableText("notOffered", `${list}: ${strange}`);
    }
  }
}

/** @param {Catalog} catalog @param {string[]} ids */
async function entries(catalog, ids) {
  try {
    return await catalog.named(ids);
  } catch {
    throw new UnreadableText("notLoaded");
  }
}

/** @param {UnreadableText} problem */
function sentence({ reason, detail, place }) {
  const text = reason === "notLoaded"
    ? words.notLoaded
    : say(/** @type {Record<string, any>} */ (words.opening.wrong)[reason], { detail });
  return place ? `${words.opening.at({ line: place.line, column: place.column })} ${text}` : text;
}

/**
 * @param {HTMLElement} node
 * @param {string} textContent
 * @param {OpenHost} host
 * @param {string} className
 * @param {...Node} more
 */
function showMessage(node, textContent, { announce }, className, ...more) {
  node.replaceChildren(make("p", { className }, textContent), ...more);
  announce(textContent);
}
