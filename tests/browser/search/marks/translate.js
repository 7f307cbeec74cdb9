// Translates a word in every list; how often it stands there.
() => {
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    let changed = 0;
    for (const text of texts) {
        if (!text.data.includes('委员') || !text.parentNode.closest('li')) continue;
        const font = document.createElement('font');
        text.replaceWith(font);
        font.append(text.data.replace(/委员/, 'Council'), ' member');
        changed += 1;
    }
    return changed;
}
