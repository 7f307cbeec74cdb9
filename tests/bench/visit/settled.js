// What was noted, once the page is quiet.
async () => {
    const settled = () => document.readyState === 'complete' && visit.fcp > 0
        && (visit.live > 0 || !document.querySelector('script'))
        && performance.now() > Math.max(visit.live, visit.fcp) + 2000;
    while (!settled()) await new Promise((next) => setTimeout(next, 100));
    return visit;
}
