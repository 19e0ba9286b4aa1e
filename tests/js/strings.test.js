/** Every language says everything that English says, and asks for as much to say it. */
const folder = new URL("../../site_config/frontend/shared/strings/", import.meta.url);
const NO_LANGUAGE = ["index.js", "language.js", "en.js"];

const folders = [...Deno.readDirSync(folder)].filter(({ isDirectory }) => isDirectory);

for (const part of ["", ...folders.map(({ name }) => `${name}/`)]) {
  const english = await words(part, "en.js");
  for (const { name } of Deno.readDirSync(new URL(part, folder))) {
    if (!name.endsWith(".js") || NO_LANGUAGE.includes(name)) continue;
    Deno.test(`${part}${name} has every word of English, and no other`, async () => {
      const wrong = differences(english, await words(part, name));
      if (wrong.length) throw new Error(wrong.join("\n"));
    });
  }
}

/** @param {string} part @param {string} name */
async function words(part, name) {
  return (await import(new URL(part + name, folder).href)).default;
}

/** @param {any} one @param {any} other @param {string} [path] @returns {string[]} */
function differences(one, other, path = "") {
  if (typeof one !== typeof other) {
    return [`${path}: ${typeof one} in English, ${typeof other} here`];
  }
  if (typeof one === "function") {
    return one.length === other.length
      ? []
      : [`${path}: takes ${one.length} in English, ${other.length} here`];
  }
  if (typeof one !== "object") return one && !other ? [`${path}: empty`] : [];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) => differences(one[key], other[key], `${path}.${key}`));
}
