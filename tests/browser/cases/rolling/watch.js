// Keeps whatever is to be painted in the place of a number, with what is printed.
{
    window.painted = [];
    new MutationObserver((changes) => {
        for (const {target} of changes) {
            const reel = /** @type {Element} */ (target);
            if (!reel.hasAttribute('data-reel')) continue;
            // A style writes a new line as \a.
            const {content} = getComputedStyle(reel, '::after');
            const lines = content.slice(1, -1).split(/\\a ?|\n/);
            for (const line of lines) painted.push([line, reel.textContent]);
        }
    }).observe(document, {attributes: true, attributeFilter: ['data-reel'], subtree: true});
}
