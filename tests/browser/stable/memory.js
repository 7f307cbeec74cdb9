// The memory of the WASMs that run, in bytes.
async () => {
    let bytes = 0;
    // The app, and what few readers need where that was asked for.
    for (const part of [window.tujieApp, window.tujieExtras]) {
        if (part) bytes += (await part()).memory.buffer.byteLength;
    }
    return bytes;
}
