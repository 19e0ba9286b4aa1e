/**
 * What the port says was true: `deno run --allow-read tests/js/as_of.js FACTS CASES`.
 * tests/billing/test_as_of.py starts it.
 */
import { readFacts } from "../../site_config/frontend/billing/facts.js";
import { factsInEffect } from "../../site_config/frontend/billing/as_of.js";

const START = "globalThis.rightcodeFacts=";

if (import.meta.main) {
  const [script, asked] = Deno.args.map((path) => Deno.readTextFileSync(path));
  const facts = readFacts(JSON.parse(script.slice(START.length, -2)));
  console.log(
    JSON.stringify(
      JSON.parse(asked).map((
        /** @type {[string, string, string[], "practitioner" | "hospital"]} */ one,
      ) => factsInEffect(facts, ...one)),
    ),
  );
}
