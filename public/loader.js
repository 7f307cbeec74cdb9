// @ts-check
"use strict";

/*
 * Starts the app on a page that is already complete without it. It may run
 * before all of that has arrived: app and data are asked for at once, and started
 * when the page is there.
 *
 * This file alone owns `data-tujie` and `data-tujie-reason` on <html> and the
 * content of #notice. It knows no word of the report. Whatever fails, nothing
 * is thrown, the served page stays and the reader is told what is left.
 *
 * It also makes `#id` links open what hides their target, with or without WASM,
 * and adds framed.js where the page stands in another.
 *
 * The finished page tells it by data-* attributes what to fetch: data-app and
 * data-app-wasm for the app, data-extras and data-extras-wasm for the tools that
 * few readers need, data-framed (URLs relative to the page), each with its
 * …-integrity; and data-worker, where the site may be kept for reading without
 * a network. Plain ES2018, no dependencies.
 */
(function () {
  /** @typedef {"no-wasm" | "load" | "compile" | "data" | "panic"} Reason */

  /**
   * The JavaScript that wasm-bindgen makes of a WASM: called it starts that,
   * then it has what the WASM offers.
   * @typedef {((options: object) => Promise<unknown>) & Record<string, Function>} Glue
   */

  const root = document.documentElement;
  const files = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;

  /** How long both downloads may take together, in milliseconds. */
  const PATIENCE = 20000;

  /** What a reader is told; each says what still works. */
  const WORDS = {
    "no-wasm": "此浏览器不支持互动功能，全文和全部数字照常可读。",
    load: "互动功能没有加载成功，可能是网络不稳定。全文和全部数字照常可读。",
    compile: "互动功能未能在此浏览器中启动。全文和全部数字照常可读。",
    data: "暂时没有取得最新数据，现在显示的是此前发布的完整报告。",
    panic: "互动功能意外停止，全文和全部数字照常可读。重试将重新打开本页。",
    extras: "这项功能没有加载成功，可能是网络不稳定。其他功能照常可用。",
  };

  // --- Links into the page -------------------------------------------------

  /** Opens, shows and focuses what the address names after `#`. */
  function reveal() {
    const target = named(location.hash.slice(1));
    if (!target) return;
    // Where it is, is known when everything has its place.
    root.removeAttribute("data-waits");
    for (let node = /** @type {Element | null} */ (target); node; node = node.parentElement) {
      if (node.localName === "details") node.setAttribute("open", "");
    }
    focusHeading(target);
    if (target.id) target.scrollIntoView();
    else target.scrollIntoView({ block: "center" });
    const detail = target.getBoundingClientRect().top;
    document.dispatchEvent(new CustomEvent("tujie:shown", { detail }));
  }

  /**
   * Going to a `#id`, browsers take the focus away after scripts have run:
   * on load once the page is painted, some once it is loaded. Gives it back
   * where nothing else has it.
   */
  function refocus() {
    const target = named(location.hash.slice(1));
    if (target && document.activeElement === document.body) focusHeading(target);
  }

  /**
   * The element of that id, written plainly or percent-encoded, or what is
   * marked with it.
   * @param {string} fragment
   */
  function named(fragment) {
    if (!fragment) return null;
    let decoded = fragment;
    try {
      decoded = decodeURIComponent(fragment);
    } catch (malformed) {
      // A stray % is looked up as it stands.
    }
    return document.getElementById(fragment) || document.getElementById(decoded) || marked(decoded);
  }

  /**
   * The stage, source or figure of that id; `loss-` names what is lost before a
   * stage. Of several, the one that is shown: drawings are there for two widths.
   * @param {string} name
   */
  function marked(name) {
    if (!/^[a-z][a-z0-9-]*$/.test(name)) return null;
    const lost = name.startsWith("loss-") ? `,[data-loss="${name.slice(5)}"]` : "";
    const kinds = ["stage", "source", "figure"].map((kind) => `[data-${kind}="${name}"]`);
    const found = Array.from(document.querySelectorAll(kinds.join() + lost));
    return found.find((element) => element.getClientRects().length > 0) || found[0] || null;
  }

  /**
   * Puts the focus where reading goes on: on the heading, or on what has no id
   * itself. It joins the focus order only while it is focused.
   * @param {Element} target
   */
  function focusHeading(target) {
    const headings = "h1,h2,h3,h4,h5,h6";
    const heading = /** @type {HTMLElement | null} */ (
      !target.id || target.matches(headings) ? target : target.querySelector(headings)
    );
    if (!heading) return;
    if (!heading.hasAttribute("tabindex")) {
      heading.setAttribute("tabindex", "-1");
      heading.addEventListener("blur", () => heading.removeAttribute("tabindex"), { once: true });
    }
    heading.focus({ preventScroll: true });
  }

  /**
   * A link to where the address already points changes nothing the browser
   * would report, yet the reader may have closed the section since. The
   * browser follows the link after this, so the turn is ours after that.
   * @param {MouseEvent} event
   */
  function followAgain(event) {
    const link = event.target instanceof Element && event.target.closest("a[href^='#']");
    if (event.defaultPrevented) return;
    if (link instanceof HTMLAnchorElement && link.hash === location.hash) {
      window.setTimeout(reveal, 0);
    }
  }

  // --- State and notice ----------------------------------------------------

  /** The app runs and shows a good report. */
  function live() {
    root.setAttribute("data-tujie", "live");
    root.removeAttribute("data-tujie-reason");
    clearNotice();
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
    const box = document.getElementById("notice");
    if (!box) return;
    const again = () => {
      const here = !forbidden && (reason === "load" || reason === "compile");
      (retry || (here ? start : reload))();
    };
    clearNotice();
    box.appendChild(words(WORDS[reason] || WORDS.panic));
    if (reason !== "no-wasm") {
      box.appendChild(button("重试", "tj-notice__retry", again));
    }
    box.appendChild(button("关闭", "tj-notice__close", () => {}));
  }

  /** @param {string} text */
  function words(text) {
    const element = document.createElement("p");
    element.className = "tj-notice__text";
    element.textContent = text;
    return element;
  }

  function clearNotice() {
    const box = document.getElementById("notice");
    if (box) box.textContent = "";
  }

  /**
   * A button of the notice; pressing it puts the notice away first.
   * @param {string} label
   * @param {string} className
   * @param {() => void} action
   */
  function button(label, className, action) {
    const element = document.createElement("button");
    element.type = "button";
    element.className = className;
    element.textContent = label;
    element.addEventListener("click", () => {
      clearNotice();
      try {
        action();
      } catch (stopped) {
        failed("panic");
      }
    });
    return element;
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

  // --- Starting the app ----------------------------------------------------

  /**
   * The page's programs: their files, by attribute, and the glue's global. Every
   * visit needs the app; the others are fetched when the app asks for them.
   */
  const PARTS = {
    app: { glue: "app", wasm: "appWasm", global: "tujieApp" },
    writer: { glue: "writer", wasm: "writerWasm", global: "tujieWriter" },
    extras: { glue: "extras", wasm: "extrasWasm", global: "tujieExtras" },
  };

  let attempts = 0;
  let started = false;

  /** When all of the page is there: downloads need not wait for that. */
  const parsed = new Promise((resolve) => {
    if (document.readyState !== "loading") resolve(undefined);
    else document.addEventListener("DOMContentLoaded", resolve);
  });

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

  /** Downloads at once, starts after the first paint. Run again by 重试. */
  function start() {
    root.setAttribute("data-tujie", "static");
    root.removeAttribute("data-tujie-reason");
    if (typeof WebAssembly !== "object" || typeof WebAssembly.compile !== "function") {
      parsed.then(() => failed("no-wasm"));
      return;
    }
    asking = ask();
    const ready = Promise.all([firstPaint(), parsed]);
    compiled(PARTS.app)
      .then((wasm) => ready.then(() => run(wasm)))
      .catch((error) => parsed.then(() => failed(error.reason || "panic")));
  }

  /**
   * The WASM, ready to be started, or a failure for the reason `load` or
   * `compile`.
   * @param {typeof PARTS.app} part
   */
  function compiled(part) {
    // A damaged copy in the cache would fail again: a retry asks past it.
    const past = attempts ? "?retry=" + attempts : "";
    attempts += 1;
    return Promise.resolve()
      .then(() => download(part, past))
      .then((bytes) => WebAssembly.compile(bytes).catch(because("compile")));
  }

  /**
   * Both files, or a failure for the reason `load`. Integrity makes the browser
   * hold a file back until it is whole, so compiling while it arrives would
   * gain nothing and blur what failed.
   * @param {typeof PARTS.app} part
   * @param {string} past what follows the addresses
   * @returns {Promise<ArrayBuffer>}
   */
  function download(part, past) {
    const script = document.createElement("script");
    const abort = typeof AbortController === "function" ? new AbortController() : null;
    let timer = 0;

    const late = new Promise((_, reject) => {
      timer = window.setTimeout(() => reject(new Error("time-out")), PATIENCE);
    });
    const bytes = fetch(files[part.wasm] + past, {
      integrity: files[part.wasm + "Integrity"] || "",
      signal: abort ? abort.signal : undefined,
    }).then((response) => {
      if (!response.ok) throw new Error("HTTP " + response.status);
      return response.arrayBuffer();
    });
    const arrived = Promise.all([bytes, loadGlue(script, part, past)]).then((both) => both[0]);

    return Promise.race([arrived, late])
      .catch((error) => {
        if (abort) abort.abort();
        script.remove();
        return because("load")(error);
      })
      .finally(() => window.clearTimeout(timer));
  }

  /**
   * Adds the classic script that defines the part's global. A retry keeps the
   * one that worked.
   * @param {HTMLScriptElement} script
   * @param {typeof PARTS.app} part
   * @param {string} past
   */
  function loadGlue(script, part, past) {
    return new Promise((resolve, reject) => {
      if (glue(part)) {
        resolve(undefined);
        return;
      }
      script.onload = resolve;
      script.onerror = () => reject(new Error("glue"));
      addScript(script, files[part.glue] + past, files[part.glue + "Integrity"]);
    });
  }

  /**
   * @param {HTMLScriptElement} script
   * @param {string} [url]
   * @param {string} [integrity]
   */
  function addScript(script, url, integrity) {
    script.crossOrigin = "anonymous";
    script.integrity = integrity || "";
    script.src = url || "";
    document.head.appendChild(script);
  }

  /**
   * The part's global, or nothing where its script did not run to its end.
   * @param {typeof PARTS.app} part
   * @returns {Glue | undefined}
   */
  function glue(part) {
    return /** @type {any} */ (window)[part.global];
  }

  /**
   * Hands over to the app, which answers through `window.tujie`.
   * @param {WebAssembly.Module} wasm
   */
  function run(wasm) {
    const app = glue(PARTS.app);
    if (!app) return because("compile")(new Error("glue"));
    started = true;
    return app({ module_or_path: wasm }).catch((/** @type {Error} */ error) => {
      // A panic reports itself before it unwinds into this rejection.
      if (root.getAttribute("data-tujie-reason") === "panic") return;
      const { CompileError, LinkError } = WebAssembly;
      const unfit = error instanceof LinkError || error instanceof CompileError;
      failed(unfit ? "compile" : "panic");
    });
  }

  /** Resolves after the first paint; a hidden tab does not paint and must start too. */
  function firstPaint() {
    return new Promise((resolve) => {
      window.setTimeout(resolve, 500);
      window.requestAnimationFrame(() => window.setTimeout(resolve, 0));
    });
  }

  /**
   * A handler that passes a failure on under its reason.
   * @param {Reason} reason
   * @returns {(error: unknown) => never}
   */
  function because(reason) {
    return (error) => {
      throw Object.assign(new Error(String(error)), { reason });
    };
  }

  /**
   * A trap outside a panic (the stack or the memory ran out) reaches only here.
   * @param {unknown} error
   */
  function watchForTraps(error) {
    const trapped = started && error instanceof WebAssembly.RuntimeError;
    if (trapped && root.getAttribute("data-tujie-reason") !== "panic") failed("panic");
  }

  // --- Parts that few readers need -----------------------------------------

  /** @type {Map<string, Promise<Glue>>} what was asked for and is there, or comes */
  const parts = new Map();

  /**
   * Fetches and starts a part, once. Where that fails, the next one who asks for it
   * tries again.
   * @param {"writer" | "extras"} name
   * @returns {Promise<Glue>}
   */
  function part(name) {
    const known = parts.get(name);
    if (known) return known;
    const files = PARTS[name];
    const coming = compiled(files)
      .then((wasm) => {
        const begin = glue(files);
        if (!begin) return because("load")(new Error("glue"));
        return begin({ module_or_path: wasm }).then(() => begin);
      })
      .catch((error) => {
        parts.delete(name);
        throw error;
      });
    parts.set(name, coming);
    return coming;
  }

  // --- Later visits --------------------------------------------------------

  /**
   * Lets the next visit do without a network. Called when all is downloaded and
   * runs, so it is in nobody's way. What stands in a frame is a visit to
   * somebody else, and browsers refuse where there is no origin.
   */
  function keep() {
    if (window.top !== window || !files.worker) return;
    try {
      navigator.serviceWorker.register(files.worker).catch(() => {});
    } catch (refused) {
      // Without a secure connection or an origin there is nothing to keep it in.
    }
  }

  // --- What happens when ---------------------------------------------------

  // @ts-ignore: options.js made the property, if it could be had
  window.tujie = Object.freeze({ ...window.tujie, live, failed, notice, named, part, data });

  parsed.then(() => {
    reveal();
    firstPaint().then(refocus);
    if (window.parent !== window) {
      addScript(document.createElement("script"), files.framed, files.framedIntegrity);
    }
  });
  window.addEventListener("load", () => window.setTimeout(refocus, 0));
  window.addEventListener("hashchange", reveal);
  document.addEventListener("click", followAgain);
  document.addEventListener("securitypolicyviolation", () => {
    forbidden = true;
  });
  window.addEventListener("error", (event) => watchForTraps(event.error));
  window.addEventListener("unhandledrejection", (event) => watchForTraps(event.reason));

  // A page opened from a folder is read, not run: browsers fetch nothing there.
  if (location.protocol !== "file:") start();
})();
