// Collects what moves, and when the app started to run.
{
    window.shifts = [];
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
}
