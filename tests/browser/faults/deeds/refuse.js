// Makes no elements for the app.
{
    const refused = (prototype, name) => {
        const make = prototype[name];
        prototype[name] = function (...given) {
            const [, , caller] = new Error().stack.split('\n');
            if (caller.includes('/app-')) throw new Error('refused');
            return make.apply(this, given);
        };
    };
    refused(Document.prototype, 'createElement');
    refused(Document.prototype, 'createElementNS');
    refused(Node.prototype, 'cloneNode');
}
