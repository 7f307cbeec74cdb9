// Counts what is attached and what holds the reader up.
{
    window.observing = new Set();
    for (const name of ['IntersectionObserver', 'MutationObserver', 'ResizeObserver']) {
        const {prototype} = window[name];
        const {observe, disconnect} = prototype;
        prototype.observe = function (...all) {
            observing.add(this);
            return observe.apply(this, all);
        };
        prototype.disconnect = function () {
            observing.delete(this);
            return disconnect.call(this);
        };
    }
    window.long = [];
    new PerformanceObserver((list) => {
        for (const {startTime, duration} of list.getEntries()) long.push([startTime, duration]);
    }).observe({type: 'longtask', buffered: true});
}
