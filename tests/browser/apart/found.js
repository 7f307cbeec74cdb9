// Where something is that somebody left, by the names of the places.
async () => {
    const matches = (query) => matchMedia(query).matches;
    const places = {
        'cookie': document.cookie !== '',
        'localStorage': localStorage.length > 0,
        'sessionStorage': sessionStorage.length > 0,
        'window.name': window.name !== '',
        'indexedDB': (await indexedDB.databases()).length > 0,
        'caches': (await caches.keys()).length > 0,
        'service worker': (await navigator.serviceWorker.getRegistrations()).length > 0,
        'script': 'left' in window,
        'print': matches('print'),
        'reduced motion': matches('(prefers-reduced-motion: reduce)'),
        'time zone': Intl.DateTimeFormat().resolvedOptions().timeZone === 'Asia/Kathmandu',
        'user agent': navigator.userAgent === 'left',
        'size': innerWidth !== 1440 || innerHeight !== 900,
        'history': history.length > 2,
    };
    return Object.entries(places).filter(([, found]) => found).map(([place]) => place);
}
