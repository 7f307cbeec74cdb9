// Waits until the worker has kept what it keeps, and is quiet since.
async () => {
    if (!document.querySelector('script[data-worker]')) return;
    await navigator.serviceWorker.ready;
    await new Promise((next) => setTimeout(next, 4000));
}
