// @ts-check
"use strict";

/*
 * Starts the 编辑台 out of what stands in its own file, and gives the desk what WASM cannot
 * have by itself: the press in a worker, the drafts that this browser keeps, pictures drawn
 * of SVG. Nothing here asks any network.
 */
(function () {
  const say = (/** @type {string} */ words) => {
    const trouble = document.getElementById("trouble");
    if (trouble) trouble.textContent = words;
  };

  /**
   * What stands in the file under that id: base64 of gzip.
   * @param {string} id
   */
  async function inlined(id) {
    const holder = document.getElementById(id);
    const text = (holder && holder.textContent) || "";
    const packed = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    if (holder) holder.remove();
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  /** @type {Map<number, {resolve: (answer: Uint8Array) => void, reject: (error: unknown) => void}>} */
  const waiting = new Map();
  /** @type {Promise<{wasm: Uint8Array, site: Uint8Array}>} */
  let parts;
  /** @type {Worker | null} */
  let worker = null;
  let last = 0;

  async function hired() {
    if (worker) return worker;
    const code = document.getElementById("press-code");
    const address = URL.createObjectURL(new Blob([(code && code.textContent) || ""], { type: "text/javascript" }));
    const { wasm, site } = await parts;
    if (worker) return worker;
    worker = new Worker(address);
    worker.onmessage = ({ data }) => {
      const wait = waiting.get(data.id);
      waiting.delete(data.id);
      if (wait && data.answer) wait.resolve(data.answer);
      else if (wait) wait.reject(data.error);
    };
    worker.onerror = (event) => {
      // A worker that fell over is replaced by the next errand.
      event.preventDefault();
      if (worker) worker.terminate();
      worker = null;
      for (const wait of waiting.values()) wait.reject(event.message || "worker");
      waiting.clear();
    };
    worker.postMessage({ wasm, site });
    return worker;
  }

  /** @type {Promise<IDBDatabase> | null} */
  let opened = null;

  function store() {
    opened =
      opened ||
      new Promise((resolve, reject) => {
        const request = indexedDB.open("tujie-studio", 1);
        request.onupgradeneeded = () => request.result.createObjectStore("drafts", { keyPath: "id" });
        request.onsuccess = () => {
          // Whoever clears the browser's data closes it: the next draft opens it anew.
          request.result.onclose = () => (opened = null);
          resolve(request.result);
        };
        request.onerror = () => reject(request.error);
        request.onblocked = () => reject(new Error("blocked"));
      });
    return opened;
  }

  /**
   * @template T
   * @param {IDBTransactionMode} mode
   * @param {(drafts: IDBObjectStore) => IDBRequest<T>} deed
   * @returns {Promise<T>}
   */
  async function drafts(mode, deed) {
    const transaction = (await store()).transaction("drafts", mode);
    return new Promise((resolve, reject) => {
      const request = deed(transaction.objectStore("drafts"));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error || request.error);
    });
  }

  const outside = {
    /**
     * @param {Uint8Array} errand
     * @param {boolean} withSite
     */
    async press(errand, withSite) {
      const hand = await hired();
      const id = ++last;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        hand.postMessage({ id, errand, withSite });
      });
    },

    /**
     * Keeps a draft, unless another tab has gone on with it: then nothing is overwritten,
     * and the answer is no.
     * @param {string} id
     * @param {string} record
     * @param {string} tab
     * @param {number} count
     */
    async keep(id, record, tab, count) {
      const transaction = (await store()).transaction("drafts", "readwrite");
      const all = transaction.objectStore("drafts");
      return new Promise((resolve, reject) => {
        let kept = true;
        const before = all.get(id);
        before.onsuccess = () => {
          const other = before.result;
          kept = !other || other.tab === tab || other.count <= count;
          if (kept) all.put({ id, record, tab, count: count + 1, when: Date.now() });
        };
        transaction.oncomplete = () => resolve(kept);
        transaction.onabort = transaction.onerror = () => reject(transaction.error);
      });
    },

    /** Every draft, the newest first, as JSON. */
    async kept() {
      const all = await drafts("readonly", (drafts) => drafts.getAll());
      all.sort((one, other) => other.when - one.when);
      return JSON.stringify(all);
    },

    /** @param {string} id */
    async drop(id) {
      await drafts("readwrite", (drafts) => drafts.delete(id));
      return true;
    },

    /**
     * A picture of SVG as PNG.
     * @param {string} svg
     */
    async drawn(svg) {
      const image = new Image();
      image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svg);
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      const context = canvas.getContext("2d");
      if (!context) throw new Error("canvas");
      context.drawImage(image, 0, 0);
      const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
      if (!blob) throw new Error("png");
      return new Uint8Array(await blob.arrayBuffer());
    },

    /**
     * Asks the command that serves the page; empty where none does.
     * @param {string} method
     * @param {string} tag
     * @param {string} text
     */
    async command(method, tag, text) {
      const meta = document.querySelector("meta[name='tujie-edit']");
      const address = meta && meta.getAttribute("content");
      if (!address) return "";
      const headers = { "If-Match": tag };
      const body = method === "PUT" ? text : undefined;
      const answer = await fetch(address, { method, headers, body, cache: "no-store" });
      return JSON.stringify({ status: answer.status, tag: answer.headers.get("ETag"), text: await answer.text() });
    },

    /** That the desk stopped: what is kept is not lost. */
    stopped() {
      document.documentElement.dataset.stopped = "";
      say("编辑台出错停了。稿子一直保存在这个浏览器里：请重新载入本页，从“接着编”里打开。");
    },
  };

  // @ts-ignore: this is where the property is made
  self.tujieOutside = outside;

  // Memory that is used up ends the desk without a panic.
  const fell = (/** @type {unknown} */ error) => {
    if (error instanceof WebAssembly.RuntimeError) outside.stopped();
  };
  self.addEventListener("error", (event) => fell(event.error));
  self.addEventListener("unhandledrejection", (event) => fell(event.reason));

  async function start() {
    if (typeof DecompressionStream === "undefined" || typeof WebAssembly === "undefined") {
      return say("这个浏览器太旧，打不开编辑台。请换用新版的 Chrome、Edge 或 Firefox。");
    }
    const wasm = inlined("desk-wasm");
    parts = Promise.all([inlined("press-wasm"), inlined("site-zip")]).then(([wasm, site]) => ({ wasm, site }));
    try {
      // @ts-ignore: the glue stands before this script
      await wasm_bindgen({ module_or_path: await wasm });
      say("");
    } catch (error) {
      say("编辑台没有打开：" + error);
    }
  }
  start();
})();
