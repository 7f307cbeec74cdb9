/**
 * Looks at the lines of everything that is read, at one width after the other.
 *
 * A block is what lays out lines of its own. Its letters come from the text nodes in it
 * that no smaller block holds; `words` and `numbers` are ranges of them that no line may
 * cut.
 */
(() => {
  // What is read as running text: its lines may end between any two letters.
  const RUNNING =
    ".tj-points li, .tj-part__text, .tj-chapter__text, .tj-hero__lead, .tj-terms__item, .tj-term__note, .tj-funnel__derived, .tj-funnel__notes, .tj-footer__imprint, .tj-footer__note";
  // Heard, not seen, or drawn.
  const APART = ".tj-spoken, svg, script, style, template, .tj-skip, [hidden]";
  const PUNCTUATION = /[\p{P}\p{S}\s]/u;
  const NEVER_FIRST = /[，、。；：！？”’」』》）】％%]/u;
  const NEVER_LAST = /[“‘「『《（【]/u;

  const inline = (element) => {
    const { display } = getComputedStyle(element);
    return (
      display === "inline" ||
      display === "contents" ||
      (display === "inline-block" && element.matches("span:not([class*='__'])"))
    );
  };

  let blocks = [];

  /** Finds the blocks, and tells the text of each. */
  const collect = () => {
    const held = new Map();
    const walker = document.createTreeWalker(document.querySelector("#app"), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.data.trim() || node.parentElement.closest(APART)) continue;
      let block = node.parentElement;
      while (inline(block)) block = block.parentElement;
      if (!held.has(block)) held.set(block, []);
      held.get(block).push(node);
    }
    blocks = [...held].map(([element, nodes]) => ({
      element,
      nodes,
      text: nodes.map((node) => node.data).join(""),
      running: element.closest(RUNNING) !== null,
    }));
    return blocks.map(({ text, running }) => ({ text, running }));
  };

  /** Takes the ranges that no line may cut, for each block, as `[start, end]`. */
  const given = (ranges) => {
    ranges.forEach(({ words, numbers }, index) => Object.assign(blocks[index], { words, numbers }));
  };

  /** The letters of a block with the boxes that they are painted in. */
  const painted = ({ element, nodes }) => {
    const bottom = element.getBoundingClientRect().bottom;
    const range = document.createRange();
    const letters = [];
    let place = 0;
    for (const node of nodes) {
      for (let at = 0; at < node.length; at += 1) {
        const letter = node.data[at];
        if (letter.trim()) {
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const box = range.getBoundingClientRect();
          if (box.width > 0 && box.top < bottom - 1) letters.push({ letter, place, box });
        }
        place += 1;
      }
    }
    return letters;
  };

  const lines = (letters) => {
    const found = [];
    let before;
    for (const one of letters) {
      const next = before && (one.box.left < before.left - 0.5 || one.box.top >= before.bottom - 1);
      if (!before || next) found.push([]);
      found[found.length - 1].push(one);
      before = one.box;
    }
    return found;
  };

  const solid = (line) => line.filter(({ letter }) => !PUNCTUATION.test(letter)).length;

  const faults = (block) => {
    const letters = painted(block);
    const all = lines(letters);
    if (all.length < 2) return [];
    const found = [];
    const shown = all.map((line) => line.map(({ letter }) => letter).join("")).join("|");
    const tell = (kind) => found.push({ kind, shown, running: block.running });
    const cut = (ranges, place) => ranges.some(([start, end]) => start < place && place < end);
    all.forEach((line, index) => {
      const first = line[0];
      const last = line[line.length - 1];
      if (index > 0) {
        if (cut(block.numbers, first.place)) tell("number");
        else if (!block.running && cut(block.words, first.place)) tell("word");
        if (NEVER_FIRST.test(first.letter)) tell("edge");
      }
      if (index < all.length - 1 && NEVER_LAST.test(last.letter)) tell("edge");
      const ends = index === all.length - 1;
      if (solid(line) < 2 && (ends || !block.running)) tell("single");
    });
    for (let at = 1; at < letters.length; at += 1) {
      const [before, after] = [letters[at - 1], letters[at]];
      const gap = after.box.left - before.box.right;
      if (before.letter === "”" && /[，、。；]/.test(after.letter) && gap > before.box.width * 0.4) {
        tell("drift");
      }
    }
    return found;
  };

  /** What is wrong at the width that the window has. */
  const look = () => {
    const found = [];
    for (const block of blocks) {
      const { offsetWidth, offsetHeight } = block.element;
      if (offsetWidth <= 1 || offsetHeight <= 1) continue;
      const size = `${offsetWidth} ${offsetHeight} ${block.element.getBoundingClientRect().width}`;
      if (block.size !== size) {
        block.size = size;
        block.found = faults(block);
      }
      const at = block.element.className || block.element.localName;
      found.push(...block.found.map((fault) => ({ ...fault, at })));
    }
    return found;
  };

  Object.assign(window, { typeset: { collect, given, look } });
})
