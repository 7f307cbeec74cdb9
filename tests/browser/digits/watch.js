// Follows each roll of a digit.
{
    window.told = {};
    window.changed = [];
    window.rolls = {};
    window.reels = 0;
    window.longest = 0;
    const tell = () => {
        // What is arriving has not said all yet.
        let last = /** @type {Node} */ (document);
        while (last.lastChild) last = last.lastChild;
        const arriving = document.readyState === 'loading';
        for (const figure of document.querySelectorAll('[data-figure]')) {
            if (arriving && figure.contains(last)) continue;
            const copy = figure.cloneNode(true);
            for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
            (told[figure.dataset.figure] ??= {})[copy.textContent] = true;
        }
        requestAnimationFrame(tell);
    };
    requestAnimationFrame(tell);
    // A page that is still arriving changes all the time.
    addEventListener('DOMContentLoaded', () => {
        new MutationObserver((changes) => {
            for (const {target, attributeName} of changes) {
                if (attributeName === 'data-reel') reels += 1;
                const element = target.closest ? target : target.parentElement;
                const figure = element && element.closest('[data-figure]');
                if (figure && !element.closest('[aria-hidden=true]')) {
                    changed.push(figure.dataset.figure);
                }
            }
        }).observe(document, {
            attributes: true, characterData: true, childList: true, subtree: true,
        });
    });
    const digits = (one) => one.matches('.tj-digits') ? one.textContent.match(/[0-9]/g).length : 0;
    addEventListener('animationstart', ({target}) => {
        const figure = digits(target) && target.closest('[data-figure]');
        if (figure) rolls[figure.dataset.figure] = (rolls[figure.dataset.figure] || 0) + digits(target);
    }, true);
    addEventListener('animationend', ({target, elapsedTime}) => {
        if (digits(target) && target.closest('[data-figure]')) longest = Math.max(longest, elapsedTime);
    }, true);
}
