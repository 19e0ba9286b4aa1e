import { make, makeButton } from "../shared/dom.js";
import { isStale } from "../quiz/item.js";
import { createItems } from "../quiz/item_list.js";
import { Result } from "../quiz/result.js";
import { isMissed, isRight } from "../quiz/score.js";
import { strings } from "../shared/strings/index.js";
import { words } from "../shared/strings/practice/index.js";
import { Hints } from "./hints.js";
import { retryPlan } from "./session_plan.js";
import { questionSection } from "./question_section.js";
import { clearRound, roundAnswers, saveRound } from "./round.js";
import { calibrationPart, ConfidenceField } from "./confidence.js";

/** @import { BankItem } from "./question_bank.js" */
/** @import { Item, ItemHost } from "../quiz/item.js" */
/** @import { Screen } from "./screen.js" */
/** @import { SessionPlan } from "./session_plan.js" */
/** @import { Attempt } from "../shared/types.js" */

/** @typedef {{hints: Hints | null, sureness: ConfidenceField}} Parts What stands beside one question. */

/** One question after the other, with feedback at once, and a result at the end. */
export class Session {
  #screen;
  #plan;
  /** @type {Item[]} */ #asked = [];
  /** @type {Attempt[]} */ #given = [];
  #seed;
  #place = make("strong.rc-bar__place");
  #tally = make("span.rc-bar__tally");
  #progress = make("progress.rc-bar__progress");
  #slot = make("div.rc-slot");
  #next = makeButton(words.skip, () => this.#screen.attempt(() => this.#goOn()), "rc-next");

  /** @param {Screen} screen @param {SessionPlan} plan */
  constructor(screen, plan) {
    this.#screen = screen;
    this.#plan = plan;
    this.#seed = plan.round?.seed ?? screen.env.newSeed();
    this.#progress.setAttribute("aria-label", strings.progress);
  }

  async start() {
    const bar = make(
      "div.rc-bar",
      make("p.rc-bar__words", this.#place, " ", this.#tally),
      this.#progress,
    );
    const heading = make("h2.rc-hidden", words.questions);
    this.#screen.play(bar, heading, this.#slot, make("div.rc-pager", this.#next));
    await this.#catchUp();
    await this.#goOn();
  }

  /** The questions that were asked before the page was left, as they were answered. */
  async #catchUp() {
    const { items = [], place = 0 } = this.#plan.round ?? {};
    const before = items.slice(0, place).map((id) => this.#screen.library.item(id));
    for (const bankItem of await Promise.all(before)) await this.#add(bankItem);
  }

  async #goOn() {
    const id = this.#plan.next(this.#asked);
    if (id === null) return this.#showResult();
    await this.#ask(await this.#screen.library.item(id));
  }

  /** @param {BankItem} bankItem */
  async #ask(bankItem) {
    const item = await this.#add(bankItem);
    this.#slot.replaceChildren(item.section);
    const { round, total } = this.#plan;
    if (round) saveRound(this.#screen, round, this.#asked.length - 1);
    this.#update();
    item.focus();
    this.#screen.announce(words.place(this.#asked.length, total));
    this.#fetchAhead();
  }

