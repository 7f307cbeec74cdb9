// @ts-check

/*
 * Starts the app on a page that is already complete without it. It may run
 * before all of that has arrived: app and data are asked for at once, and started
 * when the page is there.
 *
 * This file alone owns `data-tujie` and `data-tujie-reason` on <html>; #notice is
 * written by loader/notice.js. It knows no word of the report. Whatever fails,
 * nothing is thrown, the served page stays and the reader is told what is left.
 *
 * It also lets `#id` links open what hides their target (loader/links.js), with
 * or without WASM, and adds framed.js where the page stands in another.
 *
 * The finished page tells it by data-* attributes what to fetch: data-app,
 * data-writer and data-extras with the WASM of each (data-app-wasm …),
 * data-framed (URLs relative to the page), each with its …-integrity; and
 * data-worker, where the site may be kept for reading without a network.
 *
 * Plain ES2018 modules, no dependencies; the build makes one classic script of
 * them, so that a first visit asks for one file.
 */

import { followLinks, named } from "./loader/links.js";
import { clear, tell } from "./loader/notice.js";
import { addScript, because, compiled, files, glue, part, tellsOf } from "./loader/parts.js";

/** @typedef {import("./loader/notice.js").Reason} Reason */

const root = document.documentElement;

/** When all of the page is there: downloads need not wait for that. */
const parsed = new Promise((resolve) => {
  if (document.readyState !== "loading") resolve(undefined);
  else document.addEventListener("DOMContentLoaded", resolve);
});

// --- State -----------------------------------------------------------------

/** How long a page takes to be idle where browsers do not tell, in ms. */
const IDLE = 3000;

/** The app runs and shows a good report. */
function live() {
  root.setAttribute("data-tujie", "live");
  root.removeAttribute("data-tujie-reason");
  clear();
  keep();
}

/**
 * The app could not start, or stopped.
 * @param {Reason} reason
 * @param {() => void} [retry] what 重试 does; the loader knows for all but `data`
 */
function failed(reason, retry) {
  root.setAttribute("data-tujie", "failed");
  root.setAttribute("data-tujie-reason", reason);
  root.removeAttribute("data-waits");
  if (reason === "panic") dropDeadListeners();
  notice(reason, retry);
}

/**
 * Tells the reader, and leaves the state as it is.
 * @param {Reason | "extras"} reason
 * @param {() => void} [retry]
 */
function notice(reason, retry) {
  const again = () => {
    const here = !forbidden && (reason === "load" || reason === "compile");
    (retry || (here ? start : reload))();
  };
  tell(reason, again, () => failed("panic"));
}

/** After a panic every listener would call into a dead app: keep the page, lose them. */
function dropDeadListeners() {
  const app = document.getElementById("app");
  if (!app) return;
  const focus = Array.prototype.indexOf.call(app.querySelectorAll("*"), document.activeElement);
  const copy = /** @type {HTMLElement} */ (app.cloneNode(true));
  for (const dialog of Array.from(copy.querySelectorAll("dialog"))) dialog.remove();
  app.replaceWith(copy);
  const again = /** @type {HTMLElement | undefined} */ (copy.querySelectorAll("*")[focus]);
  if (again) again.focus({ preventScroll: true });
}

function reload() {
  location.reload();
}

// --- Starting the app --------------------------------------------------------

let started = false;

/** Whether the page's own policy was in the way: only a page with another can start the app. */
let forbidden = false;

/** @typedef {{answer: Promise<Response>, abort: () => void}} Asked */

/** @type {Asked | undefined} the data file, asked for beside the app, which takes it once */
let asking;

/**
 * Asks for the newest data: what the browser holds is revalidated.
 * @returns {Asked}
 */
function ask() {
  const abort = typeof AbortController === "function" ? new AbortController() : null;
  const signal = abort ? abort.signal : undefined;
  const answer = fetch("data/report.json", { cache: "no-cache", signal });
  // Whoever takes it is told.
  answer.catch(() => {});
  return { answer, abort: () => abort && abort.abort() };
}

/** What was asked for at the start; later asks anew. */
function data() {
  const asked = asking || ask();
  asking = undefined;
  return asked;
}

/**
 * Whether the data tell of an earlier deploy than the served page, as those of a late
 * cache do. Without a mark they were replaced by hand, and are newer.
 * @param {Uint8Array} data
 */
function older(data) {
  const app = document.getElementById("app");
  try {
    const { deploy } = JSON.parse(new TextDecoder().decode(data));
    return deploy < Number(app && app.getAttribute("data-deploy"));
  } catch (malformed) {
    return false;
  }
}

