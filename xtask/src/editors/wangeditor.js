() => (html) => {
    const selector = document.body.appendChild(document.createElement('div'));
    return wangEditor.createEditor({selector, html}).getHtml();
}
