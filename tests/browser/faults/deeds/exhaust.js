// Takes all of the app's memory and presses a control.
async () => {
    const app = await tujieApp();
    for (let size = 1 << 24; size >= 1; size >>= 1) {
        try {
            while (app.__wbindgen_malloc(size, 1)) {}
        } catch (full) {}
    }
    // At once: whatever the app does next ends it.
    const buttons = [...document.querySelectorAll('button')];
    buttons.find((button) => button.innerText.trim() === '展开全部').click();
}
