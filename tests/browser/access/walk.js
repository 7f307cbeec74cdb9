// What a reader meets who has a keyboard alone. Taken into the page once;
// `walk.arrive()` is called after each press of Tab and judges where the focus
// is now.
window.walk = (() => {
    const CONTROLS = 'a[href], button, input, select, textarea, summary, [tabindex]';
    /** By how much boxes may overlap and still follow each other, in px. */
    const SLACK = 2;
    /** What shows that something has the focus. */
    const SEEN = [
        'outlineStyle', 'outlineWidth', 'outlineColor', 'textDecoration', 'backgroundColor',
        'borderColor', 'color', 'opacity', 'fill', 'stroke', 'strokeWidth', 'r',
    ];

    const shown = (element) => element.checkVisibility({visibilityProperty: true});
    const box = (element) => element.getBoundingClientRect();
    const says = (element) => {
        if (!element) return 'nothing';
        const words = element.getAttribute('aria-label') || element.textContent.trim();
        return `${element.localName} “${words.slice(0, 20)}”`;
    };

    /** Everything that can be used, in the order of the document. */
    function stops() {
        const modal = document.querySelector('dialog:modal') || document;
        return [...modal.querySelectorAll(CONTROLS)].filter(
            (element) => element.tabIndex >= 0 && !element.disabled && shown(element)
        );
    }

    /** How an element and what is in it look. */
    function looks(element) {
        return [element, ...element.querySelectorAll('*')].map((one) => {
            const style = getComputedStyle(one);
            return SEEN.map((name) => style[name]).join();
        }).join('\n');
    }

    /** The nearest holder that lies over the page, as bars and windows do. */
    function lifted(element) {
        const over = ['fixed', 'sticky'];
        while (element && !over.includes(getComputedStyle(element).position)) {
            element = element.parentElement;
        }
        return element;
    }

    /** Whether the element is in the window, and nothing lies over it. */
    function inSight(element) {
        const {left, right, top, bottom, height} = box(element);
        const room = innerHeight / 2;
        if (height < room && (top < 0 || bottom > innerHeight)) {
            return `lies from ${top} to ${bottom} in a window of ${innerHeight} px`;
        }
        for (const down of [0.1, 0.5, 0.9]) {
            for (const across of [0.1, 0.5, 0.9]) {
                const [x, y] = [left + (right - left) * across, top + height * down];
                const over = lifted(document.elementFromPoint(x, y));
                if (over && !over.contains(element)) return `is covered by ${says(over)}`;
            }
        }
        return null;
    }

    /** Whether the line around the element is whole. */
    function outlined(element) {
        const {outlineStyle, outlineWidth, outlineOffset} = getComputedStyle(element);
        if (outlineStyle === 'none') return null;
        const beyond = parseFloat(outlineWidth) + parseFloat(outlineOffset) - 1;
        const {left, right, top, bottom} = box(element);
        const cut = (edge) =>
            left - beyond < edge.left || right + beyond > edge.right ||
            top - beyond < edge.top || bottom + beyond > edge.bottom;
        if (cut({left: 0, right: innerWidth, top: 0, bottom: innerHeight})) {
            return 'has its outline cut off by the window';
        }
        // What is out of the flow is cut off by what it is placed in alone.
        let out = getComputedStyle(element).position === 'absolute';
        for (let holder = element.parentElement; holder; holder = holder.parentElement) {
            const {overflowX, overflowY, position} = getComputedStyle(holder);
            if (out && position === 'static') continue;
            out = position === 'absolute';
            const {left: from, right: to, top: above, bottom: below} = box(holder);
            const edge = {
                left: overflowX === 'visible' ? -1e6 : from,
                right: overflowX === 'visible' ? 1e6 : to,
                top: overflowY === 'visible' ? -1e6 : above,
                bottom: overflowY === 'visible' ? 1e6 : below,
            };
            if (holder !== document.documentElement && holder !== document.body && cut(edge)) {
                return `has its outline cut off by ${holder.className}`;
            }
        }
        return null;
    }

    /** Whether the eye comes to the other after the one. What hangs in the
        margin of a heading is met with it. */
    function follows(one, other) {
        if (one.contains(other) || one.nextElementSibling === other) return true;
        const [before, after] = [box(one), box(other)];
        const right = after.left >= before.right - SLACK;
        const above = after.bottom <= before.top + SLACK;
        const beside = after.top < before.bottom - SLACK && after.bottom > before.top + SLACK;
        return right || !(above || (beside && after.right <= before.left + SLACK));
    }

    let back = false;
    let last = null;
    let due = null;
    let style = '';

    /** Starts where the focus is; `backwards` with Shift. */
    function begin(backwards) {
        back = backwards;
        last = null;
        due = undefined;
    }

    /** What has the focus now, and what is wrong with that; no name at the end. */
    function arrive() {
        const faults = [];
        const focus = document.activeElement;
        let here = focus === document.body || focus === document.documentElement ? null : focus;
        // Where nothing of the browser is around the page, its end is followed by its beginning.
        if (due === null && here === stops().at(back ? -1 : 0)) here = null;
        if (due !== undefined && here !== due) {
            faults.push(`${says(here)} has the focus; due was ${says(due)} after ${says(last)}`);
        }
        if (last && last.isConnected && style === looks(last)) {
            faults.push(`nobody sees that ${says(last)} has the focus`);
        }
        if (here) {
            const [one, other] = back ? [here, last] : [last, here];
            if (last && last.isConnected && !follows(one, other)) {
                faults.push(`${says(here)} stands before ${says(last)}, and comes after it`);
            }
            for (const fault of [inSight(here), outlined(here)]) {
                if (fault) faults.push(`${says(here)} ${fault}`);
            }
            if (Number(here.getAttribute('tabindex')) > 0) faults.push(`${says(here)} jumps the queue`);
            style = looks(here);
            const all = stops();
            due = all[all.indexOf(here) + (back ? -1 : 1)] || null;
        }
        last = here;
        return [here ? says(here) : null, faults];
    }

    return {begin, arrive, stops: () => stops().length};
})();
