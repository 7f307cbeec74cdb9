(options) => async (html) => {
    const target = document.body.appendChild(document.createElement('textarea'));
    const [editor] = await tinymce.init({target, license_key: 'gpl', ...options});
    editor.setContent(html);
    return editor.getContent();
}
