// Wraps every text, as translators do, and puts elements of its own in between; how many
// texts there were.
() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
        const font = document.createElement('font');
        font.appendChild(document.createElement('font')).append(text.data);
        text.replaceWith(font);
    }
    for (const place of document.querySelectorAll('body, main, details')) {
        place.prepend(document.createElement('div'));
    }
    return texts.length;
}
