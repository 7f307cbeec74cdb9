// Which sections around a target are open, whether it has the focus, and where it is.
(id) => {
    const target = document.getElementById(id);
    const open = [];
    for (let node = target; node; node = node.parentElement) {
        if (node.localName === 'details') open.push(node.open);
    }
    return {
        open,
        focused: target.querySelector('h4') === document.activeElement,
        top: Math.round(target.getBoundingClientRect().top),
    };
}
