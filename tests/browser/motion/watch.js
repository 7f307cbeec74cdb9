// Notes what begins to move by itself: animations and transitions by name. The bar's
// progress moves with the reader's own scrolling.
{
    window.moved = [];
    addEventListener('animationstart', ({animationName}) => {
        if (animationName !== 'tj-progress') moved.push(animationName);
    }, true);
    addEventListener('transitionrun', ({propertyName}) => moved.push(propertyName), true);
}
