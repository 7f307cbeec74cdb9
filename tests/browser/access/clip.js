// Where an element is on the page.
(selector) => {
    const shown = (one) => one.checkVisibility();
    const element = [...document.querySelectorAll(selector)].find(shown);
    element.scrollIntoView({block: 'center'});
    const {left, top, width, height} = element.getBoundingClientRect();
    return {x: left + scrollX, y: top + scrollY, width, height, scale: 1};
}
