//! Where a reader goes who hears the page: what each key brings to the ear.

use std::fmt::Write;

use anyhow::{Result, bail};

use super::driven::Driven;
use super::orca::Orca;
use super::room::Room;
use super::running::until;
use crate::tools::Tools;

/// More headings than a report has.
const ENOUGH: usize = 80;

/// What is searched for: digits, since keys for Chinese need an input method.
const FIGURE: &str = "5286";

/// A reader under way.
struct Reader<'a> {
    room: &'a Room,
    browser: Driven<'a>,
    orca: Orca,
    told: String,
}

/// Goes through the page, and tells what was heard.
pub fn hear(room: &Room, tools: &Tools) -> Result<String> {
    let orca = Orca::start(room)?;
    let browser = Driven::firefox(room, tools)?;
    let (ears, eyes) = (Orca::version(), &browser.name);
    let told = format!(
        "# What a screen reader says of the page\n\n`cargo xtask hear` has heard this from {ears} \
         in {eyes}: behind each key what it brought,\n` | ` where the voice was given a new piece.\n"
    );
    let mut reader = Reader {
        room,
        browser,
        orca,
        told,
    };
    reader.headings()?;
    reader.sections()?;
    reader.figures()?;
    reader.flow()?;
    reader.table()?;
    reader.switches()?;
    reader.search()?;
    reader.outlook()?;
    Ok(reader.told)
}

impl Reader<'_> {
    fn headings(&mut self) -> Result<()> {
        self.open("Opening, and heading by heading", "")?;
        self.press("ctrl+Home")?;
        let mut heard = 0;
        while heard < ENOUGH && !self.press("h")?.contains("Wrapping to top") {
            heard += 1;
        }
        Ok(())
    }

    fn sections(&mut self) -> Result<()> {
        self.open("A chapter line by line", "?motion=off#congress")?;
        self.find_heading("#congress h4")?;
        self.times(12, "Down")
    }

    fn figures(&mut self) -> Result<()> {
        self.open("Key figures by Tab", "?motion=off#congress")?;
        self.times(8, "Tab")
    }

    fn flow(&mut self) -> Result<()> {
        self.open("The flow line by line", "?motion=off#funnel")?;
        self.find_heading("#funnel h3")?;
        self.times(14, "Down")?;
        self.open("The flow by Tab and arrows", "?motion=off#funnel")?;
        self.times(2, "Tab")?;
        self.times(8, "Right")?;
        for key in ["Home", "Return", "Escape"] {
            self.press(key)?;
        }
        Ok(())
    }

    fn table(&mut self) -> Result<()> {
        self.open("The flow's table", "?motion=off#funnel")?;
        self.focus("#funnel-data summary")?;
        for key in ["Return", "t"] {
            self.press(key)?;
        }
        for key in ["Down", "Down", "Right", "Right", "Down"] {
            self.press(&format!("alt+shift+{key}"))?;
        }
        Ok(())
    }

    fn switches(&mut self) -> Result<()> {
        self.open("Switches", "?motion=off")?;
        self.press("ctrl+Home")?;
        for tool in ["elder", "dark", "sections"] {
            self.focus(&format!("[data-tool={tool}]"))?;
            self.times(2, "space")?;
        }
        Ok(())
    }

    fn search(&mut self) -> Result<()> {
        self.open("Search", "?motion=off")?;
        self.press("ctrl+Home")?;
        self.press("slash")?;
        self.room.keys(&["type", "--delay", "80", FIGURE])?;
        self.listen(FIGURE)?;
        self.times(3, "Return")?;
        self.press("Escape").map(drop)
    }

    fn outlook(&mut self) -> Result<()> {
        self.open("The outlook line by line", "?motion=off#outlook")?;
        self.find_heading("#outlook h2")?;
        self.times(16, "Down")
    }

    /// Opens an address under a headline.
    fn open(&mut self, headline: &str, address: &str) -> Result<()> {
        // What is said of leaving belongs to nobody.
        self.browser.go("?motion=off&view=figures")?;
        self.orca.hear()?;
        let _ = write!(self.told, "\n## {headline}\n\n");
        self.browser.go(address)?;
        self.listen(&format!("open {address}")).map(drop)
    }

    /// Goes from heading to heading, from the end, to the one that a selector finds.
    /// The focus alone does not bring a screen reader's own place there.
    fn find_heading(&mut self, selector: &str) -> Result<()> {
        let script = format!("return document.querySelector('{selector}')?.textContent ?? null");
        let wanted = until(selector, || self.browser.run(&script))?;
        let wanted = wanted.as_str().unwrap_or_default();
        self.room.keys(&["key", "ctrl+Home"])?;
        self.orca.hear()?;
        for _ in 0..ENOUGH {
            self.room.keys(&["key", "shift+h"])?;
            let heard = self.orca.hear()?.join(" | ");
            if heard.contains(wanted) {
                self.write("shift+h", &heard);
                return Ok(());
            }
        }
        bail!("no heading is heard as {wanted}")
    }

    fn focus(&mut self, selector: &str) -> Result<()> {
        self.browser.focus(selector)?;
        self.listen(&format!("focus {selector}")).map(drop)
    }

    fn times(&mut self, times: usize, key: &str) -> Result<()> {
        (0..times).try_for_each(|_| self.press(key).map(drop))
    }

    fn press(&mut self, key: &str) -> Result<String> {
        self.room.keys(&["key", "--clearmodifiers", key])?;
        self.listen(key)
    }

    /// Writes down what is heard, and tells it.
    fn listen(&mut self, after: &str) -> Result<String> {
        let heard = self.orca.hear()?.join(" | ");
        self.write(after, &heard);
        Ok(heard)
    }

    fn write(&mut self, after: &str, heard: &str) {
        let heard = heard.replace(&self.room.origin, "");
        let shown = if heard.is_empty() {
            "(nothing)"
        } else {
            &heard
        };
        let _ = writeln!(self.told, "- `{}` {shown}", after.trim_end());
    }
}
