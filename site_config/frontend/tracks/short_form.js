import { field, make, makeForm } from "../shared/dom.js";
import { tracksWords as words } from "../shared/strings/index.js";

/** @import { Stated } from "./short_code.js" */

/** @typedef {HTMLInputElement | HTMLSelectElement} Control */

/**
 * A folded form for what is on paper; `open` takes the code that somebody entered elsewhere.
 *
 * @param {Record<string, string>} tracks Titles by id.
 * @param {(stated: Stated, code: string) => unknown} check
 */
export function shortForm(tracks, check) {
  const input = (/** @type {string} */ id, props = {}) =>
    make("input", { id: `rc-paper-${id}`, required: true, autocomplete: "off", ...props });
  const number = { type: "number", min: "1", max: "999", inputMode: "numeric" };
  const code = input("code", { maxLength: 20, spellcheck: false });
  const name = input("name", { maxLength: 60 });
  const track = make(
    "select",
    { id: "rc-paper-track", required: true },
    make("option", { value: "" }, words.chooseTrack),
    Object.entries(tracks).map(([value, text]) => make("option", { value }, text)),
  );
  const date = input("date", { type: "date" });
  const [right, total] = [input("right", number), input("total", number)];
  const note = make("p.rc-problem", { id: "rc-paper-problem", hidden: true });
  const submit = () => {
    const missing = [code, name, track, date, right, total].find((control) =>
      !control.value.trim()
    );
    note.hidden = !missing;
    note.textContent = words.paperMissing;
    if (missing) return missing.focus();
    const score = { right: Number(right.value), total: Number(total.value) };
    return check({ name: name.value, track: track.value, date: date.value, ...score }, code.value);
  };
  const fields = /** @type {[string, Control][]} */ ([
    [words.shortLabel, code],
    [words.name, name],
    [words.trackHead, track],
    [words.on, date],
    [words.rightLabel, right],
    [words.totalLabel, total],
  ]).map(([label, control]) => field(label, control));
  const form = makeForm(".rc-paper", words.paperCheck, "rc-paper-check", submit, fields, note);
  const node = make("details.rc-more", make("summary", words.paper), form);
  /** @param {string} text */
  const open = (text) => {
    node.open = true;
    code.value = text;
    note.hidden = false;
    note.textContent = words.paperNow;
    name.focus();
  };
  return { node, open };
}
