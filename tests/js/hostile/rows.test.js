/** The faults found by hand in the browser's half, a test each by its number in the report. */
import assert from "node:assert/strict";
import { deflateSync, strToU8 } from "fflate";
import { IDBFactory } from "fake-indexeddb";
import { isDay } from "./attack.js";
import * as page from "./importers.js";

const POINT =
  "BHQcv5fbMIbEnX1nkEXIhIocbEwLV8uUGinFhxk58Owdh0b1Gx2Eych0Gg0iUyP4ve8Fh2l5WJJEMrouT9hd2Uk";
const UNUSABLE = {
  "no point of the curve": `B${"x-_9".repeat(21)}xy`,
  "zeros": "A".repeat(87),
  "zeros with a mark": `BA${"A".repeat(85)}`,
  "a point with a changed digit": POINT.replace("HQ", "HR"),
};
const ASSIGNMENT = {
  v: 1,
  id: "week-three",
  title: "Week three",
  items: ["a-calf"],
  feedback: "at-end",
};
const fragment = (/** @type {object} */ value) =>
  "#a=" +
  btoa(String.fromCharCode(...deflateSync(strToU8(JSON.stringify(value))))).replaceAll("+", "-")
    .replaceAll("/", "_").replaceAll("=", "");

Deno.test("row 05: a class key that no browser can use is refused when an assignment is read", async (step) => {
  for (const [name, key] of Object.entries(UNUSABLE)) {
    await step.step(`the builder, ${name}`, async () => {
      await assert.rejects(async () =>
        await page.readSavedAssignment(`id: a\ntitle: A\nitems: [b]\npublic_key: ${key}\n`)
      );
    });
    await step.step(`a link, ${name}`, async () => {
      await assert.rejects(async () => await page.fromFragment(fragment({ ...ASSIGNMENT, key })));
    });
  }
  assert.equal((await page.fromFragment(fragment({ ...ASSIGNMENT, key: POINT }))).key, POINT);
});

const RESULT = {
  format: "rightcode-result",
  version: 1,
  assignment: { id: "first-week", title: "The first week", items: ["calf"] },
  attempt: 1,
  started: "2026-03-02T09:00:00Z",
  finished: "2026-03-02T09:10:00Z",
  site: { as_of: "2026-01-01" },
  answers: [{
    item: "calf",
    version: 1,
    digest: "0123456789ab",
    response: ["97124"],
    started: "2026-03-02T09:00:01Z",
    ms: 20000,
  }],
};

Deno.test("row 11: one dropped file takes none of thirty with it", async (step) => {
  for (
    const hostile of [
      '{"format":"rightcode-result-sealed","key":{"toString":1}}',
      '{"format":"rightcode-result-sealed","key":{"toString":1,"valueOf":1}}',
      '{"format":"rightcode-result-sealed","key":[{"toString":null}]}',
      '{"format":"rightcode-class-key","version":1,"key":[{"toString":null}],"public":[{"toString":null}]}',
      '{"format":"rightcode-keys","version":1,"items":[{"toString":1}]}',
      '{"format":"rightcode-result","version":{"toString":1}}',
      '{"format":{"toString":1}}',
    ]
  ) {
    await step.step(hostile, async () => {
      const uploads = new page.Uploads();
      const files = Array.from(
        { length: 30 },
        (_, n) =>
          new File([
            JSON.stringify({
              ...RESULT,
              id: `11111111-1111-4111-8111-${String(n).padStart(12, "0")}`,
              learner: { name: `L ${n}` },
            }),
          ], `${n}.json`),
      );
      await uploads.open([new File([hostile], "hostile.json"), ...files]);
      assert.equal(uploads.submissions.length, 30);
      assert.equal(uploads.problems.length + uploads.waiting, 1);
    });
  }
});

Deno.test("row 13: a timed exam never has more than its time left, whatever the clock does", () => {
  const start = Date.parse("2026-03-02T09:00:00Z"), minute = 60_000;
  const made = page.exam.startExam({
    id: "exam-1",
    items: ["a"],
    minutes: 10,
    now: start,
    seed: 1,
  });
  for (const back of [1, minute, 60 * minute, 24 * 60 * minute, start]) {
    const left = page.exam.timeLeft(made, start - back);
    assert.ok(Number(left) <= 10 * minute, `${left} ms left with the clock set back by ${back} ms`);
  }
});

Deno.test("row 15: February 30 is no day in a link", () => {
  for (
    const day of [
      "2026-02-30",
      "2026-02-31",
      "2026-04-31",
      "2025-02-29",
      "2026-13-01",
      "2026-00-10",
      "2026-01-00",
    ]
  ) {
    for (const name of ["opens", "due"]) {
      let read;
      try {
        read = page.fromFragment(fragment({ ...ASSIGNMENT, [name]: `${day}T08:00:00-05:00` }));
      } catch (problem) {
        assert.ok(problem instanceof page.InvalidAssignment, String(problem));
        continue;
      }
      isDay(/** @type {any} */ (read)[name]);
    }
  }
  assert.ok(page.fromFragment(fragment({ ...ASSIGNMENT, opens: "2028-02-29T08:00:00-05:00" })));
});

