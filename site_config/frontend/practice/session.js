import { day } from "../shared/dates.js";
import { make, makeButton } from "../shared/dom.js";
import { isStale } from "../shared/staleness.js";
import { createItems } from "../quiz/item_list.js";
import { Result } from "../quiz/result.js";
import { isMissed, isRight } from "../quiz/score.js";
import { practiceWords as words, quizWords as strings } from "../shared/strings/index.js";
import { calibrationPart, ConfidenceField } from "./confidence.js";
import { Hints } from "./hints.js";
import { questionSection } from "./question_section.js";
import { clearRound, roundAnswers, saveRound, startRound } from "./round.js";

/** @import { Attempt, BankItem, Item, Screen } from "./types.d.ts" */
/** @import { Round } from "./round.js" */

/**
 * @typedef {{hints: Hints | null, confidence: ConfidenceField}} Extras What a question has beside
 *   it.
 */

/**
 * @typedef {object} SessionPlan
 * @property {number} total
 * @property {(asked: Item[]) => string | null} next The id of the next question; null ends the
 *   session.
 * @property {Round} [round] Where it is stored, so that it continues after a reload.
 * @property {boolean} [hints]
 * @property {(asked: Item[]) => (Node | string)[]} [intro] What the result shows first.
 * @property {() => void} [restart] What "start again" does, if not what the page does.
 */

/** One question after the other, with feedback at once, and a result at the end. */
export class Session {
  /** @type {Item[]} */ #items = [];
  /** @type {Attempt[]} */ #attempts = [];
  #screen;
  #plan;
  #seed;
  #position = make("strong.rc-bar__place");
  #tally = make("span.rc-bar__tally");
  #progress = make("progress.rc-bar__progress", { "aria-label": strings.progress });
  #slot = make("div.rc-slot");
  #next = makeButton(words.skip, () => this.#screen.attempt(() => this.#askNext()), "rc-next");

  /** @param {Screen} screen @param {SessionPlan} plan */
  constructor(screen, plan) {
    this.#screen = screen;
    this.#plan = plan;
    this.#seed = plan.round?.seed ?? screen.env.newSeed();
  }

