/** @import { Source } from "./types.js" */

/** @typedef {RegExpExecArray} Match */

/** A pattern of the Python side, asked the way Python's `re` is. */
export class Pattern {
  #anywhere;
  #here;
  #whole;
  /** @type {RegExp | undefined} */ #groups;

  /** @param {string} source @param {string} [flags] */
  constructor(source, flags = "") {
    const plain = portable(source);
    this.#anywhere = new RegExp(plain, `g${flags}`);
    this.#here = new RegExp(plain, `y${flags}`);
    this.#whole = new RegExp(`(?:${plain})$`, `y${flags}`);
  }

  /** @param {string} text */
  search(text) {
    return first(this.#anywhere, text);
  }

  /** @param {string} text */
  match(text) {
    return first(this.#here, text);
  }

  /** @param {string} text */
  full(text) {
    return first(this.#whole, text);
  }

  /** @param {string} text */
  has(text) {
    return this.search(text) !== null;
  }

  /** @param {string} text @returns {Match[]} */
  all(text) {
    this.#anywhere.lastIndex = 0;
    return [...text.matchAll(this.#anywhere)];
  }

  /** Every match with the places of its groups in `indices`. @param {string} text @returns {Match[]} */
  placed(text) {
    this.#groups ??= new RegExp(this.#anywhere.source, `d${this.#anywhere.flags}`);
    return [...text.matchAll(this.#groups)];
  }

  /** @param {string} text @param {string} by */
  sub(text, by) {
    this.#anywhere.lastIndex = 0;
    return text.replace(this.#anywhere, () => by);
  }
}

/** @param {RegExp} pattern @param {string} text */
function first(pattern, text) {
  pattern.lastIndex = 0;
  return pattern.exec(text);
}

/** Where a group stands. @param {Match} match @param {number} group */
export const startOf = (match, group) => match.indices?.[group]?.[0] ?? match.index;

/** @param {Match} match */
export const endOf = (match) => match.index + match[0].length;

const SPACES = " \\t\\n\\r\\f\\v";

/** White space, dot and end as Python means them with re.ASCII. @param {string} source */
export function portable(source) {
  let inside = false;
  return source.replace(/\\[\s\S]|[\[\].$]/g, (sign) => {
    if (sign === "\\s") return inside ? SPACES : `[${SPACES}]`;
    if (sign === "\\S") return `[^${SPACES}]`;
    if (sign[0] === "\\") return sign;
    if (sign === "[" || sign === "]") {
      inside = sign === "[" || (inside && sign !== "]");
      return sign;
    }
    if (inside) return sign;
    return sign === "." ? "[^\\n]" : "(?=\\n?$)";
  });
}

/** @type {Record<string, Source>} */
let sources = {};
/** @type {Map<string, Pattern>} */
let made = new Map();

/** The patterns that the build wrote; each is compiled when it is first asked for. @param {Record<string, Source>} given */
export function usePatterns(given) {
  sources = given;
  made = new Map();
}

/** The patterns of one Python module, by their names there. @param {string} module */
export function patternsOf(module) {
  /** @param {string} name */
  return (name) => {
    const full = `${module}.${name}`;
    let pattern = made.get(full);
    if (!pattern) {
      const found = sources[full];
      if (!found) throw new Error(`the facts hold no pattern ${full}`);
      made.set(full, pattern = new Pattern(found.source, found.flags));
    }
    return pattern;
  };
}
