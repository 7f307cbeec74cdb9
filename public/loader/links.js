// @ts-check

/*
 * Links into the page: `#id` opens what hides its target, shows it and puts the
 * focus there, on load and later, with or without the app.
 */

const root = document.documentElement;

/** How long a style sheet may take before the address is followed without it, in ms. */
const PATIENCE = 4000;

/**
 * @typedef {{ key: string }} HistoryEntry
 * @typedef {{ from: HistoryEntry, navigationType: string | null }} Step
 * @typedef {EventTarget & {
 *   currentEntry: HistoryEntry | null,
 *   addEventListener(event: "currententrychange", told: (step: Step) => void): void,
 * }} HistoryEntries
 */

/** The entries of the history, where the browser tells of them. */
const entries = /** @type {{ navigation?: HistoryEntries }} */ (window).navigation;

/**
 * What the reader saw where an entry of this page's history was left, and how far below the
 * window's top, in px.
 * @type {Map<string, { seen: Element, top: number }>}
 */
const places = new Map();

/**
 * Follows the address and every later link. The promise is kept when the address
 * of the visit has been followed.
 * @param {Promise<unknown>} parsed kept when all of the page is there
 * @param {Promise<unknown>} painted kept after the first paint
 * @returns {Promise<void>}
 */
export function followLinks(parsed, painted) {
  window.addEventListener("load", () => window.setTimeout(refocus, 0));
  if (entries) entries.addEventListener("currententrychange", stepped);
  window.addEventListener("hashchange", () => {
    if (!been()) reveal();
  });
  document.addEventListener("click", followed);
  been();
  return parsed.then(() => {
    if (!location.hash) return undefined;
    // Without its style the page has another length and nothing in it its place.
    const styled = Promise.all(Array.from(document.querySelectorAll("link"), settled));
    const late = new Promise((resolve) => window.setTimeout(resolve, PATIENCE, "late"));
    return Promise.race([styled, late]).then((first) => {
      reveal();
      painted.then(refocus);
      // Nothing was painted before, so the reader was nowhere else.
      if (first === "late") styled.then(reveal);
    });
  });
}

/**
 * Kept when a style sheet has come, or will not come.
 * @param {HTMLLinkElement} link
 */
function settled(link) {
  return new Promise((resolve) => {
    if (link.rel !== "stylesheet" || link.sheet || document.readyState === "complete") {
      resolve(undefined);
      return;
    }
    for (const end of ["load", "error"]) link.addEventListener(end, resolve);
    // What failed before this script ran tells nobody any more.
    window.addEventListener("load", resolve);
  });
}

/**
 * Whether the reader has been at this entry of the history, which is marked for the
 * next time: going back, the browser shows the place that was left, not a heading.
 */
function been() {
  try {
    const state = history.state || {};
    if (state.been) return true;
    history.replaceState({ ...state, been: true }, "");
  } catch (denied) {
    // Some browsers let a frame without an origin have no say in its history.
  }
  return false;
}

/**
 * A step from one entry of the history to another: notes the place that is left.
 * @param {Step} step
 */
function stepped({ from, navigationType }) {
  if (navigationType === "replace") return;
  const seen = document.elementFromPoint(window.innerWidth / 2, window.innerHeight / 3);
  if (seen) places.set(from.key, { seen, top: seen.getBoundingClientRect().top });
  // After the browser has gone where it goes.
  if (navigationType === "traverse") window.setTimeout(comeBack, 0);
}

/**
 * Shows the place that was left. A browser that goes back to an address with a `#id`
 * within the page scrolls to what it names instead.
 */
function comeBack() {
  const entry = entries && entries.currentEntry;
  const place = entry && places.get(entry.key);
  if (!location.hash || !place || !place.seen.isConnected) return;
  window.scrollBy(0, place.seen.getBoundingClientRect().top - place.top);
}

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
 * Going to a `#id`, browsers take the focus away after scripts have run: on load
 * once the page is painted, some once it is loaded. Gives it back where nothing
 * else has it.
 */
function refocus() {
  const target = named(location.hash.slice(1));
  if (target && document.activeElement === document.body) focusHeading(target);
}

/**
 * The element of that id, written plainly or percent-encoded, or what is marked
 * with it. What messengers append to an address (`members&shareTo=weixin`,
 * `members?from=timeline`) names nothing.
 * @param {string} appended
 */
export function named(appended) {
  const fragment = appended.split(/[?&#]|%3f|%26|%23/i)[0];
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
 * The figure, the flow or what is in a flow of that id. Of several, the one that is shown: drawings are there for two widths.
 * @param {string} name
 */
function marked(name) {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) return null;
  const kinds = ["flow", "stage", "exit", "part", "figure"];
  const selectors = kinds.map((kind) => `[data-${kind}="${name}"]`);
  const found = Array.from(document.querySelectorAll(selectors.join()));
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
 * A link in 目录 closes it, so that it does not lie over what it leads to. And a link
 * to where the address already points changes nothing the browser would report, yet
 * the reader may have closed the section since. The browser follows the link after
 * this, so the turn is ours after that.
 * @param {MouseEvent} event
 */
function followed(event) {
  const link = event.target instanceof Element && event.target.closest("a[href^='#']");
  if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented) return;
  const menu = link.closest(".tj-bar__menu");
  if (menu) menu.removeAttribute("open");
  if (link.hash !== location.hash) return;
  window.setTimeout(() => {
    // The browser has made the entry anew, without its mark.
    been();
    reveal();
  }, 0);
}
