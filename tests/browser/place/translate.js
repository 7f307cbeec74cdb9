// Doubles every text, as a translation into another language may, and scrolls to a point
// of the report; where that is in the window.
() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
        const font = document.createElement('font');
        text.replaceWith(font);
        font.append(text);
        text.data += text.data;
    }
    const point = document.querySelector('#solidarity li');
    const {top} = point.getBoundingClientRect();
    scrollBy(0, top - innerHeight / 3 + 16);
    const seen = document.elementFromPoint(innerWidth / 2, innerHeight / 3);
    if (seen.localName !== 'font') throw new Error(seen.outerHTML);
    return point.getBoundingClientRect().top;
}
