// Installs the worker; how that ends.
async () => {
    let registration;
    try {
        registration = await navigator.serviceWorker.register('sw.js');
    } catch {
        return 'redundant';
    }
    const {installing, waiting, active} = registration;
    const worker = installing || waiting || active;
    return new Promise((resolve) => {
        const look = () => {
            if (['redundant', 'activated'].includes(worker.state)) resolve(worker.state);
        };
        worker.addEventListener('statechange', look);
        look();
    });
}
