/**
 * The payer that a reader made theirs, on this device: its id, or what they said of one of their
 * own. One format in the storage, in a link and in the link of a form: `payer=…&own.name=…`.
 */
import { openTextStorage } from "./store/text_storage.js";

const KEY = "rightcode.payer";
const storage = openTextStorage(() => localStorage, () => {});

/** The id of a payer that is not among the facts. */
export const OWN = "my-own-payer";
/** Of the keys that say what it is like. */
export const OWN_PREFIX = "own.";

export const myPayer = () => new URLSearchParams(storage.get(KEY) ?? "");

/** @param {URLSearchParams} state */
export const storePayer = (state) => storage.set(KEY, String(state));

export const forgetPayer = () => storage.remove(KEY);
