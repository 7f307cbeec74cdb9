//! `tujie publish`: a report made into a site.

use super::check::{holds, tell};
use super::patience::telling;
use crate::explain::{Lang, said};
use crate::site::failure::Failure;
use crate::site::publish::{Order, Published, publish};

/// Publishes; 0 done, 1 bad data, 2 anything else. What failed changed nothing.
pub fn run(order: &Order, lang: Lang) -> u8 {
    match telling(lang, || publish(order, lang)) {
        Ok(published) => {
            let out = order.out.display();
            for Published {
                path,
                report,
                hints,
            } in &published
            {
                tell(path, &[], hints, lang);
                let (title, holds) = (report.title.text.text(), holds(report, lang));
                println!(
                    "{}",
                    said!(
                        lang,
                        "{out}：已发布“{title}”（{holds}）",
                        "{out}: published “{title}” ({holds})"
                    )
                );
            }
            0
        }
        Err(failure) => {
            if let Failure::Data(bad) = &failure {
                for bad in bad {
                    tell(&bad.path, &bad.problems, &bad.hints, lang);
                }
            }
            eprintln!("{}", failure.sentence(lang));
            failure.code()
        }
    }
}
