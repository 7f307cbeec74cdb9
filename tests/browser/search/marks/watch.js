// Counts how often marks were there and then not.
() => {
    window.bare = 0;
    let marked = false;
    const look = () => {
        const marks = CSS.highlights.get('tj-hit')?.size > 0;
        if (marked && !marks) bare += 1;
        marked ||= marks && document.querySelector('[role=search] input').value === '1300余条';
        setTimeout(look);
    };
    look();
}
