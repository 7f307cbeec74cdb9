// @ts-check
"use strict";

/*
 * Files of a chart, made in the browser. The app adds this file when the first
 * is asked for: few readers do, so none waits for it.
 *
 * A drawing as a file of its own: the colours and typefaces that the page's
 * style gives it are written into it, with title, origin and ground. Plain
 * ES2018, no dependencies.
 */
(function () {
  const SVG = "http://www.w3.org/2000/svg";

  /** Around the drawing, above it, and from line to line below, in px. */
  const MARGIN = 72;
  const HEAD = 136;
  const LINE = 20;

  /** How long a file is kept for the browser to take it, in ms. */
  const KEPT = 60000;

  const TYPES = {
    csv: "text/csv;charset=utf-8",
    json: "application/json",
    svg: "image/svg+xml",
    png: "image/png",
  };

  /** What the style says that an element passes on to those in it. */
  const PASSED_ON = [
    "fill",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "stroke-linecap",
    "font-family",
    "font-size",
    "font-weight",
    "letter-spacing",
    "text-anchor",
  ];
  const OWN = ["stop-color", "stop-opacity"];

  /**
   * Hands over a file.
   * @param {keyof TYPES} format
   * @param {string} name what it is called
   * @param {string} words what stands in it, where it is no picture
   * @param {SVGSVGElement | undefined} drawing with a `viewBox` from 0 0
   * @param {string} chart what the drawing shows
   * @param {string} title the report's
   * @param {string} origin where it comes from, a line each
   */
  function give(format, name, words, drawing, chart, title, origin) {
    try {
      if (!drawing) {
        hand(name, new Blob([words], { type: TYPES[format] }), words);
        return;
      }
      const made = picture(drawing, chart, title, origin.split("\n"));
      if (format === "svg") {
        hand(name, new Blob([made.svg], { type: TYPES.svg }), made.svg);
        return;
      }
      paint(made, name, chart).catch(fail);
    } catch (refused) {
      fail();
    }
  }

  /**
   * Whether downloads lead nowhere here; no event tells. A sandbox takes the
   * page's origin along with the right to download, and WeChat's browser has
   * no downloads.
   */
  function refused() {
    return self.origin === "null" || /MicroMessenger/.test(navigator.userAgent);
  }

  /**
   * @param {string} name
   * @param {Blob} file
   * @param {string} words to be copied where there are no downloads
   */
  function hand(name, file, words) {
    if (refused()) {
      const field = document.createElement("textarea");
      field.readOnly = true;
      field.value = words;
      field.setAttribute("aria-label", name);
      say("此处不能下载。内容已选中，可以复制：", field);
      field.focus();
      field.select();
      return;
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = name;
    link.click();
    window.setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
  }

  /**
   * The picture twice as large, as PNG.
   * @param {{svg: string, width: number, height: number}} made
   * @param {string} name
   * @param {string} chart
   */
  async function paint(made, name, chart) {
    const image = new Image();
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(made.svg);
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = made.width * 2;
    canvas.height = made.height * 2;
    const pen = canvas.getContext("2d");
    if (!pen) throw new Error("no canvas");
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    if (refused()) {
      const shown = new Image();
      shown.src = canvas.toDataURL(TYPES.png);
      shown.alt = chart;
      say("此处不能下载。图片可以长按或用右键保存：", shown);
      return;
    }
    canvas.toBlob((file) => (file ? hand(name, file, "") : fail()), TYPES.png);
  }

  /** Says that it did not work. */
  function fail() {
    say("这个文件没有做成，请换一种格式。");
  }

  /**
   * Says something below the choice of formats, and shows what belongs to it.
   * @param {string} words
   * @param {HTMLElement} [shown]
   */
  function say(words, shown) {
    const note = document.querySelector(".tj-downloads__note");
    if (!note) return;
    note.textContent = words;
    if (shown) note.appendChild(shown);
  }

  /**
   * @param {SVGSVGElement} drawing
   * @param {string} chart
   * @param {string} title
   * @param {string[]} origin
   */
  function picture(drawing, chart, title, origin) {
    const box = (drawing.getAttribute("viewBox") || "").split(" ").map(Number);
    const width = box[2] + 2 * MARGIN;
    const lines = origin.reduce((all, line) => all.concat(broken(line, box[2])), /** @type {string[]} */ ([]));
    const foot = HEAD + box[3] + MARGIN;
    const height = foot + lines.length * LINE + MARGIN / 2;

    const frame = element("svg", { width, height, viewBox: ["0 0", width, height].join(" ") });
    frame.appendChild(element("title", {}, title + "：" + chart));
    frame.appendChild(element("desc", {}, origin.join("\n")));
    frame.appendChild(element("rect", { width, height, fill: "var(--paper)" }));
    const words = (/** @type {number} */ y, /** @type {number} */ size, /** @type {string} */ look, /** @type {string} */ text) =>
      frame.appendChild(
        element("text", { x: MARGIN, y, "font-size": size, fill: "var(--ink" + look + ")" }, text)
      );
    frame.setAttribute("font-family", "var(--body)");
    const name = words(56, 28, "", chart);
    name.setAttribute("font-family", "var(--display)");
    name.setAttribute("font-weight", "700");
    words(84, 15, "2", title);
    lines.forEach((line, index) => words(foot + index * LINE, 13, "3", line));

    const inner = { x: MARGIN, y: HEAD, width: box[2], height: box[3], overflow: "visible" };
    frame.appendChild(withAttributes(drawing, inner));
    writeStyles(frame);
    const svg = new XMLSerializer().serializeToString(frame);
    return { svg, width, height };
  }

  /**
   * A line in pieces that fit the width at 13 px.
   * @param {string} line
   * @param {number} width in px
   */
  function broken(line, width) {
    const pieces = [""];
    let room = width;
    for (const letter of line) {
      const size = letter >= "\u2e80" ? 13 : 8;
      if (size > room) {
        pieces.push("");
        room = width;
      }
      pieces[pieces.length - 1] += letter;
      room -= size;
    }
    return pieces;
  }

  /**
   * Writes into each element what the style says of it, and takes out what only
   * means something to the page.
   * @param {Element} frame
   */
  function writeStyles(frame) {
    // The style reaches it only in the document.
    const holder = document.createElement("div");
    holder.hidden = true;
    holder.appendChild(frame);
    document.body.appendChild(holder);
    const all = [frame].concat(Array.from(frame.querySelectorAll("*")));
    const styles = new Map(
      all.map((one) => {
        const style = getComputedStyle(one);
        const value = (/** @type {string} */ name) =>
          // One kind of quotation marks, and none around an address.
          style.getPropertyValue(name).replace(/url\("(.*?)"\)/g, "url($1)").replace(/"/g, "'");
        return [one, PASSED_ON.concat(one.localName === "stop" ? OWN : []).map((name) => [name, value(name)])];
      })
    );
    for (const one of all) {
      for (const { name } of Array.from(one.attributes)) {
        if (/^(class|role|tabindex|style|data-.*|aria-.*)$/.test(name)) one.removeAttribute(name);
      }
      const above = styles.get(/** @type {Element} */ (one.parentElement));
      (styles.get(one) || []).forEach(([name, value], index) => {
        const known = above && PASSED_ON[index] && above[index][1] === value;
        if (known) one.removeAttribute(name);
        else one.setAttribute(name, value);
      });
    }
    holder.remove();
  }

  /**
   * @param {string} tag
   * @param {{[name: string]: string | number}} attributes
   * @param {string} [text]
   */
  function element(tag, attributes, text) {
    const made = withAttributes(document.createElementNS(SVG, tag), attributes);
    if (text) made.textContent = text;
    return made;
  }

  /**
   * @template {Element} T
   * @param {T} one
   * @param {{[name: string]: string | number}} attributes
   */
  function withAttributes(one, attributes) {
    for (const name of Object.keys(attributes)) one.setAttribute(name, String(attributes[name]));
    return one;
  }

  // @ts-ignore: how the app finds it
  window.tujieExport = give;
})();
