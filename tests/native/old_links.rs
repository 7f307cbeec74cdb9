//! Addresses of the first edition, which stand in messages and articles.

use tujie::page;

use crate::data::report;

/// What could be linked to.
const FIRST: &str = "advice assigned building collective concluded congress consensus consultation \
    direction epidemic exchange filed grassroots green-land growth guidance \
    implementation institutions leadership livelihood measures measures-direction \
    measures-quality measures-results measures-service member members model-office \
    opening-up outlook party-building pattern people platform proposals prosperity \
    quality-of-life review routine rule-of-law solidarity special-committees submitted \
    supervision thought twin-cities unity";

#[test]
fn links_of_the_first_edition_still_lead_where_they_led() {
    let page = page::render(&report());
    let places: Vec<&str> = FIRST.split_whitespace().collect();
    let lost = places.iter().filter(|place| {
        let names = ["id", "data-stage", "data-exit", "data-part"];
        let named = |name: &&str| page.contains(&format!("{name}=\"{place}\""));
        !names.iter().any(named)
    });
    assert_eq!(lost.collect::<Vec<_>>(), Vec::<&&str>::new());
}
