// Shows each drawing for some frames.
async () => {
    const frame = () => new Promise((next) => requestAnimationFrame(next));
    const drawings = '.tj-glyph, .tj-graphic__rows, #funnel svg, .tj-land__closing';
    for (const drawing of document.querySelectorAll(drawings)) {
        drawing.scrollIntoView({block: 'center'});
        for (let count = 0; count < 4; count += 1) await frame();
    }
}
