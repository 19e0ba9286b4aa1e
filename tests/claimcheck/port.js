/** Judges every text of a list by a table, both from files, and writes what is found: the port's half of test_port.py. */
import { checkerOf } from "../../site_config/frontend/fact_check/core/checker.js";

const [tablePath, textsPath, outPath] = Deno.args;
const check = checkerOf(JSON.parse(Deno.readTextFileSync(tablePath)));
/** @type {[string, boolean][]} */
const texts = JSON.parse(Deno.readTextFileSync(textsPath));
Deno.writeTextFileSync(outPath, JSON.stringify(texts.map(([text, markdown]) => check(text, markdown))));
