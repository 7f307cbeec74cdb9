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
    _heard: [Closure<dyn FnMut(JsValue)>; 3],
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
        heard: impl Fn(Heard) + Clone + 'static,
    ) -> Option<Saying> {
        self.silence();
        let utterance = SpeechSynthesisUtterance::new_with_text(words).ok()?;
        utterance.set_voice(Some(voice));
        utterance.set_lang(&voice.lang());
        utterance.set_rate(rate);
        let told = heard.clone();
        let begin = Closure::<dyn FnMut(JsValue)>::new(move |_| told(Heard::Begun));
        let told = heard.clone();
        let end = Closure::<dyn FnMut(JsValue)>::new(move |_| told(Heard::All));
        let fail = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
            let why = Reflect::get(&event, &"error".into());
            let why = why.ok().and_then(|why| why.as_string());
            heard(match why.as_deref() {
                Some("interrupted" | "canceled") => Heard::Silenced,
                _ => Heard::Broken,
            });
        });
        utterance.set_onstart(Some(begin.as_ref().unchecked_ref()));
        utterance.set_onend(Some(end.as_ref().unchecked_ref()));
        utterance.set_onerror(Some(fail.as_ref().unchecked_ref()));
        self.0.speak(&utterance);
        let _heard = [begin, end, fail];
        Some(Saying { utterance, _heard })
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
    let language = language.to_ascii_lowercase();
    let mut tags = language
        .split(['-', '_'])
        .map(|tag| tag.trim_start_matches('#'));
    let first = tags.next().unwrap_or_default();
    let among = |those: &[&str]| tags.clone().any(|tag| those.contains(&tag));
    match first {
        "yue" => 6,
        "zh" | "cmn" if among(&["hk", "mo", "yue"]) => 6,
        "zh" | "cmn" if among(&["cn"]) => 0,
        "zh" | "cmn" if among(&["tw", "sg", "hant"]) => 4,
        "zh" | "cmn" => 2,
        _ => 8,
    }
}
