/** The clinic whose link was accepted on this device, as text, and the payer that came with it. */
import { openTextStorage } from "./store/text_storage.js";

const KEY = "rightcode.clinic", PAYER = "rightcode.clinic-payer";
const storage = openTextStorage(() => localStorage, () => {});

export const storedClinic = () => storage.get(KEY);

/** Whether the browser kept it. @param {string} text */
export function storeClinic(text) {
  storage.set(KEY, text);
  try {
    return localStorage.getItem(KEY) === text;
  } catch {
    return false;
  }
}

export function forgetClinic() {
  storage.remove(KEY);
  storage.remove(PAYER);
}

/** Whether the payer was not set before; from then on it was. @param {string} payer */
export function isFirstTime(payer) {
  if (storage.get(PAYER) === payer) return false;
  storage.set(PAYER, payer);
  return true;
}
