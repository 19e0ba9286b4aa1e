/** One JSON value a line, from standard input and to standard output: how a command runs us. */

/** @param {ReadableStream<Uint8Array>} stream */
async function* linesOf(stream) {
  /** @type {string[]} */
  let parts = [];
  const decoder = new TextDecoder();
  for await (const bytes of stream) {
    const [first, ...lines] = decoder.decode(bytes, { stream: true }).split("\n");
    parts.push(first);
    for (const line of lines) {
      yield parts.join("");
      parts = [line];
    }
  }
}

/**
 * Answers each line; a line without an answer is a statement.
 *
 * @param {(value: any) => unknown} answer May be a promise; `undefined` sends nothing back.
 * @param {(name: string, value: any) => unknown} [replacer] Of `JSON.stringify`.
 */
export async function answerLines(answer, replacer) {
  for await (const line of linesOf(Deno.stdin.readable)) {
    const found = await answer(JSON.parse(line));
    if (found === undefined) continue;
    const bytes = new TextEncoder().encode(`${JSON.stringify(found, replacer)}\n`);
    for (let at = 0; at < bytes.length;) at += await Deno.stdout.write(bytes.subarray(at));
  }
}
