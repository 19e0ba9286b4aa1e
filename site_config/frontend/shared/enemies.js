/**
 * Near-twins are never drawn together: the entries, without enemies of what is taken or comes
 * before them; the same as in Python.
 *
 * @template {{id: string, enemies?: string[]}} T
 * @param {Iterable<T>} entries
 * @param {Iterable<string>} [taken] Ids.
 */
export function withoutEnemies(entries, taken = []) {
  const before = new Set(taken);
  /** @type {T[]} */ const chosen = [];
  for (const entry of entries) {
    if (!entry.enemies?.some((id) => before.has(id))) {
      before.add(entry.id);
      chosen.push(entry);
    }
  }
  return chosen;
}
