// Whether the next worker was refused.
async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const found = new Promise((resolve) => {
        registration.addEventListener('updatefound', () => {
            const worker = registration.installing;
            worker.addEventListener('statechange', () => resolve(worker.state));
        });
    });
    await registration.update();
    return (await found) === 'redundant';
}
