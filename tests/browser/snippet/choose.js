// Chooses a value of a label as a reader does.
(label, value) => {
    const select = [...document.querySelectorAll('dialog label')]
        .find((one) => one.firstChild.textContent === label).querySelector('select');
    select.value = value;
    if (select.value !== value) throw new Error(label + ' has no ' + value);
    select.dispatchEvent(new Event('change', {bubbles: true}));
}
