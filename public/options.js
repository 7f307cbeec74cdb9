// @ts-check
"use strict";

/*
 * What the address asks for (?view= ?chapter= ?graphic= ?theme= ?size=
 * ?motion= ?background=), or else what the reader chose before, as attributes of <html>,
 * before anything is painted. Values that are none mean the default, which is
 * no attribute.
 *
 * The style shows what <html> names; what it cannot find by itself is
 * the chapter of `view=chapter` and the graphic of `view=graphic`, which is marked
 * here as soon as it is there.
 *
 * Plain ES2018, no dependencies; browser/choice.rs stores what is chosen, and
 * framed.js takes up what a host page asks for later.
 */
(function () {
  const root = document.documentElement;

  /**
   * What may be asked for; of what has no values any: the ids are the report's.
   * @type {Record<string, string[]>}
   */
  const known = {
    view: ["figures", "chapter", "funnel", "graphic"],
    chapter: [],
    graphic: [],
    theme: ["light", "dark", "contrast"],
    size: ["elder"],
    motion: ["off"],
    background: ["transparent"],
  };

  /**
   * What a view shows one of.
   * @type {Record<string, string>}
   */
  const choices = { chapter: ".tj-chapter", graphic: ".tj-graphic, .tj-funnel" };

  /** What a reader chooses for every visit. */
  const lasting = ["theme", "size", "motion"];

  /** What else may be asked for, which the app takes up. */
  const further = ["funnel", "q"];

  /** Sees what is parsed, and what the app puts in its place. */
  const growth = new MutationObserver(mark);

  /**
   * Takes up a value; what is none means the default.
   * @param {string} name
   * @param {unknown} value
   */
  function take(name, value) {
    if (!Object.keys(known).includes(name)) return;
    const values = known[name];
    if (typeof value === "string" && (values.length ? values.includes(value) : value)) {
      root.setAttribute("data-" + name, value);
    } else {
      root.removeAttribute("data-" + name);
    }
    growth.disconnect();
    if ((root.getAttribute("data-view") || "") in choices) {
      growth.observe(document, { childList: true, subtree: true });
      mark();
    }
  }

  /**
   * Marks the chapter or graphic to show and what it stands in; where none is meant
   * the first, once all are there.
   */
  function mark() {
    const view = root.getAttribute("data-view") || "";
    const all = Array.from(document.querySelectorAll(choices[view]));
    const id = root.getAttribute("data-" + view);
    const first = document.readyState === "loading" ? undefined : all[0];
    const meant = (/** @type {Element} */ one) => one.id === id || one.matches(`[data-flow="${id}"]`);
    const shown = (/^[a-z][a-z0-9-]*$/.test(id || "") && all.find(meant)) || first;
    turn("data-shown", shown ? [shown] : []);
    const around = [];
    for (let node = shown && shown.parentElement; node && node.closest(".tj-parts"); ) {
      around.push(node);
      node = node.parentElement;
    }
    turn("data-around", around);
  }

  /**
   * Sets an attribute on these elements and on no others. What is set already is
   * left alone: the observer would see it.
   * @param {string} name
   * @param {Element[]} elements
   */
  function turn(name, elements) {
    for (const element of document.querySelectorAll("[" + name + "]")) {
      if (!elements.includes(element)) element.removeAttribute(name);
    }
    for (const element of elements) {
      if (!element.hasAttribute(name)) element.setAttribute(name, "");
    }
  }

  /**
   * Lets what is far wait to be laid out, which the app ends. Not where a place
   * in the page is asked for, which is known when everything has its place; a
   * frame is as high as its page.
   */
  function wait() {
    const visit = /** @type {any} */ (performance.getEntriesByType("navigation")[0]);
    const first = visit && visit.type === "navigate" && location.protocol !== "file:";
    const place = location.hash || asked.has("q") || root.hasAttribute("data-view");
    if (!first || place) return;
    root.setAttribute("data-waits", "");
    window.addEventListener("load", () => {
      // @ts-ignore: where loader.js has not come, nothing ends it
      if (!window.tujie.live) root.removeAttribute("data-waits");
    });
  }

  /** @param {string} name */
  function remembered(name) {
    try {
      return localStorage.getItem("tujie-" + name);
    } catch (refused) {
      return null; // a frame without an origin has no storage
    }
  }

  /**
   * A value without what messengers append to an address: `people?from=timeline`.
   * @param {string} value
   */
  function bare(value) {
    return value.split(/[?&#]|%3f|%26|%23/i)[0];
  }

  /** The address as it is handed on: the page's own parameters, nobody else's. */
  function own() {
    const address = new URL(location.href);
    const kept = new URLSearchParams();
    for (const [name, value] of address.searchParams) {
      if (Object.keys(known).includes(name)) kept.append(name, bare(value));
      else if (further.includes(name)) kept.append(name, value);
    }
    address.search = String(kept);
    address.hash = bare(address.hash.slice(1));
    return address.href;
  }

  // @ts-ignore: this is where the property is made; loader.js adds to it, or came first
  window.tujie = { ...window.tujie, take, own };

  const asked = new URLSearchParams(location.search);
  for (const name of Object.keys(known)) {
    if (asked.has(name)) take(name, bare(asked.get(name) || ""));
    else if (lasting.includes(name)) take(name, remembered(name));
  }
  if (window.parent !== window) root.setAttribute("data-framed", "");
  else wait();
  document.addEventListener("readystatechange", () => {
    if ((root.getAttribute("data-view") || "") in choices) mark();
  });
})();
