// lighthouse.js PORT RUNS ADDRESS…: one line of JSON an address, the four scores and five measures of each run. Phone emulation, Lighthouse's own throttling.
import lighthouse from "lighthouse";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const MEASURES = [
  "first-contentful-paint",
  "largest-contentful-paint",
  "total-blocking-time",
  "cumulative-layout-shift",
  "speed-index",
];
const [port, runs, ...addresses] = Deno.args;

for (const address of addresses) {
  const scores = [], measures = [], failing = new Set();
  for (let run = 0; run < Number(runs); run++) {
    const { lhr } = await lighthouse(address, { port: Number(port), logLevel: "silent", onlyCategories: CATEGORIES });
    scores.push(CATEGORIES.map((name) => Math.round(100 * (lhr.categories[name].score ?? 0))));
    measures.push(MEASURES.map((name) => lhr.audits[name].numericValue ?? null));
    for (const { id, score, scoreDisplayMode } of Object.values(lhr.audits)) {
      if (score === 0 && scoreDisplayMode === "binary") failing.add(id);
    }
  }
  console.log(JSON.stringify({ address, scores, measures, failing: [...failing] }));
}
Deno.exit(0);
