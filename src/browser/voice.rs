//! The browser's voice (Web Speech), as far as it speaks Chinese.
//!
//! Pausing is left out: on some systems a paused voice never goes on. Whoever
//! pauses falls silent and says the sentence again.

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

/// What can speak.
#[derive(Clone)]
pub struct Voice(SpeechSynthesis);

/// How saying something goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// It is heard from now on.
    Begun,
    /// It was said.
    All,
    /// Somebody else made the voice stop.
    Silenced,
    /// The voice broke.
    Broken,
}

/// Something that is being said. Dropped, nobody waits for its end. Held as
/// long as it is said: some browsers forget what nobody holds.
pub struct Saying {
    utterance: SpeechSynthesisUtterance,
    _tell: Closure<dyn FnMut(JsValue)>,
}

/// Waits for other voices, until dropped.
pub struct VoiceChanges {
    engine: SpeechSynthesis,
    _call: Closure<dyn FnMut()>,
}

impl Drop for VoiceChanges {
    fn drop(&mut self) {
        self.engine.set_onvoiceschanged(None);
    }
}

impl Voice {
    /// The browser's, where it has one.
    pub fn here() -> Option<Voice> {
        let window = web_sys::window()?;
        let has = |name: &str| Reflect::get(&window, &name.into()).is_ok_and(|it| it.is_truthy());
        if !has("speechSynthesis") || !has("SpeechSynthesisUtterance") {
            return None;
        }
        window.speech_synthesis().ok().map(Voice)
    }

    /// The most fitting of the voices that are there by now: of the mainland,
    /// on this device before elsewhere.
    pub fn chinese(&self) -> Option<SpeechSynthesisVoice> {
        let voices = self.0.get_voices().into_iter();
        let voices = voices.map(|voice| voice.unchecked_into::<SpeechSynthesisVoice>());
        voices.min_by_key(worth).filter(|voice| worth(voice) < 8)
    }

    /// Calls back when other voices are there than before.
    pub fn when_changed(&self, call: impl FnMut() + 'static) -> VoiceChanges {
        let call = Closure::<dyn FnMut()>::new(call);
        self.0
            .set_onvoiceschanged(Some(call.as_ref().unchecked_ref()));
        VoiceChanges {
            engine: self.0.clone(),
            _call: call,
        }
    }

    /// Says words, once all else is silent.
    pub fn say(
        &self,
        words: &str,
        voice: &SpeechSynthesisVoice,
        rate: f32,
        heard: impl Fn(Heard) + 'static,
    ) -> Option<Saying> {
        self.silence();
        let utterance = SpeechSynthesisUtterance::new_with_text(words).ok()?;
        utterance.set_voice(Some(voice));
        utterance.set_lang(&voice.lang());
        utterance.set_rate(rate);
        let tell = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
            let get = |name: &str| Reflect::get(&event, &name.into()).ok()?.as_string();
            heard(match get("type").as_deref() {
                Some("start") => Heard::Begun,
                Some("end") => Heard::All,
                _ => match get("error").as_deref() {
                    Some("interrupted" | "canceled") => Heard::Silenced,
                    _ => Heard::Broken,
                },
            });
        });
        let called = tell.as_ref().unchecked_ref();
        utterance.set_onstart(Some(called));
        utterance.set_onend(Some(called));
        utterance.set_onerror(Some(called));
        self.0.speak(&utterance);
        Some(Saying {
            utterance,
            _tell: tell,
        })
    }

    /// Stops whatever is being said.
    pub fn silence(&self) {
        self.0.cancel();
    }
}

impl Drop for Saying {
    fn drop(&mut self) {
        self.utterance.set_onstart(None);
        self.utterance.set_onend(None);
        self.utterance.set_onerror(None);
    }
}

/// How well a voice fits, the best 0; 8 and more speak no Chinese.
fn worth(voice: &SpeechSynthesisVoice) -> u8 {
    fitness(&voice.lang()) + u8::from(!voice.local_service())
}

/// How well a language fits, as systems write it: `zh-CN`, `zh_HK_#Hant`, `cmn-Hans-CN`.
/// Mandarin comes before Cantonese, in which the report would be read as a foreign text.
fn fitness(language: &str) -> u8 {
    let language: Vec<u8> = language.bytes().map(|letter| letter | 32).collect();
    let has = |tag: &[u8]| language.windows(tag.len()).any(|some| some == tag);
    let tags = [
        (&b"hk"[..], 6),
        (b"mo", 6),
        (b"yue", 6),
        (b"cn", 0),
        (b"tw", 4),
    ];
    // zh, cmn, yue.
    if !matches!(language.get(..2), Some(b"zh" | b"cm" | b"yu")) {
        return 8;
    }
    tags.iter()
        .find(|(tag, _)| has(tag))
        .map_or(2, |(_, fitness)| *fitness)
}
