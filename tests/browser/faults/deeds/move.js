// Shows what draws itself, and notes what begins to move.
async () => {
    const frame = () => new Promise((next) => requestAnimationFrame(next));
    window.moved = [];
    addEventListener('animationstart', ({animationName}) => {
        if (animationName !== 'tj-progress') moved.push(animationName);
    }, true);
    for (const one of document.querySelectorAll('#funnel, .tj-figure, .tj-tally')) {
        one.scrollIntoView({block: 'center'});
        for (let count = 0; count < 3; count += 1) await frame();
    }
}
