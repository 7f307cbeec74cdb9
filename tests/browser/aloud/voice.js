// A voice that speaks when the test wants it to.
{
    window.said = [];
    window.voices = [{lang: 'en-US', localService: true}, {lang: 'zh_CN', localService: true}];
    Object.defineProperty(window, 'SpeechSynthesisUtterance', {
        value: class { constructor(text) { this.text = text; } },
    });
    window.voice = {
        getVoices: () => voices,
        speak(one) {
            said.push(one);
            this.now = one;
            // It is heard a little later, unless it is silent.
            Promise.resolve().then(() => {
                if (this.now === one && one.onstart && !this.silent) one.onstart({type: 'start'});
            });
        },
        cancel() { this.end('onerror', {error: 'canceled'}); },
        end(how, event) {
            const one = this.now;
            this.now = null;
            if (one && one[how]) one[how]({type: how.slice(2), ...event});
        },
        done() { this.end('onend', {}); },
    };
    Object.defineProperty(window, 'speechSynthesis', {value: voice});
}
