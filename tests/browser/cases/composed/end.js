// Ends a composition in the field by a key, as Safari tells of it.
(key) => {
    const field = document.activeElement;
    field.dispatchEvent(new CompositionEvent('compositionend', {bubbles: true}));
    const event = {key, keyCode: 229, bubbles: true, cancelable: true};
    return field.dispatchEvent(new KeyboardEvent('keydown', event));
}
