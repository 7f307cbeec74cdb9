// Throws at every turn.
{
    const thrown = () => { throw new TypeError('refused'); };
    const again = setInterval(thrown, 20);
    setTimeout(() => clearInterval(again), 5000);
    for (const type of ['focusin', 'tujie:shown', 'scroll', 'load']) {
        addEventListener(type, thrown, true);
    }
    new MutationObserver(thrown).observe(document, {childList: true, subtree: true});
    addEventListener('DOMContentLoaded', () => {
        document.querySelector('summary').focus();
        Promise.reject(new TypeError('refused'));
    });
}
