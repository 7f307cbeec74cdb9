// Notes what the browser tells while it loads the page.
{
    window.visit = {fcp: 0, lcp: 0, interactive: 0, live: 0, shift: 0, blocking: 0, longest: 0, sent: 0};
    const watch = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note))
        .observe({type, buffered: true});
    watch('paint', ({name, startTime}) => {
        if (name === 'first-contentful-paint') visit.fcp = startTime;
    });
    watch('largest-contentful-paint', ({startTime}) => { visit.lcp = startTime; });
    watch('layout-shift', ({value}) => { visit.shift += value; });
    watch('longtask', ({startTime, duration}) => {
        visit.interactive = Math.max(visit.interactive, startTime + duration);
        visit.blocking += Math.max(0, duration - 50);
        visit.longest = Math.max(visit.longest, duration);
    });
    new MutationObserver(() => {
        if (document.documentElement.dataset.tujie === 'live') visit.live ||= performance.now();
    }).observe(document, {attributes: true, subtree: true, attributeFilter: ['data-tujie']});
}
