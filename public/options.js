// @ts-check
"use strict";

/*
 * What the address asks for (?theme= ?size= ?motion=), or else what the reader
 * chose before, as attributes of <html>, before anything is painted. Values that
 * are none mean the default, which is no attribute.
 *
 * Plain ES2018, no dependencies; browser/choice.rs stores what is chosen.
 */
(function () {
  const known = {
    theme: ["light", "dark", "contrast"],
    size: ["elder"],
    motion: ["off"],
  };
  const asked = new URLSearchParams(location.search);
  for (const [name, values] of Object.entries(known)) {
    const value = asked.has(name) ? asked.get(name) : remembered(name);
    if (value && values.includes(value)) {
      document.documentElement.setAttribute("data-" + name, value);
    }
  }

  /** @param {string} name */
  function remembered(name) {
    try {
      return localStorage.getItem("tujie-" + name);
    } catch (refused) {
      return null; // a frame without an origin has no storage
    }
  }
})();
