//! `tujie publish`: a report made into a site.

use super::check::{holds, tell};
use crate::explain::{Lang, said};
use crate::site::failure::Failure;
use crate::site::publish::{Order, publish};

/// Publishes; 0 done, 1 bad data, 2 anything else. What failed changed nothing.
pub fn run(order: &Order, lang: Lang) -> u8 {
    match publish(order, lang) {
        Ok(published) => {
            tell(&order.data, &[], &published.hints, lang);
            let (out, holds) = (order.out.display(), holds(&published.report, lang));
            let title = published.report.title.text.text();
            println!(
                "{}",
                said!(
                    lang,
                    "{out}：已发布“{title}”（{holds}）",
                    "{out}: published “{title}” ({holds})"
                )
            );
            0
        }
        Err(failure) => {
            if let Failure::Data {
                path,
                problems,
                hints,
            } = &failure
            {
                tell(path, problems, hints, lang);
            }
            eprintln!("{}", failure.sentence(lang));
            failure.code()
        }
    }
}
