// Keeps something in each place that a page has for that.
async () => {
    document.cookie = 'left=1';
    localStorage.setItem('left', '1');
    sessionStorage.setItem('left', '1');
    window.name = 'left';
    await new Promise((done, failed) => {
        const opening = indexedDB.open('left');
        opening.onsuccess = done;
        opening.onerror = failed;
    });
    await (await caches.open('left')).put('left', new Response('left'));
}
