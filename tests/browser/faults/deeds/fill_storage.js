// Storage is full.
{
    for (const name of ['getItem', 'setItem', 'removeItem']) {
        Storage.prototype[name] = () => {
            throw new DOMException('full', 'QuotaExceededError');
        };
    }
}
