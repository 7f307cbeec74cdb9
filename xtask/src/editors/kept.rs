//! What of a snippet is left in the HTML that an editor saves, in the guide's words.

/// What is left of one snippet.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Kept {
    script: bool,
    element: bool,
    frame: Option<Frame>,
    link: bool,
    words: bool,
}

/// What a frame that is left may do.
#[derive(Debug, PartialEq, Eq)]
enum Frame {
    /// It runs scripts, in a sandbox.
    Sandboxed,
    /// It runs scripts, in no sandbox.
    Free,
    /// It runs no scripts.
    Still,
}

impl Kept {
    /// Reads what an editor saved.
    pub fn read(html: &str) -> Kept {
        let frame = tag(html, "iframe").map(|tag| match attribute(tag, "sandbox") {
            None => Frame::Free,
            Some(rights) if rights.contains("allow-scripts") => Frame::Sandboxed,
            Some(_) => Frame::Still,
        });
        Kept {
            script: tag(html, "script").is_some_and(|tag| attribute(tag, "src").is_some()),
            element: tag(html, "tujie-report").is_some_and(|tag| attribute(tag, "src").is_some()),
            frame,
            link: tag(html, "a").is_some_and(|tag| attribute(tag, "href").is_some()),
            words: html.contains("查看图解"),
        }
    }

    /// All that is left.
    pub fn told(&self) -> String {
        let frame = self.frame.as_ref().map(|frame| match frame {
            Frame::Sandboxed => "框架",
            Frame::Free => "框架（没有沙箱）",
            Frame::Still => "框架（不许脚本）",
        });
        let parts = [
            self.script.then_some("脚本"),
            self.element.then_some("元素"),
            frame,
            self.link.then_some("链接"),
            (self.words && !self.link).then_some("没有链接的文字"),
        ];
        let parts: Vec<&str> = parts.into_iter().flatten().collect();
        if parts.is_empty() {
            return "没有".to_owned();
        }
        parts.join("、")
    }
}

/// Which of the guide's snippets to take, by what is left of the first and the second.
pub fn advice(element: &Kept, frame: &Kept) -> &'static str {
    match (element, &frame.frame) {
        (
            Kept {
                script: true,
                element: true,
                ..
            },
            _,
        ) => "第一段",
        (Kept { element: true, .. }, _) => "第一段，脚本由管理员放",
        (_, Some(Frame::Sandboxed | Frame::Free)) => "第二段",
        (_, Some(Frame::Still)) => "第二段，框里是静态图解",
        (_, None) => "第三段",
    }
}

/// The first tag of that name: what stands between its name and its end.
fn tag<'a>(html: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = html.split_once(&["<", name, " "].concat())?;
    rest.split('>').next()
}

/// The value of an attribute, as editors write it.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&[name, "=\""].concat())?;
    rest.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, told: &str) {
        assert_eq!(Kept::read(html).told(), told, "{html}");
    }

    #[test]
    fn what_is_left_is_told() {
        check("", "没有");
        check("<p>查看图解</p>", "没有链接的文字");
        check("<p>&lt;iframe src=\"a\"&gt;</p>", "没有");
        check("<p><a href=\"a\">查看图解</a></p>", "链接");
        check(
            "<iframe src=\"a\" sandbox=\"\"></iframe>",
            "框架（不许脚本）",
        );
        check("<iframe src=\"a\"></iframe>", "框架（没有沙箱）");
        check(
            "<iframe src=\"a\" sandbox=\"allow-popups allow-scripts\"></iframe><a href=\"a\">查看图解</a>",
            "框架、链接",
        );
        check(
            "<script src=\"a\" async=\"\"></script><tujie-report src=\"a\"></tujie-report>",
            "脚本、元素",
        );
        check(
            "<script async></script><tujie-report >查看图解</tujie-report>",
            "没有链接的文字",
        );
    }

    #[test]
    fn the_best_that_works_is_advised() {
        let advised = |element: &str, frame: &str| advice(&Kept::read(element), &Kept::read(frame));
        let element = "<tujie-report src=\"a\">";
        let frame = "<iframe src=\"a\">";
        assert_eq!(
            advised(&["<script src=\"a\">", element].concat(), frame),
            "第一段"
        );
        assert_eq!(advised(element, frame), "第一段，脚本由管理员放");
        assert_eq!(advised("", frame), "第二段");
        assert_eq!(
            advised("", "<iframe sandbox=\"\">"),
            "第二段，框里是静态图解"
        );
        assert_eq!(advised("<script src=\"a\">", ""), "第三段");
    }
}
