// What was noted, once the page is quiet.
async () => {
    const settled = () => document.readyState === 'complete' && visit.fcp > 0
        && (visit.live > 0 || !document.querySelector('script'))
        && performance.now() > Math.max(visit.live, visit.fcp) + 2000;
    while (!settled()) await new Promise((next) => setTimeout(next, 100));
    const [page] = performance.getEntriesByType('navigation');
    const loaded = [page, ...performance.getEntriesByType('resource')];
    visit.sent = loaded.reduce((sum, {encodedBodySize}) => sum + encodedBodySize, 0) / 1000;
    visit.interactive = Math.max(visit.interactive, visit.fcp, page.domContentLoadedEventEnd);
    return visit;
}