Deno.test("row 15: an address that is none is refused in a link and in the builder", () => {
  for (const lrs of ["https://[::1", "https://host:99999999/x", "https://%zz/x", "https://[/"]) {
    assert.throws(
      () => page.fromFragment(fragment({ ...ASSIGNMENT, lrs })),
      page.InvalidAssignment,
      lrs,
    );
    assert.throws(
      () => page.readSavedAssignment(`id: a\ntitle: A\nitems: [b]\nlrs: "${lrs}"\n`),
      page.UnreadableText,
      lrs,
    );
  }
});

/** The ids of the statements in a request. @param {RequestInit} init @returns {string[]} */
const idsOf = (init) => JSON.parse(String(init.body)).map((/** @type {any} */ { id }) => id);

Deno.test("row 17: two tabs send a statement once", async () => {
  const factory = new IDBFactory(), endpoint = "https://lrs.example/xAPI/";
  /** @type {string[]} */ const sent = [];
  /** @type {any} */ const fetch = async (
    /** @type {string} */ _,
    /** @type {RequestInit} */ init,
  ) => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const ids = idsOf(init);
    sent.push(...ids);
    return Response.json(ids);
  };
  await new page.ResultQueue(() => factory).add(
    Array.from({ length: 120 }, (_, n) => ({ id: `s${n}` })),
  );
  const tabs = Array.from({ length: 3 }, () => new page.ResultQueue(() => factory));
  await Promise.all(tabs.map((tab) => tab.send({ endpoint, fetch })));
  assert.equal(new Set(sent).size, 120);
  assert.equal(sent.length, 120, `${sent.length - 120} statements were sent twice`);
});

/** What an outbox meets between a page and a store; nothing of it loses or doubles a statement. */
const FAULTS = {
  "the network is gone": () => Promise.reject(new TypeError("network")),
  "the store is busy": () => new Response(null, { status: 503 }),
  "the store asks to wait": () =>
    new Response(null, { status: 429, headers: { "Retry-After": "99999" } }),
  "the credentials are refused": () => new Response(null, { status: 401 }),
  "something else answers": () =>
    new Response("<!doctype html>Sign in", {
      status: 200,
      headers: { "Content-Type": "text/html" },
    }),
  "a redirect to a page": () => Response.redirect("https://login.example/", 302),
  "an answer that breaks off": () =>
    new Response(new ReadableStream({ start: (stream) => stream.error(new TypeError("cut")) }), {
      status: 500,
    }),
};
for (const [name, fault] of Object.entries(FAULTS)) {
  Deno.test(`outbox: ${name}`, async () => {
    const factory = new IDBFactory(), endpoint = "https://lrs.example/xAPI/";
    /** @type {string[]} */ const kept = [];
    let faults = 3;
    /** @type {any} */ const fetch = (/** @type {string} */ _, /** @type {RequestInit} */ init) => {
      if (faults-- > 0) return Promise.resolve().then(fault);
      const ids = idsOf(init);
      kept.push(...ids);
      return Promise.resolve(Response.json(ids));
    };
    await new page.ResultQueue(() => factory).add(
      Array.from({ length: 7 }, (_, n) => ({ id: `s${n}` })),
    );
    for (let turn = 0; turn < 8; turn++) {
      await new page.ResultQueue(() => factory).send({ endpoint, fetch });
    }
    const { left, refused } = await new page.ResultQueue(() => factory).count();
    assert.equal(new Set(kept).size, kept.length, "a statement was sent twice");
    assert.equal(kept.length + left + refused, 7, `lost: ${7 - kept.length - left - refused}`);
    assert.equal(refused, 0, "given up for a fault that passes");
  });
}

Deno.test("outbox: a database that is damaged, full or gone loses nothing that it can tell of", async () => {
  const broken = () => /** @type {any} */ ({
    open: () => {
      throw new DOMException("gone", "InvalidStateError");
    },
  });
  const queue = new page.ResultQueue(broken);
  let added = "kept";
  try {
    await queue.add([{ id: "s1" }]);
  } catch (problem) {
    added = String(problem);
  }
  assert.notEqual(added, "", "it says nothing");
  await assert.doesNotReject(async () => {
    await queue.send({
      endpoint: "https://lrs.example/",
      fetch: /** @type {any} */ (() => Promise.reject(new TypeError("network"))),
    }).catch((problem) => {
      assert.ok(
        !(problem instanceof TypeError && /undefined|null/.test(problem.message)),
        String(problem),
      );
    });
  });
});