  /** One more question, not shown yet. @param {BankItem} bankItem */
  async #add(bankItem) {
    const section = questionSection(bankItem, this.#asked.length + 1);
    /** @type {Parts} */ const parts = { hints: null, sureness: new ConfidenceField(bankItem.id) };
    const [item] = createItems(make("div", section), this.#hostFor(parts));
    if (!item) throw new Error(`no way to show ${bankItem.id}`);
    item.reopen(this.#seed);
    parts.hints = this.#plan.hints ? new Hints(item, bankItem.hints, this.#screen.announce) : null;
    section.querySelector(".rc-actions")?.before(
      ...(parts.hints ? [parts.hints.node] : []),
      parts.sureness.node,
    );
    this.#asked.push(item);
    await this.#recall(item, parts);
    return item;
  }

  /** @param {Parts} parts @returns {ItemHost} */
  #hostFor(parts) {
    const { now, newId } = this.#screen.env;
    return {
      now,
      newId,
      announce: (text) => this.#screen.announce(text),
      onAnswer: (attempt) => this.#answered(attempt, parts),
      onReopen: (item) => this.#reopened(item, parts),
    };
  }

  /** @param {Attempt} attempt @param {Parts} parts */
  #answered(attempt, parts) {
    const { hints, sureness: { value: sure } } = parts;
    const told = {
      ...attempt,
      mode: this.#screen.mode,
      ...(sure && { sure }),
      ...(hints?.taken && { hints: hints.taken }),
    };
    this.#given.push(told);
    close(parts);
    this.#update();
    this.#screen.store.record(told);
  }

  /** @param {Item} item @param {Parts} parts */
  #reopened(item, { sureness }) {
    item.reopen(this.#screen.env.newSeed());
    sureness.lock(false);
    sureness.value = undefined;
    this.#update();
    item.focus();
    this.#screen.announce(strings.retrying);
  }

  /** What was answered in this round before the page was left; else a change since an earlier answer. @param {Item} item @param {Parts} parts */
  async #recall(item, parts) {
    const { id, version, facts } = item.question;
    const answers = await this.#screen.store.attempts({ item: id, version });
    const own = roundAnswers(this.#plan.round, answers, this.#screen.mode);
    if (own.length) {
      item.restore(own);
      this.#given.push(...own);
      parts.sureness.value = own.at(-1)?.sure;
      return close(parts);
    }
    const last = answers.at(-1);
    if (!last || !isStale(last, { facts })) return;
    const said = make(
      "p.rc-past",
      { "data-changed": "" },
      strings.ruleChanged(last.at, last.right),
    );
    item.section.querySelector(".rc-options")?.before(said);
  }

  #fetchAhead() {
    const id = this.#plan.next(this.#asked);
    if (id !== null) this.#screen.library.item(id).catch(() => {});
  }

  #update() {
    const { total } = this.#plan;
    const answered = this.#asked.filter((item) => !item.isOpen);
    const open = this.#asked.at(-1)?.isOpen;
    this.#place.textContent = words.place(this.#asked.length, total);
    this.#tally.textContent = strings.tally(answered.length, answered.filter(isRight).length);
    this.#progress.max = total;
    this.#progress.value = answered.length;
    this.#next.textContent = open
      ? words.skip
      : this.#asked.length >= total
      ? words.toResult
      : words.next;
    this.#next.classList.toggle("rc-button--primary", !open);
  }

  #showResult() {
    if (this.#plan.round) clearRound(this.#screen);
    const result = new Result(this.#screen.mode, "h2", {
      nameOf: this.#screen.labels.objective,
      retryMissed: () => this.#only(this.#asked.filter(isMissed)),
      startAgain: this.#plan.again,
      goToOpen: () => this.#only(this.#asked.filter((item) => item.isOpen)),
    });
    result.update(this.#asked);
    result.node.hidden = false;
    result.node.querySelector(".rc-result__title")?.after(...this.#plan.lead?.(this.#asked) ?? []);
    result.node.querySelector(".rc-result__buttons")?.before(...calibrationPart(this.#given, "h3"));
    this.#screen.show(result.node);
    result.focus();
    this.#screen.announce(strings.result);
  }

  /** @param {Item[]} items */
  #only(items) {
    const { newSeed, now } = this.#screen.env;
    const plan = retryPlan(this.#plan, items, newSeed(), now().getTime());
    this.#screen.attempt(() => new Session(this.#screen, plan).start());
  }
}

/** After the answer there is nothing more to say beforehand. @param {Parts} parts */
function close({ hints, sureness }) {
  sureness.lock(true);
  hints?.close();
}
