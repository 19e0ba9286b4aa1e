/** The texts that a reader copies from a page. */
import assert from "node:assert/strict";
import {
  citation,
  isMail,
  mailAddress,
  reportText,
} from "../../site_config/frontend/page_tools/texts.js";

const PAGE = { title: "97124 Massage", address: "https://a.example/codes/97124/" };

Deno.test("a report names the page, the day and what was selected", () => {
  const text = reportText({
    ...PAGE,
    asOf: "November 29, 2026",
    passage: "  One unit\n is 15 minutes. ",
  });
  assert.equal(
    text,
    "Page: 97124 Massage\nAddress: https://a.example/codes/97124/\nFacts as of: November 29, 2026\n" +
      'Passage: "One unit is 15 minutes."\n\nWhat is wrong:\n\n' +
      "What it should say, and where that is published:",
  );
});

Deno.test("a report of a question names the question; nothing else is made up", () => {
  const text = reportText({ ...PAGE, id: "calf, version 2" });
  assert.match(text, /^Question: calf, version 2$/m);
  assert.doesNotMatch(text, /Facts as of|Passage|undefined/);
});

Deno.test("a long passage is cut", () => {
  assert.ok(reportText({ ...PAGE, passage: "word ".repeat(500) }).length < 600);
});

Deno.test("a citation has title, site, day, address and the day it was read", () => {
  const what = { ...PAGE, site: "RightCode", asOf: "May 1, 2026", today: "June 2, 2026" };
  assert.equal(
    citation(what),
    "97124 Massage. RightCode. Facts as of May 1, 2026. https://a.example/codes/97124/" +
      " Accessed June 2, 2026.",
  );
  assert.doesNotMatch(citation({ ...what, asOf: "" }), /Facts as of/);
});

Deno.test("an address of mail is filled in, and no text breaks out of it", () => {
  assert.equal(isMail("errors@a.example"), true);
  assert.equal(isMail("https://a.example/issues@new"), false);
  const address = new URL(mailAddress("errors@a.example", "a & b", "x&body=y\nz"));
  assert.equal(address.searchParams.get("body"), "x&body=y\r\nz");
  assert.equal(address.searchParams.get("subject"), "a & b");
  assert.ok(mailAddress("e@a.example", "s", "é".repeat(9000)).length < 11_000);
});
