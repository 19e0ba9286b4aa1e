/**
 * What a claim question's page tells of each claim in a file: for tests/kinds/test_reactions.py.
 */
import {
  faultsOf,
  nearest,
  reactions,
} from "../../site_config/frontend/quiz/kinds/fill_claim/claim_reactions.js";

const { data, claims } = JSON.parse(Deno.readTextFileSync(Deno.args[0]));

/**
 * @param {import("../../site_config/frontend/quiz/kinds/fill_claim/claim_lines.js").Line[]} claim
 */
function told(claim) {
  const written = claim.map((line, at) => ({ ...line, at }));
  const way = nearest(data.ways, written);
  return written.map((line) => {
    const faults = reactions(faultsOf(data), way, written, line);
    const said = new Set(faults.map(([verdict, denial]) => `${verdict} ${denial ?? ""}`));
    return [faults[0]?.[0] ?? "paid", [...said].sort()];
  });
}

console.log(JSON.stringify(claims.map(told)));
