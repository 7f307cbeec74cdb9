//! The paragraphs of a web page: what its tags say is a heading, a list, a menu.

use html5gum::{HtmlString, StartTag, Token, Tokenizer};

use super::visible;
use crate::draft::document::{Document, DocumentFormat, Paragraph, ParagraphPlace};
use crate::draft::sign::Sign;

/// Reads a page, however broken.
pub fn read(text: &str) -> Document {
    let mut page = WebPage::default();
    let mut emitter = html5gum::DefaultEmitter::default();
    // What stands in scripts and styles is no tag.
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(text, emitter).flatten() {
        match token {
            Token::StartTag(tag) => page.open(&tag),
            Token::EndTag(tag) => page.close(&name(&tag.name)),
            Token::String(words) => page.words(&String::from_utf8_lossy(&words)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    page.end();
    // The only heading of the first level is the title.
    let first = |one: &&mut Paragraph| one.level == Some(1);
    if page.paragraphs.iter_mut().filter(first).count() == 1 {
        page.paragraphs
            .iter_mut()
            .filter(first)
            .for_each(|one| one.level = Some(0));
    }
    Document {
        format: DocumentFormat::Html,
        charset: None,
        paragraphs: page.paragraphs,
        hidden: page.hidden,
        pictures: page.pictures,
    }
}

#[derive(Default)]
struct WebPage {
    paragraphs: Vec<Paragraph>,
    text: String,
    hidden: usize,
    pictures: usize,
    /// Elements that are open, each with what it makes of the text in it.
    open: Vec<(String, ElementSense)>,
    /// How many letters of the paragraph are bold, and stand in links.
    bold: usize,
    linked: usize,
    /// What the block says in which the paragraph stands.
    block: ElementSense,
}

/// What an element makes of the text in it.
#[derive(Clone, Copy, Default, PartialEq)]
struct ElementSense {
    unseen: bool,
    web: bool,
    bold: bool,
    link: bool,
    table: bool,
    caption: bool,
    middle: bool,
    level: Option<u8>,
    sign: Option<Sign>,
}

/// Elements that begin and end a paragraph.
const BLOCKS: &str = " address article aside blockquote body caption center dd details dialog div \
    dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol \
    option p pre section summary table tbody tfoot thead title tr ul ";

/// Elements whose text nobody sees.
const UNSEEN: &str = " head script style noscript template svg iframe object select textarea \
    canvas video audio rt rp math ";

/// Elements around the text of a page.
const WEB: &str = " nav header footer aside form button title ";

/// Elements that have no end.
const VOID: &str = " area base br col embed hr img input link meta param source track wbr ";

fn is(list: &str, name: &str) -> bool {
    list.split(' ').any(|one| !one.is_empty() && one == name)
}

fn name(name: &HtmlString) -> String {
    String::from_utf8_lossy(name).to_ascii_lowercase()
}

impl WebPage {
    fn sense(&self) -> ElementSense {
        self.open
            .last()
            .map_or(ElementSense::default(), |(_, sense)| *sense)
    }

    fn open(&mut self, tag: &StartTag<()>) {
        let tag_name = name(&tag.name);
        match tag_name.as_str() {
            "br" => return self.end(),
            "img" => self.pictures += 1,
            "td" | "th" if !self.text.trim().is_empty() => self.text.push('\u{3000}'),
            _ => {}
        }
        if is(BLOCKS, &tag_name) {
            self.end();
        }
        // A paragraph ends where another block begins; a list's entry where the next does.
        let closes = |open: &str| {
            open == "p" && is(BLOCKS, &tag_name)
                || open == tag_name && matches!(open, "li" | "tr" | "td" | "option" | "dt" | "dd")
        };
        if self.open.last().is_some_and(|(open, _)| closes(open)) {
            self.open.pop();
        }
        if tag.self_closing || is(VOID, &tag_name) {
            return;
        }
        let sense = self.made(&tag_name, tag);
        self.open.push((tag_name, sense));
    }

    /// What the element makes of the text in it, within what is open.
    fn made(&self, tag_name: &str, tag: &StartTag<()>) -> ElementSense {
        let attribute = |name: &str| {
            let value = tag.attributes.get(name.as_bytes())?;
            let value = String::from_utf8_lossy(value).to_ascii_lowercase();
            Some(value.replace(' ', ""))
        };
        let style = attribute("style").unwrap_or_default();
        let mut sense = self.sense();
        // The title of a page stands in its head and is seen.
        sense.unseen = (sense.unseen || is(UNSEEN, tag_name)) && tag_name != "title"
            || style.contains("display:none")
            || attribute("hidden").is_some();
        sense.web |= is(WEB, tag_name);
        sense.bold |= matches!(tag_name, "b" | "strong") || style.contains("font-weight:bold");
        sense.link |= tag_name == "a" && attribute("href").is_some();
        sense.table |= tag_name == "tr";
        sense.caption |= matches!(tag_name, "figcaption" | "caption");
        sense.middle |= tag_name == "center"
            || attribute("align").is_some_and(|value| value == "center")
            || style.contains("text-align:center");
        let heading = tag_name
            .strip_prefix('h')
            .and_then(|level| level.parse().ok());
        sense.level = heading
            .filter(|level| (1..=6).contains(level))
            .or(sense.level);
        let ordered = self.open.iter().rev().find(|(name, _)| is(" ol ul ", name));
        sense.sign = match (tag_name, ordered) {
            ("li", Some((list, _))) if list == "ol" => Some(Sign::Arabic),
            ("li", _) => Some(Sign::Bullet),
            _ => sense.sign,
        };
        sense
    }

    fn close(&mut self, tag_name: &str) {
        if is(BLOCKS, tag_name) || tag_name == "br" {
            self.end();
        }
        // What stayed open inside ends with it; what was never opened ends nothing.
        if let Some(at) = self.open.iter().rposition(|(open, _)| open == tag_name) {
            self.open.truncate(at);
        }
    }

    fn words(&mut self, words: &str) {
        let sense = self.sense();
        if sense.unseen {
            return;
        }
        if self.text.is_empty() {
            self.block = sense;
        }
        let shown = visible(&words.replace(['\n', '\r'], " "), &mut self.hidden);
        for letter in shown.chars() {
            if letter == ' ' && (self.text.is_empty() || self.text.ends_with(' ')) {
                continue;
            }
            self.text.push(letter);
            self.bold += usize::from(sense.bold && letter != ' ');
            self.linked += usize::from(sense.link && letter != ' ');
        }
    }

    /// Ends the paragraph that was begun.
    fn end(&mut self) {
        let text = std::mem::take(&mut self.text);
        let (bold, linked) = (
            std::mem::take(&mut self.bold),
            std::mem::take(&mut self.linked),
        );
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        let letters = text.chars().filter(|letter| *letter != ' ').count();
        let block = self.block;
        let place = if block.web || linked >= letters {
            ParagraphPlace::Web
        } else if block.caption {
            ParagraphPlace::Caption
        } else if block.table {
            ParagraphPlace::Table
        } else {
            ParagraphPlace::Body
        };
        let weight = u32::from(bold >= letters) * 2 + u32::from(block.middle) * 2;
        let lead: usize = if block.bold && bold < letters {
            let lead = text.chars().filter(|letter| *letter != ' ').take(bold);
            lead.map(char::len_utf8).sum()
        } else {
            0
        };
        self.paragraphs.push(Paragraph {
            level: block.level,
            sign: block.sign,
            weight,
            lead,
            apart: true,
            place,
            ..Paragraph::new(text)
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_say_what_a_paragraph_is() {
        let page = read(
            "<!DOCTYPE html><html><head><title>网站</title><style>p{}</style></head><body>\
             <nav><a href='/'>首页</a></nav><h2>回顾&nbsp;篇</h2><p>一<b>二</b>三<br>四\
             <ul><li>五<li>六</ul><script>if (a < b) '七'</script><p align=center>八</p>",
        );
        let found: Vec<_> = page
            .paragraphs
            .iter()
            .map(|one| (one.text.as_str(), one.level, one.sign, one.place))
            .collect();
        assert_eq!(
            found,
            [
                ("网站", None, None, ParagraphPlace::Web),
                ("首页", None, None, ParagraphPlace::Web),
                ("回顾 篇", Some(2), None, ParagraphPlace::Body),
                ("一二三", None, None, ParagraphPlace::Body),
                ("四", None, None, ParagraphPlace::Body),
                ("五", None, Some(Sign::Bullet), ParagraphPlace::Body),
                ("六", None, Some(Sign::Bullet), ParagraphPlace::Body),
                ("八", None, None, ParagraphPlace::Body),
            ]
        );
    }
}
