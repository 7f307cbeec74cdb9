// What is pressed and is too small for it, as sentences. Runs as the body of a
// function of the least size in px, and what must be larger: a selector and its
// least height.
(least, main) => {
    const CONTROLS = 'a[href], button, input, select, textarea, summary, [role=button]';
    const shown = (element) =>
        element.checkVisibility({visibilityProperty: true}) && getComputedStyle(element).pointerEvents !== 'none';

    /** A link among words is as high as its line. */
    const inline = (element) =>
        element.localName === 'a' && getComputedStyle(element).display === 'inline' &&
        element.parentElement.textContent.trim() !== element.textContent.trim();

    const modal = document.querySelector('dialog:modal') || document;
    const controls = [...modal.querySelectorAll(CONTROLS)].filter(
        (element) => shown(element) && !element.matches('.tj-skip') && !inline(element)
    );
    const faults = [];
    for (const control of controls) {
        const {width, height} = control.getBoundingClientRect();
        const large = main.find(([selector]) => control.matches(selector));
        const wanted = large ? large[1] : least;
        if (width < least - 0.5 || height < wanted - 0.5) {
            const words = control.getAttribute('aria-label') || control.textContent.trim();
            faults.push(`${control.getAttribute('class')} “${words.slice(0, 12)}” is ${width.toFixed(1)} × ${height.toFixed(1)} px, not ${wanted}`);
        }
    }
    return [controls.length, faults];
}