/**
 * The SHA-256 of bytes, by the browser's own means; pages without https do without.
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
function digest(bytes) {
  try {
    return Promise.resolve(crypto.subtle.digest("SHA-256", bytes));
  } catch (missing) {
    return undefined;
  }
}

/** Downloads at once, starts after the first paint. Run again by 重试. */
function start() {
  root.setAttribute("data-tujie", "static");
  root.removeAttribute("data-tujie-reason");
  if (typeof WebAssembly !== "object" || typeof WebAssembly.compile !== "function") {
    parsed.then(() => failed("no-wasm"));
    return;
  }
  asking = ask();
  // The app tells the address where the reader is, so that is followed first.
  const ready = Promise.all([firstPaint(), followed]);
  compiled("app")
    .then((wasm) => ready.then(() => run(wasm)))
    .catch((error) => parsed.then(() => failed(error.reason || "panic")));
}

/**
 * Hands over to the app, which answers through `window.tujie`.
 * @param {WebAssembly.Module} wasm
 */
function run(wasm) {
  const app = glue("app");
  if (!app) return because("compile")(new Error("glue"));
  started = true;
  return app({ module_or_path: wasm }).catch((/** @type {Error} */ error) => {
    const { CompileError, LinkError } = WebAssembly;
    if (error instanceof LinkError || error instanceof CompileError) failed("compile");
    else stopped();
  });
}

/** Resolves after the first paint; a hidden tab does not paint and must start too. */
function firstPaint() {
  return new Promise((resolve) => {
    window.setTimeout(resolve, 500);
    window.requestAnimationFrame(() => window.setTimeout(resolve, 0));
  });
}

// --- An app that stops -------------------------------------------------------

/** The app is dead. A panic has said so before it ends as an error. */
function stopped() {
  if (root.getAttribute("data-tujie-reason") !== "panic") failed("panic");
}

/**
 * What nobody caught. A trap outside a panic (the stack or the memory ran out)
 * reaches only here, and so does whatever else an app dies of while it starts: it
 * would never say `live`. In-app browsers inject scripts that throw, which is no
 * matter of ours.
 * @param {unknown} error
 * @param {string} file what threw it, where that is told
 */
function watch(error, file) {
  if (!started) return;
  const told = file + " " + (error instanceof Object && /** @type {any} */ (error).stack);
  if (error instanceof WebAssembly.RuntimeError) {
    // The writer's caller is told.
    if (!tellsOf("writer", told)) stopped();
    return;
  }
  const starting = root.getAttribute("data-tujie") !== "live";
  // Somebody else's listener that the app has called throws while the app is at
  // work: then it stands on this stack, too, and goes on.
  const goesOn = tellsOf("app", String(new Error().stack));
  if (starting && tellsOf("app", told) && !goesOn) stopped();
}

// --- Later visits ------------------------------------------------------------

/**
 * Lets the next visit do without a network. Called when all is downloaded and
 * runs, so it is in nobody's way. What stands in a frame is a visit to somebody
 * else, and browsers refuse where there is no origin.
 */
function keep() {
  if (window.top !== window || !files.worker) return;
  try {
    navigator.serviceWorker.register(files.worker).then(() => {
      if (wellConnected()) whenIdle(keepRest);
    }).catch(() => {});
  } catch (refused) {
    // Without a secure connection or an origin there is nothing to keep it in.
  }
}

/** Whether more may be downloaded than was asked for, as far as browsers tell. */
function wellConnected() {
  const { connection } = /** @type {any} */ (navigator);
  if (!connection) return true;
  // In Mbit/s: what is left takes half a second of it.
  return !connection.saveData && connection.effectiveType === "4g" && connection.downlink >= 2;
}

/** @param {() => void} work */
function whenIdle(work) {
  if (window.requestIdleCallback) window.requestIdleCallback(work);
  else window.setTimeout(work, IDLE);
}

/** Lets the worker keep what few visits load: then, or once this one has loaded it. */
function keepRest() {
  if (window.top !== window || !files.worker) return;
  try {
    navigator.serviceWorker.ready.then(({ active }) => active && active.postMessage("rest"));
  } catch (refused) {
    // As in `keep`.
  }
}

/**
 * Starts a part that is fetched on need.
 * @param {"writer" | "extras"} name
 */
function partOnNeed(name) {
  const starting = part(name);
  if (name === "extras") starting.then(keepRest, () => {});
  return starting;
}

// --- What happens when -------------------------------------------------------

// @ts-ignore: options.js made the property, if it could be had
window.tujie = Object.freeze({ ...window.tujie, live, failed, notice, named, part: partOnNeed, data, older, digest });

const followed = followLinks(parsed, parsed.then(firstPaint));

parsed.then(() => {
  if (window.parent !== window) {
    addScript(document.createElement("script"), files.framed, files.framedIntegrity);
  }
});
document.addEventListener("securitypolicyviolation", () => {
  forbidden = true;
});
window.addEventListener("error", (event) => watch(event.error, event.filename));
window.addEventListener("unhandledrejection", (event) => watch(event.reason, ""));

// A page opened from a folder is read, not run: browsers fetch nothing there.
if (location.protocol !== "file:") start();
