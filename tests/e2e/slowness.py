"""A slow machine on purpose: what a test or a page does not wait for shows there first.

`make stress` sets how many times longer a page takes: its processor, its scripts on their way, and
its database, whose answers come later by as much. At 1 nothing is changed.
"""

import os
import time

from playwright.sync_api import BrowserContext, Page

SLOWER = float(os.environ.get("RIGHTCODE_SLOWER", "1"))
SCRIPT_SECONDS = 0.02
DISK_MS = 25

# What a database answers is heard later: that it is open, and that a transaction is complete.
SLOW_DISK = """(() => {
  const later = setTimeout;
  const slow = (prototype, type) => {
    const heard = (act) => act && function (event) { later(() => act.call(this, event), %d); };
    const { addEventListener } = prototype;
    prototype.addEventListener = function (name, act, ...more) {
      return addEventListener.call(this, name, name === type ? heard(act) : act, ...more);
    };
    for (let at = prototype; at; at = Object.getPrototypeOf(at)) {
      const found = Object.getOwnPropertyDescriptor(at, `on${type}`);
      if (!found) continue;
      Object.defineProperty(prototype, `on${type}`, {
        ...found,
        set(act) { found.set.call(this, heard(act)); },
      });
      return;
    }
  };
  slow(IDBOpenDBRequest.prototype, "success");
  slow(IDBTransaction.prototype, "complete");
})()"""


def slow_down(context: BrowserContext) -> None:
    """Its pages take `SLOWER` times as long."""
    if SLOWER > 1:
        context.add_init_script(SLOW_DISK % (DISK_MS * SLOWER))
        context.on("page", _slow_processor)


def _slow_processor(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def slow_script(address: str) -> None:
    """A server waits before it sends a script."""
    if SLOWER > 1 and address.partition("?")[0].endswith(".js"):
        time.sleep(SCRIPT_SECONDS * SLOWER)
