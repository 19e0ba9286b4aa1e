/**
 * The time of this page, in whole milliseconds since 1970. It goes on as the machine's steady clock
 * does and follows the wall clock forward (a machine that slept), never back: a clock that is set
 * back, or held, gives nobody time.
 */
export class SteadyClock {
  #latest = -Infinity;
  #mark = 0;
  #wall;
  #steady;

  /** @param {() => number} wall @param {() => number} [steady] Both in milliseconds. */
  constructor(wall, steady = () => performance.now()) {
    this.#wall = wall;
    this.#steady = steady;
  }

  get now() {
    const mark = this.#steady();
    const passed = Math.max(0, mark - this.#mark);
    this.#mark = mark;
    this.#latest = Math.max(this.#latest + passed, this.#wall());
    return Math.floor(this.#latest);
  }

  /** Goes forward to a time that was seen before this page. @param {number} time */
  raise(time) {
    this.#latest = Math.max(this.now, time);
  }
}
