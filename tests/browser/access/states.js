// What a reader may have before them: each state is entered, is there, and is left
// again, without a page being loaded. A function of the state's name and the step.
(name, step) => {
    const one = (selector) => document.querySelector(selector);
    const press = (selector) => one(selector).click();
    const sections = (open) => {
        for (const details of document.querySelectorAll('#app details')) details.open = open;
    };
    const dialog = (title) => one(`dialog[open][aria-label="${title}"] .tj-dialog__box`) !== null;
    const gone = (selector) => one(selector) === null;
    const drawn = (selector) =>
        [...document.querySelectorAll(selector)].find((element) => element.getClientRects().length > 0);

    /** A dialog that opens with its button. */
    const window_ = (title, button) => ({
        part: 'dialog',
        enter: () => press(button),
        there: () => dialog(title),
        leave: () => one('dialog[open]').close(),
        left: () => gone('dialog'),
    });

    const states = {
        closed: {part: '', enter: () => sections(false), leave: () => sections(true)},
        open: {part: '', enter: () => sections(true), leave: () => { one('.tj-bar__menu').open = false; }},
        工具: window_('工具', '[data-tool=more]'),
        分享: window_('分享', '.tj-toolbar [data-tool=share]'),
        下载: window_('下载', '#funnel .tj-download'),
        // It stands behind 工具, whose window closes first.
        嵌入: {
            ...window_('嵌入', '[data-tool=more]'),
            there: () => {
                if (dialog('工具')) press('dialog [data-tool=embed]');
                return dialog('嵌入');
            },
        },
        搜索: {
            part: '.tj-search',
            enter: () => press('[data-tool=search]'),
            there: () => {
                const field = one('.tj-search__field');
                if (!field) return false;
                if (!field.value) {
                    field.value = '提案';
                    field.dispatchEvent(new InputEvent('input', {bubbles: true}));
                }
                return one('.tj-search__count').textContent.includes('／');
            },
            leave: () => press('.tj-search__button:last-child'),
            left: () => gone('.tj-search'),
        },
        卡片: {
            part: '#funnel',
            enter: () => {
                const item = drawn('#funnel [data-stage=filed]');
                item.dispatchEvent(new KeyboardEvent('keydown', {key: 'Tab', bubbles: true}));
                item.focus();
            },
            there: () => !gone('.tj-card'),
            leave: () => one('#funnel .tj-download').focus(),
            left: () => gone('.tj-card'),
        },
        数据表: {
            part: '#funnel',
            enter: () => {
                // Where nothing lies under the bar that sticks to the window's top.
                scrollTo(0, 0);
                one('#funnel-data').open = true;
                press('.tj-funnel__drawn');
            },
            there: () => one('#funnel').hasAttribute('data-undrawn'),
            leave: () => press('.tj-funnel__drawn'),
            left: () => !one('#funnel').hasAttribute('data-undrawn'),
        },
        出处: {
            part: '.tj-way',
            enter: () => press('.tj-headline a'),
            there: () => !gone('.tj-way'),
            leave: () => press('.tj-way__button:last-child'),
            left: () => gone('.tj-way'),
        },
        朗读: {
            part: '.tj-dock',
            enter: () => press('.tj-toolbar [data-tool=aloud]'),
            there: () => !gone('.tj-dock') && !gone('[data-aloud]'),
            leave: () => press('.tj-dock__button:last-child'),
            left: () => gone('.tj-dock'),
        },
        通知: {
            part: '#notice',
            enter: () => tujie.notice('data', () => {}),
            there: () => one('#notice').textContent !== '',
            leave: () => press('.tj-notice__close'),
            left: () => one('#notice').textContent === '',
        },
    };

    const taken = states[name][step];
    return typeof taken === 'function' ? taken() : taken === undefined || taken;
}
