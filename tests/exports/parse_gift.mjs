// Prints what gift-pegjs reads in a GIFT file, as JSON.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";

const gift = createRequire(path.join(process.cwd(), "x.js"))("gift-pegjs");
console.log(JSON.stringify(gift.parse(fs.readFileSync(process.argv[2], "utf8"))));
