/**
 * Whether the text went to the clipboard, which a browser may refuse.
 * @param {string} text @returns {Promise<boolean>}
 */
export const copyText = async (text) =>
  await navigator.clipboard?.writeText(text).then(() => true, () => false) ?? false;
