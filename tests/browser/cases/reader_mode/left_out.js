// Whether a reader mode would be offered, how many blocks of text the report has, and
// those that it would leave out.
() => {
    const offered = isProbablyReaderable(document);
    const plain = (text) => text.replace(/\s/g, '');
    const text = (block) => {
        const copy = block.cloneNode(true);
        copy.querySelectorAll('[aria-hidden], svg, button').forEach((one) => one.remove());
        return plain(copy.textContent);
    };
    const kept = new Readability(document.cloneNode(true)).parse();
    const page = document.createElement('div');
    page.innerHTML = kept.content;
    const shown = text(page);
    const blocks = [...document.querySelectorAll(
        'main .tj-hero__lead, main .tj-report :is(p, li, h2, h3, h4, th, td)'
    )].filter((block) => !block.closest('template, nav') && !block.querySelector('p, li'))
        .map(text).filter(Boolean);
    return [offered, blocks.length, blocks.filter((block) => !shown.includes(block))];
}
