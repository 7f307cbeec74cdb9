// @ts-check
"use strict";

/*
 * The service worker: after one visit the page opens without a network, and
 * with one the reader sees what is newest.
 *
 * It keeps what a visit has loaded, all of one deploy: page, data and scripts that
 * it answers with belong together. The rest it keeps once a page has used it, or
 * when a page says that there is time and a good connection for it. The page and the
 * data come from the network first; files named by their bytes from what is kept.
 * What it does not know it leaves to the browser.
 *
 * Finishing a site (src/site/worker.rs) puts a line before this file that says
 * in `self.tujie` what to keep. Without that line the worker removes what an
 * earlier one kept, and itself: so a site that is published without offline
 * reading releases the readers of its earlier days.
 *
 * Plain ES2018, no dependencies.
 */
(function () {
  /**
   * What a deploy is made of: files named by their bytes, each with its integrity;
   * `rest` are those that few visits load, `writer` those that only a page needs whose
   * data was replaced since. `mark` is when it was made, which page and data tell as
   * well.
   * @typedef {{version: string, mark: number, files: {[name: string]: string}, rest: {[name: string]: string}, writer: {[name: string]: string}}} Plan
   */

  const worker = /** @type {ServiceWorkerGlobalScope & {tujie?: Plan}} */ (
    /** @type {unknown} */ (self)
  );
  const plan = worker.tujie;

  const PAGE = "index.html";
  const DATA = "data/report.json";

  /** How long the network may take before a kept copy is shown, in milliseconds. */
  const PATIENCE = 4000;

  /** One origin may have several reports, and all its caches are in one place. */
  const ours = "tujie " + worker.registration.scope + " ";
  const current = plan ? ours + plan.version : "";

  const files = new Map(Object.entries(plan ? plan.files : {}));
  const rest = new Map(Object.entries(plan ? plan.rest : {}));
  const writer = new Map(Object.entries(plan ? plan.writer : {}));

  /**
   * The names by their addresses: where a site has many reports, the programs stand
   * above the folder of each.
   */
  const names = new Map(
    ["", PAGE, DATA, ...files.keys(), ...rest.keys(), ...writer.keys()].map((path) => [
      new URL(path, worker.registration.scope).href,
      path || PAGE,
    ]),
  );

  // --- Keeping a deploy ----------------------------------------------------

  /** Keeps all of it, or fails: then the browser tries again at the next visit. */
  async function keep() {
    const cache = await caches.open(current);
    const page = await ofThisDeploy();
    const text = await page.clone().text();
    const { mark } = /** @type {Plan} */ (plan);
    const data = await changing(DATA);
    // What is no JSON, a page in its place, throws. Without a mark it was replaced by hand.
    const { deploy = mark } = await data.clone().json();
    if (deploy < mark) throw new Error("The data is of an earlier deploy");
    await cache.put(PAGE, direct(page));
    await cache.put(DATA, data.clone());
    const written = text.includes(await sha256(await data.arrayBuffer()));
    await add([...files, ...(written ? [] : writer)]);
  }

  /** The page; where it can be, as the browser has it from the visit that brought us. */
  async function ofThisDeploy() {
    const visited = await fetch(worker.registration.scope, { cache: "force-cache" })
      .catch(() => undefined);
    if (visited && visited.ok && !foreign(await visited.clone().text())) return visited;
    const page = await changing(PAGE);
    const why = foreign(await page.clone().text());
    if (why) throw new Error(why);
    return page;
  }

  /**
   * Why a page is none of this deploy, if so: while a host is between two of them, its page
   * may belong to another one.
   * @param {string} page
   */
  function foreign(page) {
    for (const name of [...files.keys(), ...rest.keys(), ...writer.keys()]) {
      if (!page.includes(name)) return "The page does not name " + name;
    }
    const { mark } = /** @type {Plan} */ (plan);
    return page.includes(`data-deploy="${mark}"`) ? "" : "The page is of another deploy";
  }

  /**
   * Keeps what is not kept yet.
   * @param {[string, string][]} wanted
   */
  async function add(wanted) {
    const cache = await caches.open(current);
    await Promise.all(wanted.map(async ([name, integrity]) => {
      if (!(await cache.match(name))) await cache.put(name, await named(name, integrity));
    }));
  }

  /** @type {Promise<void> | undefined} at work for all pages that ask */
  let adding;

  /** Keeps the rest. What a page has loaded, the browser has. */
  function addRest() {
    adding = adding || add([...rest]).finally(() => {
      adding = undefined;
    });
    return adding;
  }

  /**
   * By which a page names the data it was made of, in hexadecimal.
   * @param {ArrayBuffer} data
   */
  async function sha256(data) {
    const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", data));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  /**
   * A file that may be another one tomorrow.
   * @param {string} name
   */
  async function changing(name) {
    const answer = await fetch(name, { cache: "no-cache" });
    if (!answer.ok) throw new Error("HTTP " + answer.status + " for " + name);
    return answer;
  }

  /**
   * A file named by its bytes. The browser has it from the visit that brought
   * us; where its copy is damaged, the network has another.
   * @param {string} name
   * @param {string} integrity
   */
  function named(name, integrity) {
    return fetch(name, { integrity }).catch(() => fetch(name, { integrity, cache: "reload" }));
  }

  /**
   * The same answer, as if no redirect had led to it: browsers open no page
   * from a redirected one, and some hosts redirect index.html to its folder.
   * @param {Response} answer
   */
  function direct(answer) {
    const headers = new Headers(answer.headers);
    headers.delete("content-encoding"); // it is decoded by now
    return new Response(answer.body, { headers });
  }

  /** Removes what is kept of other deploys of this site. */
  async function clear() {
    for (const name of await caches.keys()) {
      if (name.startsWith(ours) && name !== current) await caches.delete(name);
    }
  }

  // --- Answering -----------------------------------------------------------

  /** @param {string} name */
  async function kept(name) {
    const cache = await caches.open(current);
    return cache.match(name);
  }

  /**
   * From the network, unless that fails, takes long or meets a broken host, or answers
   * with something else, as networks do that ask for a log-in first.
   * @param {Request} request
   * @param {string} name
   */
  async function freshOrKept(request, name) {
    const fresh = fetch(request);
    const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
    const answer = await Promise.race([fresh, late]).catch(() => undefined);
    const type = (answer && answer.headers.get("content-type")) || "";
    const other = name === DATA && /html/i.test(type);
    if (answer && answer.status < 500 && !other) return answer;
    return (await kept(name)) || fresh;
  }

  /**
   * @param {Request} request
   * @param {string} name
   */
  async function keptOrFresh(request, name) {
    return (await kept(name)) || fetch(request);
  }

  /**
   * What a URL names of the deploy, whatever its parameters.
   * @param {URL} url
   */
  function nameOf(url) {
    return names.get(url.origin + url.pathname);
  }

  /** @param {FetchEvent} event */
  function answer(event) {
    const { request } = event;
    const url = new URL(request.url);
    const name = nameOf(url);
    if (request.method !== "GET" || name === undefined) return;
    if (name === PAGE || name === DATA) event.respondWith(freshOrKept(request, name));
    // Asking with a parameter is asking past every copy, as 重试 does.
    const known = files.has(name) || rest.has(name) || writer.has(name);
    if (known && !url.search) event.respondWith(keptOrFresh(request, name));
  }

  // --- What happens when ---------------------------------------------------

  worker.addEventListener("install", (event) => {
    // A page of yesterday that is still open needs nothing of us that the
    // network does not have, so there is nobody to wait for.
    worker.skipWaiting();
    if (plan) event.waitUntil(keep());
  });
  worker.addEventListener("activate", (event) => {
    event.waitUntil(plan ? clear() : clear().then(() => worker.registration.unregister()));
  });
  if (plan) {
    worker.addEventListener("fetch", answer);
    // What fails is asked for again by the next page.
    worker.addEventListener("message", (event) => event.waitUntil(addRest().catch(() => {})));
  }
})();
