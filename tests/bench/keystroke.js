// Types words a character at a time; how long the page took for each, in ms.
async (typed) => {
    const field = document.querySelector('.tj-search__field');
    const frame = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
    await new Promise((next) => setTimeout(next, 1000));
    const times = [];
    for (const words of typed) {
        for (let length = 1; length <= words.length; length += 1) {
            field.value = words.slice(0, length);
            const begun = performance.now();
            field.dispatchEvent(new InputEvent('input', {bubbles: true}));
            times.push(performance.now() - begun);
            await frame();
        }
    }
    return times;
}
