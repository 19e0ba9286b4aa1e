/** The desk: choose one, work on it, see the result. It is stored after every step. */

import { make, makeButton } from "../shared/dom.js";
import { createAnnouncer } from "../shared/announcer.js";
import { PageElement } from "../shared/custom_element.js";
import { lazyLoad } from "../shared/lazy_load.js";
import { SteadyClock } from "../shared/steady_clock.js";
import { openEnvironment } from "../shared/store/environment.js";
import { deskWords as words } from "../shared/strings/index.js";
import { DESK, MOST_SEED, readSession, setupInLink, storeInLink } from "./session.js";
import { startScreen } from "./start_screen.js";

/** @import { DeskContext } from "./desk_context.js" */
/** @import { room } from "./room.js" */
/** @import { Session, Setup } from "./types.d.ts" */
/** @typedef {typeof room} Room */

/** Longer than this between two steps, somebody was away. */
const AWAY_MS = 300_000;

export class Desk extends PageElement {
  #env = openEnvironment();
  #clock = new SteadyClock(() => this.#env.now().getTime());
  #stage = make("div.rc-desk__stage");
  /** @type {(text: string) => void} */ #announce = () => {};
  /** @type {DeskContext | null} */ #desk = null;
  /** @type {Room | null} */ #loaded = null;
  /** The item that is open, and since when. @type {{ id: string, since: number } | null} */
  #open = null;

  /** @override */
  start() {
    this.querySelector(".rc-noscript-hint")?.remove();
    this.append(this.#stage);
    this.#announce = createAnnouncer(this);
    addEventListener("visibilitychange", () => this.#tick());
    addEventListener("pagehide", () => this.#tick());
    return this.#attempt(() => this.#begin());
  }

  /** Shows what may fail to load; offers to try again. @param {() => Promise<void>} act */
  async #attempt(act) {
    try {
      await act();
    } catch (error) {
      console.info(error);
      const retry = makeButton(words.again, () => this.#attempt(act), "rc-button--primary");
      this.#show([make("p", words.failed), retry]);
      this.#announce(words.failed);
    }
  }

  /** @returns {Promise<Room>} */
  async #enter() {
    /** @type {Room} */
    const loaded = await lazyLoad("desk-room.js", "rightcodeDeskRoom");
    this.#loaded = loaded;
    return loaded;
  }

  get #room() {
    return /** @type {Room} */ (this.#loaded);
  }

  async #begin() {
    const stored = await this.#env.store.value(DESK);
    const asked = setupInLink(location.search);
    if (!stored) return this.#choose(asked);
    const { itemsOf, loadWork } = await this.#enter();
    const items = itemsOf(await loadWork());
    const session = readSession(stored, (id) => items.has(id));
    const isAnother = asked && JSON.stringify(session?.setup) !== JSON.stringify(asked);
    if (!session || isAnother) return this.#choose(asked);
    await this.#work(session);
  }

  /** @param {Setup | null} [asked] By a link. @param {Setup} [last] */
  #choose(asked, last) {
    const setup = asked ??
      { ...last ?? FIRST, seed: this.#env.newSeed() % (MOST_SEED + 1) };
    this.#desk = null;
    this.#show(startScreen({
      setup,
      assigned: Boolean(asked),
      start: (chosen) => this.#attempt(() => this.#sitDown(chosen, Boolean(asked))),
      announce: this.#announce,
    }));
  }

  /** @param {Setup} setup @param {boolean} assigned */
  async #sitDown(setup, assigned) {
    this.#show([make("p", words.loading)]);
    const { draw, loadWork } = await this.#enter();
    const entries = draw(await loadWork(), setup);
    const now = this.#clock.now;
    const id = crypto.randomUUID();
    const lrs = assigned ? storeInLink(location.search) : undefined;
    const session = { id, changed: now, started: now, setup, assigned, lrs, day: 1, entries };
    await this.#work(session);
    this.#save(session);
  }

  /** @param {Session} session */
  async #work(session) {
    const { DeskContext, loadWork, openPayer } = await this.#enter();
    const work = await loadWork();
    this.#desk = new DeskContext({
      work,
      payer: await openPayer(work, session.entries),
      session,
      pages: this.dataset,
      store: this.#env.store,
      now: () => this.#clock.now,
      announce: (text) => this.#announce(text),
      save: (changed) => this.#save(changed),
    });
    if (session.ended) this.#showResult();
    else this.#showList();
  }

  /** @param {Session} session */
  #save(session) {
    void this.#env.store.updateValue(DESK, () => session, session);
  }

  #showList() {
    const desk = /** @type {DeskContext} */ (this.#desk);
    this.#show(this.#room.worklist(desk, {
      open: (id) => this.#showItem(id),
      nextDay: () => this.#nextDay(),
      finish: () => {
        desk.end();
        this.#showResult();
      },
    }));
  }

  #nextDay() {
    const desk = /** @type {DeskContext} */ (this.#desk);
    const waited = desk.arrived.filter(({ id }) => desk.progress(id).phase === "waiting");
    const before = desk.arrived.length;
    desk.nextDay();
    this.#showList();
    const values = { back: waited.length, arrived: desk.arrived.length - before };
    this.#announce(words.dayBegins({ day: desk.session.day, ...values }));
  }

  /** @param {string} id @param {string} [message] @param {boolean} [isAgain] After a step. */
  #showItem(id, message, isAgain) {
    const desk = /** @type {DeskContext} */ (this.#desk);
    const isOver = Boolean(desk.session.ended);
    this.#tick();
    this.#open = isOver ? null : { id, since: this.#clock.now };
    this.#show(
      this.#room.itemView(desk, id, {
        close: () => {
          this.#tick();
          this.#open = null;
          if (isOver) this.#showResult();
          else this.#showList();
        },
        again: (text) => this.#showItem(id, text, true),
      }, message),
      isAgain ? ".rc-desk__message, .rc-desk__work h3" : undefined,
    );
    if (message) this.#announce(message);
  }

  #showResult() {
    const desk = /** @type {DeskContext} */ (this.#desk);
    const { setup, assigned } = desk.session;
    this.#show(this.#room.resultScreen(desk, {
      open: (id) => this.#showItem(id),
      repeat: () => this.#attempt(() => this.#sitDown(setup, Boolean(assigned))),
      renew: () => this.#choose(null, setup),
    }));
  }

  /** Time goes to the open item, unless somebody was away. */
  #tick() {
    const { now } = this.#clock;
    if (this.#open) {
      const spent = now - this.#open.since;
      this.#desk?.spend(this.#open.id, Math.min(spent, AWAY_MS));
    }
    if (this.#open) this.#open.since = now;
  }

  /** @param {(Node | false)[]} nodes @param {string} [first] What takes the focus. */
  #show(nodes, first = "[tabindex='-1']") {
    const isFirst = !this.#stage.childElementCount;
    this.#stage.replaceChildren(...nodes.filter((node) => node !== false));
    const target = /** @type {HTMLElement | null} */ (this.#stage.querySelector(first));
    if (isFirst || !target) return;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "start" });
  }
}

/** @type {Omit<Setup, "seed">} */
const FIRST = { role: "biller", clinic: "any", level: 1, length: "day" };
