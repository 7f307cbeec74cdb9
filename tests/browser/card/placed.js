// Focuses each item of the flow in turn; where its card is then, and what it covers.
async () => {
    const frame = () => new Promise((next) => requestAnimationFrame(next));
    const shown = (one) => one.getBoundingClientRect().height > 0;
    const placed = [];
    const items = [...document.querySelectorAll('#funnel .tj-river__item')].filter(shown);
    for (const item of items) {
        item.dispatchEvent(new KeyboardEvent('keydown', {key: 'Tab', bubbles: true}));
        item.focus();
        await frame();
        await frame();
        const element = document.querySelector('#funnel .tj-card');
        // It comes from a few px below its place.
        await Promise.all(element.getAnimations().map(({finished}) => finished));
        const card = element.getBoundingClientRect();
        const meets = (one) => {
            const {left, right, top, bottom} = one.getBoundingClientRect();
            return left < card.right && card.left < right && top < card.bottom && card.top < bottom;
        };
        const rates = '.tj-river__passage, .tj-river__mouth--inside';
        const covered = [...document.querySelectorAll(rates)]
            .filter((rate) => rate !== item && shown(rate) && meets(rate)).length;
        const figure = document.getElementById('funnel').getBoundingClientRect();
        const inside = card.left >= 0 && card.right <= innerWidth
            && (card.top >= 0 && card.bottom <= innerHeight
                || card.top >= figure.top && card.bottom <= figure.bottom);
        placed.push({label: element.getAttribute('aria-label'), covered, inside});
    }
    return placed;
}
