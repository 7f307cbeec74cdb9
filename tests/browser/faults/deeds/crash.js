// The writer runs into a trap.
{
    const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0,
        7, 5, 1, 1, 116, 0, 0, 10, 5, 1, 3, 0, 0, 11];
    const module = new WebAssembly.Module(new Uint8Array(bytes));
    const trap = /** @type {Function} */ (new WebAssembly.Instance(module).exports.t);
    /** @type {any} */
    const start = WebAssembly.instantiate;
    let count = 0;
    WebAssembly.instantiate = /** @type {any} */ ((module, imports) => {
        count += 1;
        if (count > 1) {
            let calls = 0;
            for (const functions of Object.values(imports)) {
                for (const [name, call] of Object.entries(functions)) {
                    functions[name] = (...given) => {
                        calls += 1;
                        if (calls > 40 && !window.lifted) trap();
                        return call(...given);
                    };
                }
            }
        }
        return start(module, imports);
    });
}
