() => (html) => new Promise((done) => {
    const place = document.body.appendChild(document.createElement('div'));
    place.id = `editor-${document.body.children.length}`;
    const editor = UE.getEditor(place.id);
    editor.ready(() => {
        editor.setContent(html);
        done(editor.getContent());
    });
})
