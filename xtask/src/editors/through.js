// Puts every snippet of the guide through the editor of this page, and leaves what came
// out in place of the page.
(keep) => addEventListener('load', async () => {
    const snippets = document.querySelector('template').content.querySelectorAll('pre code');
    const kept = [];
    for (const snippet of snippets) kept.push(await keep(snippet.textContent));
    document.body.replaceChildren(...kept.map((html) => {
        const shown = document.createElement('pre');
        shown.textContent = html;
        return shown;
    }));
})
