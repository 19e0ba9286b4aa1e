/**
 * What words lead to in the browser: `deno run --allow-read tests/js/word_search.js GIVEN`.
 * tests/content/test_clinic_words.py compares it with the search in Python.
 */
import { findByWords } from "../../site_config/frontend/shared/word_search.js";

/** @type {[[string, string[]][], string[]]} */
const [given, queries] = JSON.parse(Deno.readTextFileSync(Deno.args[0]));
const entries = given.map(([name, phrases]) => ({ name, phrases }));
console.log(
  JSON.stringify(queries.map((query) => findByWords(entries, query).map(({ name }) => name))),
);
