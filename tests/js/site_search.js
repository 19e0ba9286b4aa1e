/**
 * What the site's search finds: `deno run --allow-read tests/js/site_search.js INDEX QUERIES`.
 * tests/search compares it with the pages wanted.
 */
import { createSearch } from "../../site_config/frontend/search/find.js";

const [index, queries] = Deno.args.map((path) => Deno.readTextFileSync(path));
const scope = /** @type {any} */ (globalThis);
(0, eval)(index);
const find = createSearch(scope.rightcodeSearch);
console.log(JSON.stringify(JSON.parse(queries).map((/** @type {string} */ query) => find(query))));
