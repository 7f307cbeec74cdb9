// Notes how long the next click takes until what it led to is painted, in ms.
window.opened = new Promise((told) => {
    addEventListener('click', ({timeStamp}) => {
        requestAnimationFrame(() => {
            const painted = new MessageChannel();
            painted.port1.onmessage = () => told(performance.now() - timeStamp);
            painted.port2.postMessage(null);
        });
    }, {capture: true, once: true});
});
