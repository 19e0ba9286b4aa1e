/** Opens a saved assignment from a file or pasted text; on failure the form stays as it was. */
import { say } from "../../shared/strings/messages.js";
import { isUnreadable, MAX_LENGTH, UnreadableText } from "../format/unreadable_text.js";
import { make, makeButton } from "../../shared/dom.js";
import { lazyLoad } from "../../shared/lazy_load.js";
import { builderWords as words } from "../../shared/strings/index.js";
import { fieldOf, LISTS } from "./assignment_form.js";

/** @import { Builder, SavedAssignment } from "../types.d.ts" */

/** @param {Builder} builder */
export function addOpenSaved(builder) {
  const file = /** @type {HTMLInputElement} */ (fieldOf(builder.form, "keptFile"));
  const pasted = fieldOf(builder.form, "kept");
  const message = make("div.rc-opened");
  const open = (/** @type {string} */ text) => openText(builder, text, message);
  file.addEventListener("change", async () => {
    const [upload] = file.files ?? [];
    if (upload) {
      const tooLong = upload.size > MAX_LENGTH && "x".repeat(MAX_LENGTH + 1);
      await open(tooLong || await upload.text().catch(() => ""));
    }
    file.value = "";
  });
  const button = makeButton(words.opening.load, () => open(pasted.value), "rc-load-kept");
  pasted.closest("label")?.after(make("p.rc-actions", button), message);
}

/** @param {Builder} builder @param {string} text @param {HTMLElement} message */
async function openText(builder, text, message) {
  /** @type {(shown: string, className: string, ...undo: Node[]) => void} */
  const show = (shown, className, ...undo) => {
    message.replaceChildren(make("p", { className }, shown), ...undo);
    builder.announce(shown);
  };
  try {
    const read = (await loadReader())(text);
    await builder.own.keep(read.draft.own ?? []);
    await requireKnown(builder, read);
    const back = await builder.load(read.draft);
    const undo = makeButton(words.opening.undo, () => {
      back();
      message.replaceChildren();
      builder.announce(words.opening.undone);
    }, "rc-undo-load");
    show(words.opening.loaded({ title: read.draft.title }), "rc-loaded", undo);
  } catch (problem) {
    if (!isUnreadable(problem)) throw problem;
    show(sentence(problem), "rc-warning");
  }
}

const notLoaded = () => Promise.reject(new UnreadableText("notLoaded"));

/** @returns {Promise<(text: string) => SavedAssignment>} */
const loadReader = () => lazyLoad("kept.js", "rightcodeKept").catch(notLoaded);

/** @param {Builder} builder @param {SavedAssignment} read */
async function requireKnown({ catalog, form }, { draft, places }) {
  const found = await catalog.named(draft.items).catch(notLoaded);
  const missing = draft.items.find((id) => !found.some((entry) => entry.id === id));
  if (missing) throw new UnreadableText("noQuestion", missing, places.get(missing));
  for (const draw of draft.draw) {
    for (const list of LISTS) {
      const { options } = /** @type {HTMLSelectElement} */ (fieldOf(form, list));
      const offered = Array.from(options, ({ value }) => value);
      const strange = draw[list].find((one) => !offered.includes(one));
      if (strange) throw new UnreadableText("notOffered", `${list}: ${strange}`);
    }
  }
}

/** @param {UnreadableText} problem */
function sentence({ reason, detail, place }) {
  const text = reason === "notLoaded"
    ? words.notLoaded
    : say(/** @type {Record<string, any>} */ (words.opening.wrong)[reason], { detail });
  return place ? `${words.opening.at({ ...place })} ${text}` : text;
}
