/** What was chosen so far in a clinic's set-up, on this device: `clinic/draft.js` reads it. */
import { openTextStorage } from "./store/text_storage.js";

const KEY = "rightcode.set-up";
const storage = openTextStorage(() => localStorage, () => {});

export const storedSetUp = () => storage.get(KEY);

/** @param {string} text */
export const storeSetUp = (text) => storage.set(KEY, text);

export const forgetSetUp = () => storage.remove(KEY);
