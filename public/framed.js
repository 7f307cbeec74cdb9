// @ts-check
"use strict";

/*
 * The page in somebody else's: tells the host page how high it is and what its
 * reader does, and takes up what the host asks for.
 *
 * loader.js adds this file to a framed page. It is no part of the app, because
 * the served page is embedded as well where the app cannot start. Messages hold
 * nothing that is not public, so they go to whatever origin the host has; only
 * the host itself is listened to.
 *
 * Plain ES2018, no dependencies. The other side is embed.js.
 */
(function () {
  const root = document.documentElement;
  const host = window.parent;

  // --- To the host ---------------------------------------------------------

  /**
   * @param {string} type
   * @param {object} fields
   */
  function post(type, fields) {
    host.postMessage({ tujie: 1, type, ...fields }, "*");
  }

  /**
   * The height of all there is, in whole px. Not that of the frame: this
   * shrinks, too, and setting the frame to it does not change it.
   */
  function height() {
    return Math.ceil(root.getBoundingClientRect().height);
  }

  let told = 0;

  /** Whether the host was told that the page is ready. */
  let ready = false;

  /** Tells the height where it is another than the host knows. */
  function tellChange() {
    if (!ready) tellReady();
    else if (boxed() && height() !== told) tellHeight();
  }

  /**
   * Whether the frame has a box. Without one, in a closed tab of the host's, the
   * page has no height, and one of 0 would outlast the tab's opening.
   */
  function boxed() {
    return root.getBoundingClientRect().width > 0;
  }

  /** Tells the height, also in the words of AMP, whose frames resize by it. */
  function tellHeight() {
    told = height();
    post("height", { height: told });
    host.postMessage({ sentinel: "amp", type: "embed-size", height: told }, "*");
  }

  function tellReady() {
    ready = boxed();
    if (!ready) return;
    post("ready", { height: height(), title: document.title });
    tellHeight();
  }

  /** The app could not start, or stopped: the page is read without it. */
  function tellFailure() {
    const reason = root.getAttribute("data-tujie-reason");
    if (reason) post("error", { reason });
  }

  /** @type {Map<string, boolean>} which sections are open, as far as the host knows */
  const sections = new Map();
  for (const section of document.querySelectorAll("details[id]")) {
    sections.set(section.id, section.hasAttribute("open"));
  }

  /**
   * Browsers tell of open sections also when they are put into the page.
   * @param {Event} event
   */
  function tellToggle({ target }) {
    if (!(target instanceof HTMLDetailsElement) || !target.id) return;
    const { id, open } = target;
    if (sections.get(id) === open) return;
    sections.set(id, open);
    post("toggle", { id, open });
  }

  /** @param {Event} event */
  function tellStage({ target }) {
    const stage = target instanceof Element && target.closest("[data-stage],[data-exit],[data-part]");
    if (!stage) return;
    const named = ["stage", "exit", "part"].map((name) => stage.getAttribute("data-" + name));
    const id = named.find((name) => name !== null);
    post("stage", { id, count: Number(stage.getAttribute("data-count")) });
  }

  /**
   * Something was scrolled to. A frame as high as its page has nothing to
   * scroll; the host has, as soon as it has made room for what was opened. Until
   * then the frame may be scrolled a little itself.
   * @param {Event} event whose detail is the place, in px from the window's top
   */
  function tellScroll(event) {
    const own = root.hasAttribute("data-fitted") ? window.pageYOffset : 0;
    tellChange();
    post("scroll", { top: Math.round(/** @type {CustomEvent} */ (event).detail + own) });
  }

  // --- From the host -------------------------------------------------------

  /** @param {MessageEvent} event */
  function listen({ source, data }) {
    if (source !== host || !data || data.tujie !== 1) return;
    if (data.type === "init") {
      root.setAttribute("data-fitted", "");
      // No page can ask what its sandbox lets it do.
      if (data.downloads === true) root.setAttribute("data-downloads", "");
      tellReady();
    }
    if (data.type === "set") {
      // @ts-ignore: made by options.js
      const take = window.tujie.take || (() => {});
      Object.keys(data).forEach((name) => take(name, data[name]));
      document.dispatchEvent(new Event("tujie:set"));
    }
  }

  // --- Links within the page -----------------------------------------------

  /**
   * Every place that is gone to in a frame would be a step of the host's Back, on
   * which the host does not move: the frame's address is replaced instead.
   * @param {MouseEvent} event
   */
  function stay(event) {
    const { target, button, defaultPrevented } = event;
    const link = target instanceof Element && target.closest("a[href^='#']");
    const modified = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
    if (!(link instanceof HTMLAnchorElement) || button || modified || defaultPrevented) return;
    event.preventDefault();
    location.replace(link.hash || "#");
  }

  // --- Windows over the page -----------------------------------------------

  /**
   * A frame as high as its page has its middle, or its foot, anywhere, and the host would
   * scroll there: windows open at what was pressed (style/dialog.css).
   * @param {Event} event
   */
  function press({ target }) {
    if (!(target instanceof Element) || target.closest("dialog")) return;
    const { top, bottom } = target.getBoundingClientRect();
    const upper = top + bottom < innerHeight;
    root.style.setProperty("--above", upper ? top + "px" : "auto");
    root.style.setProperty("--below", upper ? "auto" : innerHeight - bottom + "px");
  }

  // --- What a sandbox may forbid -------------------------------------------

  /**
   * A link out of a sandbox that lets nothing out would do nothing at all, and
   * only trying tells. Then the reader gets the address. (Where there is an
   * origin, the sandbox is none, or embed.js's, which lets links out.)
   * @param {MouseEvent} event
   */
  function leave(event) {
    const link = event.target instanceof Element && event.target.closest("a[target=_blank]");
    if (!(link instanceof HTMLAnchorElement) || self.origin !== "null") return;
    event.preventDefault();
    if (window.open(link.href)) return;
    link.replaceWith("此处不能打开新窗口，完整图解的网址是 " + link.href);
  }

  // --- What happens when ---------------------------------------------------

  document.addEventListener("toggle", tellToggle, true);
  document.addEventListener("focusin", tellStage);
  document.addEventListener("tujie:shown", tellScroll);
  document.addEventListener("click", press, true);
  document.addEventListener("click", leave);
  document.addEventListener("click", stay);
  window.addEventListener("message", listen);
  new MutationObserver(tellFailure).observe(root, { attributeFilter: ["data-tujie-reason"] });
  new ResizeObserver(tellChange).observe(root);

  tellReady();
  tellFailure();
})();
