// @ts-check
"use strict";

/*
 * <tujie-report src view chapter graphic theme size motion>: a report, or a part of it,
 * in any page, as high as it is. What stands in the element is shown until the
 * report is there, and stays where it never comes.
 *
 * The report runs in a sandboxed frame. Of what it says only known fields of
 * known types are read; none of it becomes HTML or an address. Styles are set
 * one by one, which a strict policy of the host allows.
 *
 * Plain ES2018, no dependencies. The other side is framed.js.
 */
(function () {
  const NAME = "tujie-report";
  const OPTIONS = ["view", "chapter", "graphic", "theme", "size", "motion"];
  const SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";

  /**
   * A report of another origin keeps it, which keeps it out of the host all the
   * same: frames without an origin share no cache, and ten would download all
   * there is ten times. With the host's own it could take the sandbox away.
   */
  const ELSEWHERE = SANDBOX + " allow-same-origin";

  /** How long a report may take to be ready, in ms, before that is an error. */
  const PATIENCE = 15000;

  /** No report is higher, in px. */
  const HIGHEST = 100000;

  /** No title, id or reason is longer. */
  const LONGEST = 1000;

  /**
   * What a report may say: each field with its type.
   * @type {Record<string, Record<string, string>>}
   */
  const MESSAGES = {
    ready: { height: "number", title: "string" },
    height: { height: "number" },
    toggle: { id: "string", open: "boolean" },
    stage: { id: "string", count: "number" },
    scroll: { top: "number" },
    error: { reason: "string" },
  };

  /** @typedef {Record<string, any>} Fields */

  /** @type {Set<Report>} the elements with a frame */
  const framed = new Set();

  const near =
    window.IntersectionObserver &&
    new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (isIntersecting) /** @type {any} */ (target.getRootNode()).host.start();
        }
      },
      { rootMargin: "200px" },
    );

  /**
   * The message's fields if it is whole, else nothing.
   * @param {any} message
   * @returns {Fields | undefined}
   */
  function read(message) {
    if (!message || message.tujie !== 1 || typeof message.type !== "string") return;
    if (!Object.keys(MESSAGES).includes(message.type)) return;
    /** @type {Fields} */
    const fields = {};
    for (const [name, type] of Object.entries(MESSAGES[message.type])) {
      const value = message[name];
      if (typeof value !== type || value.length > LONGEST) return;
      if (type === "number" && !isFinite(value)) return;
      fields[name] = name === "height" || name === "top" ? clamped(value) : value;
    }
    return fields;
  }

  /** @param {number} px */
  function clamped(px) {
    return Math.min(Math.max(px, 0), HIGHEST);
  }

  class Report extends HTMLElement {
    static get observedAttributes() {
      return ["src", ...OPTIONS];
    }

    constructor() {
      super();
      this.box = document.createElement("div");
      this.box.style.position = "relative";
      this.fallback = document.createElement("slot");
      this.box.appendChild(this.fallback);
      this.attachShadow({ mode: "open" }).appendChild(this.box);
      /** @type {HTMLIFrameElement | undefined} */
      this.frame = undefined;
      this.begun = false;
      this.ready = false;
      this.timer = 0;
      /** @type {Fields} what was asked for since the frame got its address */
      this.wanted = {};
    }

    connectedCallback() {
      this.begun = true;
      if (!this.address()) this.fail("src", 0);
      else if (near) near.observe(this.box);
      else this.start();
    }

    disconnectedCallback() {
      this.begun = false;
      if (near) near.unobserve(this.box);
      this.stop();
    }

    /**
     * @param {string} name
     * @param {string | null} _old
     * @param {string | null} value
     */
    attributeChangedCallback(name, _old, value) {
      // The attributes it starts with are told one by one before it begins.
      if (!this.begun) return;
      if (name === "src") {
        this.disconnectedCallback();
        this.connectedCallback();
      } else if (this.frame) {
        this.wanted[name] = value;
        this.suit(this.frame);
        this.ask();
      }
    }

    /**
     * Browsers put an opaque ground behind a frame of another scheme than its element.
     * @param {HTMLIFrameElement} frame
     */
    suit(frame) {
      const theme = this.getAttribute("theme") || "";
      const known = ["light", "dark", "contrast"].includes(theme);
      frame.style.colorScheme = !known ? "light dark" : theme === "dark" ? theme : "only light";
    }

    /** Called when the element comes near the window, perhaps twice or too late. */
    start() {
      const address = this.address();
      if (this.frame || !address || !this.begun) return;
      const frame = document.createElement("iframe");
      frame.title = this.title || "\u56fe\u89e3";
      const elsewhere = new URL(address).origin !== location.origin;
      frame.setAttribute("sandbox", elsewhere ? ELSEWHERE : SANDBOX);
      Object.assign(frame.style, {
        border: 0,
        display: "block",
        height: 0,
        visibility: "hidden",
        width: "100%",
      });
      this.suit(frame);
      frame.onload = () => this.post("init", { downloads: true });
      frame.src = address;
      this.frame = frame;
      this.box.appendChild(frame);
      this.fail("timeout", PATIENCE);
      framed.add(this);
    }

    /** Takes the report away and shows what stood in its place. */
    stop() {
      window.clearTimeout(this.timer);
      framed.delete(this);
      if (this.frame) this.frame.remove();
      this.frame = undefined;
      this.ready = false;
      this.wanted = {};
      this.fallback.style.display = "";
    }

    /** The frame's address; none where `src` is none that may be framed. */
    address() {
      let url;
      try {
        url = new URL(this.getAttribute("src") || "", document.baseURI);
      } catch (malformed) {
        return;
      }
      if (!this.getAttribute("src") || !/^https?:$/.test(url.protocol)) return;
      // A folder named without its slash; what is in it stands beside the page.
      url.pathname = url.pathname.replace(/\/[^/.]+$/, "$&/");
      for (const name of OPTIONS) {
        const value = this.getAttribute(name);
        if (value !== null) url.searchParams.set(name, value);
      }
      return url.href;
    }

    /**
     * @param {string} type
     * @param {Fields} fields
     */
    post(type, fields) {
      const inside = this.frame && this.frame.contentWindow;
      if (inside) inside.postMessage({ tujie: 1, type, ...fields }, "*");
    }

    /** Asks for what has changed, as soon as there is somebody to ask. */
    ask() {
      if (this.ready && Object.keys(this.wanted).length) this.post("set", this.wanted);
    }

    /**
     * Tells of an error unless all is well by then: never at once, so that who
     * made the element can listen to it.
     * @param {string} reason
     * @param {number} delay in ms
     */
    fail(reason, delay) {
      window.clearTimeout(this.timer);
      this.timer = window.setTimeout(() => {
        // What has no box, as in a closed tab, is ready when it gets one.
        if (delay && !this.box.getClientRects().length) this.fail(reason, delay);
        else this.tell("error", { reason });
      }, delay);
    }

    /**
     * @param {string} type
     * @param {Fields} detail
     */
    tell(type, detail) {
      this.dispatchEvent(new CustomEvent("tujie:" + type, { bubbles: true, detail }));
    }

    /**
     * Does what a message of the frame is for.
     * @param {string} type
     * @param {Fields} fields
     */
    hear(type, fields) {
      const { frame } = this;
      if (!frame) return;
      if ("height" in fields) frame.style.height = fields.height + "px";
      const again = this.ready;
      if (type === "ready") {
        this.ready = true;
        window.clearTimeout(this.timer);
        if (!this.title) frame.title = fields.title;
        frame.style.visibility = "";
        this.fallback.style.display = "none";
        this.ask();
      }
      if (type === "scroll") this.show(fields.top);
      else if (type !== "ready" || !again) this.tell(type, fields);
    }

    /**
     * Brings a place of the report into view, clear of what the host keeps at
     * the edges of whatever scrolls.
     * @param {number} top px below the frame's top
     */
    show(top) {
      const place = document.createElement("div");
      place.style.position = "absolute";
      place.style.top = top + "px";
      this.box.appendChild(place);
      place.scrollIntoView();
      place.remove();
    }
  }

  window.addEventListener("message", ({ source, data }) => {
    for (const report of framed) {
      if (!report.frame || report.frame.contentWindow !== source) continue;
      const fields = read(data);
      if (fields) report.hear(data.type, fields);
    }
  });

  if (!customElements.get(NAME)) customElements.define(NAME, Report);
})();