  async start() {
    const texts = make("p.rc-bar__words", this.#position, " ", this.#tally);
    this.#screen.play(
      make("div.rc-bar", texts, this.#progress),
      make("h2.rc-hidden", words.questions),
      this.#slot,
      make("div.rc-pager", this.#next),
    );
    this.#next.disabled = true; // a press before the first question would ask it twice
    await this.#resume();
    await this.#askNext();
    this.#next.disabled = false;
  }

  async #resume() {
    const { items = [], place = 0 } = this.#plan.round ?? {};
    const asked = items.slice(0, place).map((id) => this.#screen.library.item(id));
    for (const bankItem of await Promise.all(asked)) await this.#add(bankItem);
  }

  async #askNext() {
    const id = this.#plan.next(this.#items);
    if (id === null) return this.#showResult();
    const item = await this.#add(await this.#screen.library.item(id));
    this.#slot.replaceChildren(item.section);
    const { round, total } = this.#plan;
    if (round) saveRound(this.#screen, round, this.#items.length - 1);
    this.#update();
    item.focus();
    this.#screen.announce(words.place({ place: this.#items.length, total }));
    this.#preload();
  }

  /** @param {BankItem} bankItem */
  async #add(bankItem) {
    const section = questionSection(bankItem, this.#items.length + 1);
    /** @type {Extras} */ const extras = {
      hints: null,
      confidence: new ConfidenceField(bankItem.id),
    };
    const [item] = createItems(make("div", section), {
      ...this.#screen.env,
      announce: this.#screen.announce,
      onAnswer: (attempt) => this.#record(attempt, extras),
      onReopen: (item) => this.#reopen(item, extras),
    });
    if (!item) throw new Error(`unknown kind: ${bankItem.id}`);
    item.reopen(this.#seed);
    if (this.#plan.hints) extras.hints = new Hints(item, bankItem.hints, this.#screen.announce);
    section.querySelector(".rc-actions")?.before(extras.hints?.node ?? "", extras.confidence.node);
    this.#items.push(item);
    await this.#restore(item, extras);
    return item;
  }

  /** @param {Attempt} attempt @param {Extras} extras */
  #record(attempt, extras) {
    const { hints, confidence: { value: sure } } = extras;
    const full = {
      ...attempt,
      mode: this.#screen.mode,
      ...(sure && { sure }),
      ...(hints?.taken && { hints: hints.taken }),
    };
    this.#attempts.push(full);
    close(extras);
    this.#update();
    this.#screen.store.record(full);
  }

  /** @param {Item} item @param {Extras} extras */
  #reopen(item, { confidence }) {
    item.reopen(this.#screen.env.newSeed());
    confidence.lock(false);
    confidence.value = undefined;
    this.#update();
    item.focus();
    this.#screen.announce(strings.retrying);
  }

  /**
   * Shows the answers of this round before a reload; else a change since an earlier answer.
   *
   * @param {Item} item
   * @param {Extras} extras
   */
  async #restore(item, extras) {
    const { id, version, facts } = item.question;
    const attempts = await this.#screen.store.attempts({ item: id, version });
    const ofRound = roundAnswers(this.#plan.round, attempts, this.#screen.mode);
    if (ofRound.length) {
      item.restore(ofRound);
      this.#attempts.push(...ofRound);
      extras.confidence.value = ofRound.at(-1)?.sure;
      return close(extras);
    }
    const last = attempts.at(-1);
    if (!last || !isStale(last, { facts })) return;
    const note = strings.ruleChanged({ at: day(last.at), right: last.right });
    item.section.querySelector(".rc-options")?.before(
      make("p.rc-past", { "data-changed": "" }, note),
    );
  }

  #preload() {
    const id = this.#plan.next(this.#items);
    if (id !== null) this.#screen.library.item(id).catch(() => {});
  }

  #update() {
    const { total } = this.#plan;
    const answered = this.#items.filter((item) => !item.isOpen);
    const open = this.#items.at(-1)?.isOpen;
    this.#position.textContent = words.place({ place: this.#items.length, total });
    this.#tally.textContent = strings.tally({
      answered: answered.length,
      right: answered.filter(isRight).length,
    });
    this.#progress.max = total;
    this.#progress.value = answered.length;
    const next = this.#items.length >= total ? words.toResult : words.next;
    this.#next.textContent = open ? words.skip : next;
    this.#next.classList.toggle("rc-button--primary", !open);
  }

  #showResult() {
    if (this.#plan.round) clearRound(this.#screen);
    const result = new Result(this.#screen.mode, "h2", {
      nameOf: this.#screen.labels.objective,
      retryMissed: () => this.#retry(this.#items.filter(isMissed)),
      startAgain: this.#plan.restart ?? (() => void this.#screen.start()),
      goToOpen: () => this.#retry(this.#items.filter((item) => item.isOpen)),
    });
    result.update(this.#items);
    result.node.hidden = false;
    const intro = this.#plan.intro?.(this.#items) ?? [];
    result.node.querySelector(".rc-result__title")?.after(...intro);
    const calibration = calibrationPart(this.#attempts, "h3");
    result.node.querySelector(".rc-result__buttons")?.before(...calibration);
    this.#screen.show(result.node);
    result.focus();
    this.#screen.announce(strings.result);
  }

  /** @param {Item[]} items */
  #retry(items) {
    const ids = items.map(({ question }) => question.id);
    const { topics } = this.#plan.round ?? {};
    const { env, now } = this.#screen;
    const round = topics && startRound(topics, ids, env.newSeed(), now);
    startSession(this.#screen, { ...this.#plan, ...listPlan(ids), round, intro: undefined });
  }
}

/** A plan through a list of questions. @param {string[]} ids */
export const listPlan = (ids) => ({
  total: ids.length,
  next: (/** @type {Item[]} */ asked) => ids[asked.length] ?? null,
});

/** @param {Screen} screen @param {SessionPlan} plan */
export const startSession = (screen, plan) =>
  screen.attempt(() => new Session(screen, plan).start());

/** After the answer there are no hints and no confidence to choose. @param {Extras} extras */
function close({ hints, confidence }) {
  confidence.lock(true);
  hints?.close();
}
