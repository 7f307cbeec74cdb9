// Notes when the card of the flow goes.
() => {
    document.getElementById('funnel').scrollIntoView();
    window.told = [];
    new MutationObserver((changes) => {
        const gone = changes.flatMap(({removedNodes}) => [...removedNodes]);
        if (gone.some((one) => one.className === 'tj-card')) told.push('gone');
    }).observe(document.getElementById('funnel'), {childList: true, subtree: true});
}
