/**
 * What words lead to in the browser: `deno run --allow-read tests/js/word_search.js GIVEN`.
 * tests/content/test_clinic_words.py compares it with the search in Python.
 */
import { findByWords } from "../../site_config/frontend/guide/word_search.js";

const [given, queries] = JSON.parse(Deno.readTextFileSync(Deno.args[0]));
const entries = given.map((/** @type {[string, string[]]} */ [name, phrases]) => ({
  name,
  phrases,
}));
console.log(JSON.stringify(
  queries.map((/** @type {string} */ query) =>
    findByWords(entries, query).map((/** @type {{ name: string }} */ { name }) => name)
  ),
));
