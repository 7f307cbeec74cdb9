// Brings the heading of a closed section to the middle of the window, the one in the
// midst of all; where it is.
async () => {
    const rest = () => new Promise((next) => setTimeout(next, 700));
    const shut = [...document.querySelectorAll('details:not([open]) > summary')]
        .filter((summary) => summary.querySelector('h4'));
    const heading = shut[Math.floor(shut.length / 2)].querySelector('h4');
    // What is laid out on the way moves it, and so does what draws itself.
    for (let count = 0; count < 3; count += 1) {
        heading.scrollIntoView({block: 'center'});
        await rest();
    }
    const {left, top, height} = heading.getBoundingClientRect();
    return [left + 20, top + height / 2];
}
