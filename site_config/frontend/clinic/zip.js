import { Zip, ZipDeflate, ZipPassThrough } from "fflate";

const PACKED = /\.(png|woff2|jpg|gz|zip)$/;
const MTIME = new Date(1980, 0, 2);

/** A zip that is written as its files come. */
export class ZipWriter {
  /** @type {Uint8Array<ArrayBuffer>[]} */ #parts = [];
  #zip;
  #done;

  constructor() {
    const { promise, resolve, reject } = Promise.withResolvers();
    this.#done = promise;
    this.#zip = new Zip((error, chunk, isLast) => {
      if (error) return reject(error);
      this.#parts.push(/** @type {Uint8Array<ArrayBuffer>} */ (chunk));
      if (isLast) resolve(undefined);
    });
  }

  /** @param {string} path @param {Uint8Array} content */
  add(path, content) {
    const entry = PACKED.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
    entry.mtime = MTIME;
    this.#zip.add(entry);
    entry.push(content, true);
  }

  /** @returns {Promise<Blob>} */
  async finish() {
    this.#zip.end();
    await this.#done;
    return new Blob(this.#parts, { type: "application/zip" });
  }
}
