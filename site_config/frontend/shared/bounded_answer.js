/** Answers of servers, bounded: nobody has to end, or to be quick. */

/** After which a request is given up; a lease (store/lease.js) lasts longer. */
export const ANSWER_MS = 20_000;

/**
 * The text of an answer. Rejected if it breaks off, or is longer than `most` characters.
 *
 * @param {Response} response
 * @param {number} most
 */
export async function textWithin(response, most) {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const { done, value } = await reader?.read() ?? { done: true, value: undefined };
    if (done) return text;
    text += decoder.decode(value, { stream: true });
    if (text.length > most) {
      await reader?.cancel().catch(() => {});
      throw new RangeError(`more than ${most} characters`);
    }
  }
}
