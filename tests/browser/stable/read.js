// Reads through the whole page, a third of a window at a time; the browser is idle
// between.
async () => {
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 3) {
        scrollTo({top, behavior: 'instant'});
        await new Promise((next) => requestAnimationFrame(next));
        await new Promise((next) => requestIdleCallback(next));
    }
}
