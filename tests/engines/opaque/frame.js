// Puts the report into a sandboxed frame, and keeps what it tells.
() => {
    window.told = [];
    // Where a page keeps its errors for the stories.
    window.complaints = [];
    addEventListener('message', ({data}) => told.push(data));
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.width = '800';
    frame.src = 'index.html?view=figures';
    document.body.appendChild(frame);
    return true;
}
