// What cannot be read, or not be seen, in the system's own few colours, as
// sentences. A function.
() => {
    /** Lines and shapes that tell something. */
    const MARKS =
        '.tj-river__bank, .tj-river__lead, .tj-river__gauge, .tj-river__dot, .tj-river__scale,' +
        '.tj-river__arrow, .tj-tally__tick, .tj-tally__tenth, .tj-length__whole, .tj-length__share,' +
        '.tj-units__mark, .tj-arc--own, .tj-icon, .tj-rail__river path, .tj-rail__river circle,' +
        '.tj-bar__way, .tj-bar__passed';

    const shown = (element) => element.checkVisibility({visibilityProperty: true});
    const pen = document.createElement('canvas').getContext('2d', {willReadFrequently: true});

    /** Red, green, blue and how much of it, from 0 to 1. */
    function colour(value) {
        pen.clearRect(0, 0, 1, 1);
        pen.fillStyle = value;
        pen.fillRect(0, 0, 1, 1);
        return [...pen.getImageData(0, 0, 1, 1).data].map((part) => part / 255);
    }

    function luminance(value) {
        const [red, green, blue] = colour(value);
        const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    function ratio(one, other) {
        const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
    }

    /** What an element stands on. Words whose colours are the system's get its
        ground, whatever is behind them. */
    function ground(element) {
        // Drawings have no ground of their own.
        const drawing = element.closest('svg');
        if (!drawing && getComputedStyle(element).forcedColorAdjust !== 'none') return 'Canvas';
        for (let holder = drawing || element; holder; holder = holder.parentElement) {
            const {backgroundColor} = getComputedStyle(holder);
            if (colour(backgroundColor)[3] > 0) return backgroundColor;
        }
        return 'Canvas';
    }

    const faults = [];
    const look = (element, ink, least, says) => {
        const found = ratio(ink, ground(element));
        if (found < least) faults.push(`${says} has ${found.toFixed(1)} : 1 (${ink})`);
    };

    let words = 0;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const {data, parentElement: holder} = texts.currentNode;
        if (!data.trim() || !shown(holder)) continue;
        words += 1;
        const {color, fill} = getComputedStyle(holder);
        look(holder, holder.closest('svg') ? fill : color, 4.5, `“${data.trim().slice(0, 12)}”`);
    }
    let marks = 0;
    for (const mark of document.querySelectorAll(MARKS)) {
        if (!shown(mark)) continue;
        marks += 1;
        const {stroke, fill} = getComputedStyle(mark);
        look(mark, stroke === 'none' ? fill : stroke, 3, mark.getAttribute('class'));
    }
    return [words, marks, faults];
}
