/**
 * Judges documents for `rightcode fact-check`, one JSON value a line: the facts come first, then
 * one document after the other, each answered by its statements.
 */
import { Checker } from "./core/checker.js";

/** @import { BlockData } from "./core/types.d.ts" */
/** @typedef {{text: string, markdown: boolean, blocks: BlockData[] | null}} Document */

/** The lines of a stream, however long. @param {ReadableStream<Uint8Array>} stream */
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

/** @param {string} text */
async function write(text) {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length;) at += await Deno.stdout.write(bytes.subarray(at));
}

let checker;
for await (const line of linesOf(Deno.stdin.readable)) {
  if (!checker) {
    checker = new Checker(JSON.parse(line));
    continue;
  }
  /** @type {Document} */
  const { text, markdown, blocks } = JSON.parse(line);
  const statements = blocks ? checker.checkBlocks(blocks) : checker.checkText(text, markdown);
  await write(`${JSON.stringify(statements)}\n`);
}
