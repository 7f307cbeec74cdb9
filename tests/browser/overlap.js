// Where words touch what they must not, as sentences; nothing where all is well.
// Works on boxes, not on pixels. A function of the least size of letters and how
// clear of the water words stand, in px, at the top of the page, where what is
// sticky stands in its own place.
(least, shore) => {
    /** The most by which boxes may overlap, in px: letters have room around them. */
    const SLACK = 1;
    /** How clear of a curve words stand, in px. */
    const CLEAR = 4;

    const faults = [];
    const width = document.documentElement.clientWidth;
    const shown = (element) => element.checkVisibility({visibilityProperty: true});
    const style = (element) => getComputedStyle(element);
    /** Words for those who listen, and what shows itself only when focused. */
    const heard = (element) => {
        const {clipPath} = style(element);
        const unseen = clipPath.startsWith('inset(50%') || element.matches('.tj-skip');
        return unseen || (element !== document.body && heard(element.parentElement));
    };

    // --- The words of the page: a box a line -------------------------------------

    /** A line's box without the room above and below its letters. */
    function letters(rect, size) {
        const spare = Math.max(0, (rect.height - size) / 2);
        const {left, right, top, bottom} = rect;
        return {left, right, top: top + spare, bottom: bottom - spare};
    }

    /** What a preview leaves out, and says so by an ellipsis. */
    function left_out(box, holder) {
        const preview = holder.closest('.tj-preview');
        if (!preview || getComputedStyle(preview).overflowX !== 'hidden') return false;
        const {right, bottom} = preview.getBoundingClientRect();
        return box.bottom > bottom + SLACK || box.right > right + SLACK;
    }

    function words() {
        const boxes = [];
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
            const node = texts.currentNode;
            const holder = node.parentElement;
            if (!node.data.trim() || holder.closest('svg') || heard(holder) || !shown(holder)) continue;
            const {fontSize} = style(holder);
            const range = document.createRange();
            range.selectNodeContents(node);
            for (const rect of range.getClientRects()) {
                if (rect.width < 1) continue;
                const size = parseFloat(fontSize);
                const box = letters(rect, size);
                if (left_out(box, holder)) continue;
                boxes.push({...box, node, holder, size, says: node.data.trim().slice(0, 12)});
            }
        }
        return boxes;
    }

    // --- The words of a drawing --------------------------------------------------

    const pen = document.createElement('canvas').getContext('2d');

    /** Where the ink of a drawing's words lies, in the drawing's own units. */
    function inks(drawing) {
        const boxes = [];
        for (const text of drawing.querySelectorAll('text')) {
            if (!shown(text)) continue;
            const nodes = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
            let at = 0;
            while (nodes.nextNode()) {
                const {data, parentElement: holder} = nodes.currentNode;
                const [first, last] = [at, at + data.length - 1];
                at += data.length;
                if (!data.trim()) continue;
                pen.font = style(holder).font;
                const {actualBoundingBoxAscent: up, actualBoundingBoxDescent: down} = pen.measureText(data);
                const {x: left, y} = text.getStartPositionOfChar(first);
                const {x: right} = text.getEndPositionOfChar(last);
                boxes.push({left, right, top: y - up, bottom: y + down, text, holder, says: data});
            }
        }
        return boxes;
    }

    /** A box of a drawing on the screen. */
    function onScreen(box, drawing) {
        const matrix = drawing.getScreenCTM();
        const from = new DOMPoint(box.left, box.top).matrixTransform(matrix);
        const to = new DOMPoint(box.right, box.bottom).matrixTransform(matrix);
        const size = parseFloat(style(box.holder).fontSize) * matrix.a;
        return {...box, size, left: from.x, top: from.y, right: to.x, bottom: to.y, node: box.holder};
    }

    /** A box's corners, edges and middle. */
    function* places({left, right, top, bottom}, margin) {
        for (let across = 0; across <= 8; across += 1) {
            for (let down = 0; down <= 4; down += 1) {
                const x = left - margin + ((right - left + 2 * margin) * across) / 8;
                yield new DOMPoint(x, top - margin + ((bottom - top + 2 * margin) * down) / 4);
            }
        }
    }

    /** Words in the river stand in it, all others beside it; no line crosses any. */
    function waters(drawing) {
        const [body, ...branches] = drawing.querySelectorAll('.tj-river__bank');
        const lines = drawing.querySelectorAll(
            '.tj-river__lead, .tj-river__gauge, .tj-river__arrow, .tj-river__scale, .tj-river__dot'
        );
        for (const box of inks(drawing)) {
            const inside = box.holder.closest('.tj-river__passage, .tj-river--wide .tj-river__mouth--inside');
            const points = [...places(box, inside ? 0 : shore)];
            if (inside && !points.every((point) => body.isPointInFill(point))) {
                faults.push(`${box.says} runs out of the river`);
            }
            const banks = inside ? branches : [body, ...branches];
            if (banks.some((bank) => points.some((point) => bank.isPointInFill(point)))) {
                faults.push(`${box.says} touches the water`);
            }
            for (const line of lines) {
                if (points.some((point) => line.isPointInStroke(point) || line.isPointInFill(point))) {
                    faults.push(`${box.says} is crossed by ${line.getAttribute('class')}`);
                }
            }
        }
    }

    // --- What must hold ----------------------------------------------------------

    function apart(boxes) {
        boxes.sort((one, other) => one.top - other.top);
        boxes.forEach((one, index) => {
            for (const other of boxes.slice(index + 1)) {
                if (other.top > one.bottom - SLACK) break;
                const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
                const down = Math.min(one.bottom, other.bottom) - other.top;
                if (one.node !== other.node && across > SLACK && down > SLACK) {
                    faults.push(`“${one.says}” and “${other.says}” overlap by ${across.toFixed(1)} × ${down.toFixed(1)} px`);
                }
            }
        });
    }

    /** No words are cut off at the window's edges or by what holds them, unless it scrolls. */
    function whole(boxes) {
        const scrolls = (element) =>
            element !== document.body &&
            (style(element).overflowX === 'auto' || scrolls(element.parentElement));
        for (const box of boxes) {
            if (scrolls(box.holder)) continue;
            if (box.left < -0.5 || box.right > width + 0.5) {
                faults.push(`“${box.says}” is cut off at the window's edge: ${box.left} to ${box.right}`);
            }
            for (let holder = box.holder; holder !== document.body; holder = holder.parentElement) {
                const {overflowX, overflowY, clipPath} = style(holder);
                const edge = holder.getBoundingClientRect();
                const cutAcross = overflowX !== 'visible' || clipPath !== 'none';
                const cutDown = overflowY !== 'visible' || clipPath !== 'none';
                const across = box.left < edge.left - SLACK || box.right > edge.right + SLACK;
                const down = box.top < edge.top - SLACK || box.bottom > edge.bottom + SLACK;
                if (holder.localName !== 'svg' && ((cutAcross && across) || (cutDown && down))) {
                    faults.push(`“${box.says}” is cut off by ${holder.className || holder.localName}`);
                }
            }
        }
    }

    /** No letters are too small to be read. */
    function large(boxes) {
        for (const {says, size} of boxes) {
            if (size < least - 0.05) faults.push(`“${says}” is ${size.toFixed(1)} px large, not ${least}`);
        }
    }

    /** Words stand clear of the circles. */
    function clear(boxes) {
        const circles = '.tj-land__ring, .tj-land__closing path';
        for (const circle of document.querySelectorAll(circles)) {
            if (!shown(circle)) continue;
            const matrix = circle.getScreenCTM();
            const length = circle.getTotalLength();
            for (let step = 0; step <= 240; step += 1) {
                const {x, y} = circle.getPointAtLength((length * step) / 240).matrixTransform(matrix);
                const touched = boxes.find(
                    ({left, right, top, bottom}) =>
                        x > left - CLEAR && x < right + CLEAR && y > top - CLEAR && y < bottom + CLEAR
                );
                if (touched) {
                    faults.push(`“${touched.says}” touches ${circle.getAttribute('class')}`);
                    break;
                }
            }
        }
    }

    window.scrollTo(0, 0);
    const drawings = [...document.querySelectorAll('.tj-river')].filter(shown);
    const said = words();
    const all = drawings.reduce(
        (boxes, drawing) => boxes.concat(inks(drawing).map((box) => onScreen(box, drawing))),
        said
    );
    const {scrollWidth} = document.documentElement;
    if (scrollWidth > width) faults.push(`the page is ${scrollWidth} px wide`);
    whole(all);
    large(all);
    clear(said);
    drawings.forEach(waters);
    apart(all);
    return {boxes: all.length, drawn: all.length - said.length, faults};
}
