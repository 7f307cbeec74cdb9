// With plugins besides those that every editor has; through the button 插入 HTML, where
// there is one.
(more, options) => async (html) => {
    const {ClassicEditor, Essentials, Paragraph, Link} = CKEDITOR;
    const place = document.body.appendChild(document.createElement('div'));
    const editor = await ClassicEditor.create(place, {
        licenseKey: 'GPL',
        plugins: [Essentials, Paragraph, Link, ...more.map((name) => CKEDITOR[name])],
        ...options,
    });
    if (more.includes('HtmlEmbed')) editor.execute('htmlEmbed', html);
    else editor.setData(html);
    return editor.getData();
}
