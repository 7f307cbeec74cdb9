// Scrolls to a drawing as a reader does; the share of frames that were dropped while
// it drew itself, in percent.
async (selector, duration) => {
    const frame = () => new Promise(requestAnimationFrame);
    const rest = () => new Promise((next) => setTimeout(next, 400));
    await rest();
    const shown = [...document.querySelectorAll(selector)].find((one) =>
        one.getClientRects().length > 0 && one.dataset.draw === 'waiting');
    // What is laid out on the way moves it.
    for (let count = 0; count < 3; count += 1) {
        window.scrollBy(0, shown.getBoundingClientRect().top - innerHeight - 40);
        await rest();
    }
    window.scrollBy(0, innerHeight / 2);
    await frame();
    const first = await frame();
    let frames = 0;
    let last = first;
    while (last - first < duration) {
        last = await frame();
        frames += 1;
    }
    const due = Math.round((last - first) / (1000 / 60));
    return 100 * Math.max(0, due - frames) / due;
}
