//! Digits that roll beside a point and a comma which stand still painted other numbers:
//! a picture of the page, taken then, said `0,123.4万元`.
//!
//! A kind of counters that count up.

use crate::browser::browse;
use crate::server::Site;

/// Keeps whatever was to be painted in the place of a number, with what is printed.
const WATCH: &str = include_str!("rolling/watch.js");

#[test]
fn no_moment_paints_another_number() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.before_scripts(WATCH).await;
        browser.open(&site.page("")).await;
        browser.until_live().await;
        browser
            .run::<()>(
                "document.querySelector('.tj-figure__number').scrollIntoView({block: 'center'});",
                Vec::new(),
            )
            .await;
        browser.until("painted.length > 10").await;
        let others: Vec<[String; 2]> = browser
            .eval("painted.filter(([line, printed]) => line !== printed)")
            .await;
        assert!(others.is_empty(), "{others:?}");
    });
}
