import assert from "node:assert/strict";
import { drawRound, Round, sorted } from "../../../site_config/frontend/flashcards/round.js";
import { dueCardCount } from "../../../site_config/frontend/practice/due_cards.js";
import { byItem } from "../../../site_config/frontend/practice/question_selection.js";
import { attempt, DAY } from "./made.js";

const NOW = new Date("2026-03-10T12:00:00Z");

/** @param {string} id @returns {any} */
const card = (id, digest = "0123456789ab") => ({ id, digest, front: id, context: "", term: id });

/** @param {string} item @param {number} days Ago. @param {boolean} [right] @returns {any} */
const rated = (item, days, right = true) =>
  attempt({
    id: `${item}${days}`,
    item,
    at: new Date(NOW.getTime() - days * DAY).toISOString(),
    chosen: [right ? "knew" : "not-yet"],
    right,
    facts: "0123456789ab",
    mode: "flashcards",
  });

/** @param {any[]} cards */
const idsOf = (cards) => cards.map(({ id }) => id);

Deno.test("a round asks what is due, then new cards, and the rest only where there are neither", () => {
  const cards = ["card-a", "card-b", "card-c"].map((id) => card(id));
  const log = byItem([rated("card-a", 30), rated("card-b", 0)]);
  const found = sorted(cards, log, null, NOW);
  assert.deepEqual([idsOf(found.due), idsOf(found.fresh), idsOf(found.rest)], [
    ["card-a"],
    ["card-c"],
    ["card-b"],
  ]);
  assert.deepEqual(idsOf(drawRound(found, 1)), ["card-a", "card-c"]);
  assert.deepEqual(idsOf(drawRound({ ...found, due: [], fresh: [] }, 1)), ["card-b"]);
  assert.ok(found.next > NOW.getTime());
});

Deno.test("a card whose facts changed is due at once", () => {
  const log = byItem([rated("card-a", 0)]);
  assert.deepEqual(idsOf(sorted([card("card-a")], log, null, NOW).due), []);
  const changed = card("card-a", "ffffffffffff");
  assert.deepEqual(idsOf(sorted([changed], log, null, NOW).due), ["card-a"]);
});

Deno.test("a card that was not known is due the next day, one that was known later", () => {
  const tomorrow = new Date(NOW.getTime() + DAY);
  for (const [right, due] of /** @type {[boolean, number][]} */ ([[false, 1], [true, 0]])) {
    const log = byItem([rated("card-a", 0, right)]);
    assert.equal(sorted([card("card-a")], log, null, tomorrow).due.length, due);
  }
});

Deno.test("a card that was not known comes back in the round until it is, and counts once", () => {
  const round = new Round(["a", "b", "c", "d", "e", "f"].map((id) => card(id)));
  assert.equal(round.rate(false), true);
  const asked = [];
  while (round.card) {
    const { id } = round.card;
    asked.push(id);
    assert.equal(round.rate(true), id !== "a");
  }
  assert.deepEqual(asked, ["b", "c", "d", "e", "a", "f"]);
  assert.deepEqual([round.done, idsOf(round.missed)], [6, ["a"]]);
});

Deno.test("a round has at most twenty cards", () => {
  const cards = Array.from({ length: 30 }, (_, index) => card(`card-${index}`));
  assert.equal(drawRound(sorted(cards, new Map(), null, NOW), 7).length, 20);
});

Deno.test("cards that are due are counted without questions, and without cards that are gone", () => {
  const log = [rated("card-a", 30), rated("card-b", 30), attempt({ item: "calf" })];
  assert.equal(dueCardCount(log, undefined, null, NOW), 2);
  assert.equal(dueCardCount(log, ["card-b"], null, NOW), 1);
});
