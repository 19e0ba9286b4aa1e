/** More than the ids of any batch. */
const MAX_BYTES = 100_000;

/**
 * Whether an answer is a store's receipt for statements (xAPI 1.0.3, Communication 2.1): 204, or
 * 200 with the list of their ids. A sign-in page that answers 200 is none.
 *
 * @param {Response} response Its body is read.
 * @param {string[]} ids
 */
export async function isReceipt(response, ids) {
  if (response.status === 204) return true;
  const text = response.status === 200 ? await textOf(response) : "";
  await response.body?.cancel().catch(() => {});
  try {
    const taken = JSON.parse(text);
    return Array.isArray(taken) && ids.every((id) => taken.includes(id));
  } catch {
    return false;
  }
}

/** Empty if it is too long or breaks off. @param {Response} response */
async function textOf(response) {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  try {
    for (;;) {
      const { done, value } = await reader?.read() ?? { done: true, value: undefined };
      if (done) return text;
      text += decoder.decode(value, { stream: true });
      if (text.length > MAX_BYTES) return "";
    }
  } catch {
    return "";
  } finally {
    reader?.releaseLock();
  }
}
