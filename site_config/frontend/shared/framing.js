/** Whether another site shows this page inside its own. Only a host's header can forbid that. */
import { make } from "./dom.js";
import { framingWords as words } from "./strings/index.js";

/** Whether any page around this one is of another origin. */
export function isFramedByOthers() {
  try {
    /** @type {Window} */ let page = window;
    while (page !== page.parent) {
      page = page.parent;
      if (page.location.origin !== location.origin) return true;
    }
    return false;
  } catch {
    return true; // what another origin's page is called cannot be read
  }
}

/** Says why nothing is done here, with a link that opens the page in a tab of its own. */
export function ownTabNotice() {
  const link = make("a", { href: location.href, target: "_blank", rel: "noopener" }, words.ownTab);
  return make("p.rc-framed", { role: "alert" }, words.framed, " ", link);
}
