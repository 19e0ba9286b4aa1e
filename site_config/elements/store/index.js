/** The edge: here the player gets its clock, its chance and its storage. */
import { LocalStore } from "./store.js";

const now = () => new Date();
const newSeed = () => crypto.getRandomValues(new Uint32Array(1))[0];

/** @type {import("../types.js").Tools | undefined} */
let tools;

/** One store a page, however many quizzes stand on it. */
export function openTools() {
  tools ??= { store: new LocalStore({ reach: () => localStorage, now, newSeed }), now, newSeed };
  return tools;
}
