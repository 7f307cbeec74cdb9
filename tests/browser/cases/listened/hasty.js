// Keeps what waits long, for the story to end it.
{
    const later = window.setTimeout;
    window.waiting = [];
    // @ts-ignore: a timer's number, which nobody needs
    window.setTimeout = (action, delay, ...rest) => delay >= 8000
        ? waiting.push(() => /** @type {any} */ (action)(...rest))
        : later(action, delay, ...rest);
}
