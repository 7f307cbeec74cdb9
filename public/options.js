// @ts-check
"use strict";

/*
 * What the address asks for (?view= ?chapter= ?theme= ?size= ?motion=
 * ?background=), or else what the reader chose before, as attributes of <html>,
 * before anything is painted. Values that are none mean the default, which is
 * no attribute.
 *
 * The style shows what <html> names; the one thing it cannot find by itself is
 * the chapter of `view=chapter`, which is marked here as soon as it is there.
 *
 * Plain ES2018, no dependencies; browser/choice.rs stores what is chosen, and
 * framed.js takes up what a host page asks for later.
 */
(function () {
  const root = document.documentElement;

  /**
   * What may be asked for; of what has no values any: the chapters' ids are the
   * report's.
   * @type {Record<string, string[]>}
   */
  const known = {
    view: ["figures", "chapter", "funnel"],
    chapter: [],
    theme: ["light", "dark", "contrast"],
    size: ["elder"],
    motion: ["off"],
    background: ["transparent"],
  };

  /** What a reader chooses for every visit. */
  const lasting = ["theme", "size", "motion"];

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
    if (root.getAttribute("data-view") === "chapter") {
      growth.observe(document, { childList: true, subtree: true });
      mark();
    }
  }

  /** Marks the chapter to show; where none is meant the first, once all are there. */
  function mark() {
    const chapters = Array.from(document.getElementsByClassName("tj-chapter"));
    const id = root.getAttribute("data-chapter");
    const first = document.readyState === "loading" ? undefined : chapters[0];
    const shown = chapters.find((chapter) => chapter.id === id) || first;
    for (const chapter of chapters) {
      if (chapter.hasAttribute("data-shown") !== (chapter === shown)) {
        chapter.toggleAttribute("data-shown", chapter === shown);
      }
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

  // @ts-ignore: this is where the property is made; loader.js adds to it
  window.tujie = { take };

  const asked = new URLSearchParams(location.search);
  for (const name of Object.keys(known)) {
    if (asked.has(name)) take(name, asked.get(name));
    else if (lasting.includes(name)) take(name, remembered(name));
  }
  if (window.parent !== window) root.setAttribute("data-framed", "");
  else wait();
  document.addEventListener("readystatechange", () => {
    if (root.getAttribute("data-view") === "chapter") mark();
  });
})();
