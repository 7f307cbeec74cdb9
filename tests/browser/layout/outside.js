// The words that are cut off at a width, in px.
(width) => {
    const heard = (node) => node && (node.offsetWidth <= 1 || heard(node.offsetParent));
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const outside = [];
    while (texts.nextNode()) {
        const {data, parentElement: parent} = texts.currentNode;
        if (!data.trim() || heard(parent) || !parent.checkVisibility()) continue;
        const range = document.createRange();
        range.selectNode(texts.currentNode);
        const rects = [...range.getClientRects()];
        if (rects.some(({left, right}) => left < -0.5 || right > width + 0.5)) {
            outside.push(data);
        }
    }
    return outside;
}
