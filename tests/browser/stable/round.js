// Everything that opens is opened and closed once.
async () => {
    const frame = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
    const find = (selector) => {
        const found = [...document.querySelectorAll(selector)];
        const shown = found.find((one) => one.getClientRects().length > 0);
        if (!shown) throw new Error(`no ${selector}`);
        return shown;
    };
    const press = async (selector) => {
        find(selector).dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}));
        await frame();
        // What opens at once is laid out one after the other.
        while (document.documentElement.dataset.waits === '') await frame();
    };
    const key = async (name, target = document.activeElement) => {
        target.dispatchEvent(new KeyboardEvent('keydown', {key: name, bubbles: true, cancelable: true}));
        await frame();
    };
    const type = async (words) => {
        const field = find('[role=search] input');
        field.value = words;
        field.dispatchEvent(new InputEvent('input', {bubbles: true}));
        await frame();
    };
    const opened = async (selector) => {
        while (!document.querySelector(selector)) await frame();
    };
    const closed = async (selector) => {
        while (document.querySelector(selector)) await frame();
    };
    const leave = async () => {
        await opened('dialog[open]');
        await press('dialog[open] [aria-label=关闭]');
        await closed('dialog');
    };

    // The dialogs of the toolbar, and of the sheet.
    for (const tool of ['share', 'more', 'embed']) {
        if (tool === 'embed') {
            await press('[data-tool=more]');
            await press('dialog [data-tool=embed]');
            await opened('.tj-embed');
        } else {
            await press(`[data-tool=${tool}]`);
        }
        await leave();
    }
    await press('#funnel .tj-download');
    await leave();

    // A search, with hits in sections and in drawings.
    for (const words of ['委员', '件']) {
        await key('/', document.body);
        await type(words);
        await key('Enter');
        await key('Escape');
        await closed('[role=search]');
    }

    // The looks.
    for (const tool of ['dark', 'dark', 'elder', 'elder']) await press(`[data-tool=${tool}]`);

    // All sections, opened and closed.
    await press('[data-tool=sections]');
    await press('[data-tool=sections]');

    // A card, and the table.
    const station = find('#funnel [data-stage]');
    station.focus({preventScroll: true});
    await frame();
    if (!document.querySelector('.tj-card')) throw new Error('no card');
    await key('Escape');
    await closed('.tj-card');
    station.blur();
    for (let turn = 0; turn < 2; turn += 1) await press('#funnel-data > summary');

    // To the source of a figure, and back.
    await press('a[data-figure]');
    await press('.tj-way button:last-child');
    await closed('.tj-way');

    // The voice, as far as there is one.
    await press('[data-tool=aloud]');
    await opened('.tj-dock');
    await press('[data-tool=aloud]');
    await closed('.tj-dock');
    return null;
}
