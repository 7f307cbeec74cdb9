// Collects what moves, when the app started to run, and whether digits have rolled.
{
    window.shifts = [];
    window.rolled = false;
    new PerformanceObserver((list) => {
        for (const shift of list.getEntries()) {
            shifts.push({
                value: shift.value,
                moved: shift.sources.map(({node}) => node && (node.className || node.nodeName)),
            });
        }
    }).observe({type: 'layout-shift', buffered: true});
    new MutationObserver(() => {
        if (document.documentElement.dataset.tujie === 'live') window.live ??= performance.now();
    }).observe(document, {attributes: true, subtree: true, attributeFilter: ['data-tujie']});
    new MutationObserver((changes) => {
        rolled ||= changes.some(({target}) => Boolean(target.closest('#figures')));
    }).observe(document, {attributes: true, subtree: true, attributeFilter: ['data-reel']});
}
