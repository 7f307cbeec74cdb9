// Uses everything that shows words of the report elsewhere.
async () => {
    for (const item of document.querySelectorAll('.tj-river__item')) {
        item.dispatchEvent(new KeyboardEvent('keydown', {key: 'Tab', bubbles: true}));
        item.focus();
        await new Promise((next) => requestAnimationFrame(next));
    }
    for (const button of document.querySelectorAll('.tj-download, [data-tool=share]')) {
        button.click();
        while (!document.querySelector('dialog[open]')) {
            await new Promise((next) => requestAnimationFrame(next));
        }
        document.querySelector('dialog').close();
        while (document.querySelector('dialog')) {
            await new Promise((next) => requestAnimationFrame(next));
        }
    }
    document.body.dispatchEvent(new KeyboardEvent('keydown', {key: '/', bubbles: true}));
    const field = document.querySelector('[role=search] input');
    field.value = '<img';
    field.dispatchEvent(new InputEvent('input', {bubbles: true}));
    await new Promise((next) => requestAnimationFrame(next));
}
