// validate_h5p.mjs FILE.h5p FOLDER: unpacks the package below FOLDER; the H5P server's validator takes it.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";

const require = createRequire(path.join(process.cwd(), "x.js"));
const h5p = require("@lumieducation/h5p-server");
const { unzipSync } = require("fflate");
const [file, folder] = process.argv.slice(2);
for (const [name, content] of Object.entries(unzipSync(fs.readFileSync(file)))) {
  if (name.endsWith("/")) continue;
  const place = path.join(folder, "package", name);
  fs.mkdirSync(path.dirname(place), { recursive: true });
  fs.writeFileSync(place, content);
}
const folders = ["libraries", "temporary", "content"].map((name) => path.join(folder, name));
for (const one of folders) fs.mkdirSync(one);
const config = new h5p.H5PConfig();
const { libraryManager } = h5p.fs(config, ...folders);
const home = path.dirname(require.resolve("@lumieducation/h5p-server"));
const { default: Validator } = require(path.join(home, "PackageValidator.js"));
try {
  const validator = new Validator(config, libraryManager);
  await validator.validateExtractedPackage(path.join(folder, "package"), true, true);
  console.log("valid");
} catch (error) {
  console.log(error.getErrors?.().map((one) => one.message ?? one.errorId).join("\n") ?? error.message);
}
