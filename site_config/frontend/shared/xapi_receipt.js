import { textWithin } from "./bounded_answer.js";

/** More than the ids of any batch. */
const MAX_LENGTH = 100_000;

/**
 * Whether an answer is a store's receipt for statements (xAPI 1.0.3, Communication 2.1): 204, or
 * 200 with the list of their ids. A sign-in page that answers 200 is none.
 *
 * @param {Response} response Its body is read.
 * @param {string[]} ids
 */
export async function isReceipt(response, ids) {
  if (response.status === 204) return true;
  if (response.status !== 200) {
    await response.body?.cancel().catch(() => {});
    return false;
  }
  try {
    const taken = JSON.parse(await textWithin(response, MAX_LENGTH));
    return Array.isArray(taken) && ids.every((id) => taken.includes(id));
  } catch {
    return false;
  }
}
