// Keeps each message that reaches the window.
{
    if (window === top) {
        window.heard = [];
        for (const type of ['ready', 'height', 'toggle', 'stage', 'error']) {
            addEventListener('tujie:' + type, ({target, detail}) => {
                heard.push({type, element: target.id, ...detail});
            });
        }
        window.scrolls = [];
        addEventListener('message', ({data}) => {
            if (data && data.tujie === 1 && data.type === 'scroll') scrolls.push(data.top);
        });
    }
}
