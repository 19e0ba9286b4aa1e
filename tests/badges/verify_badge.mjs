// verify_badge.mjs BADGE.jwt: the claims of a badge whose signature jose finds right, as JSON.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(path.join(process.cwd(), "x.js"));
const jose = await import(pathToFileURL(require.resolve("jose").replace(/\.cjs$/, ".js")));
const token = fs.readFileSync(process.argv[2], "utf8").trim();
const { jwk, alg } = jose.decodeProtectedHeader(token);
const { payload } = await jose.jwtVerify(token, await jose.importJWK(jwk, alg));
console.log(JSON.stringify(payload));
