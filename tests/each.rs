//! Trying a property with many cases, for whoever holds one: some, always the
//! same, in every test run, so that what passes today passes tomorrow; `TUJIE_TIMES`
//! times as many, others each time, in a long run.

use std::fmt::Debug;

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngSeed, TestRunner};

/// Tries what must hold of each case. A case that fails is made as small as it
/// may be, and told.
#[track_caller]
pub fn each<S: Strategy<Value: Debug>>(usual: u32, of: S, holds: impl Fn(S::Value)) {
    let times = times();
    let config = Config {
        cases: usual * times,
        rng_seed: match times {
            1 => RngSeed::Fixed(2026),
            _ => RngSeed::Random,
        },
        // What is found becomes a test with a name.
        failure_persistence: None,
        ..Config::default()
    };
    let tried = TestRunner::new(config).run(&of, |case| {
        holds(case);
        Ok(())
    });
    if let Err(failed) = tried {
        panic!("{failed}");
    }
    if times > 1 {
        println!("{} cases", usual * times);
    }
}

/// How many times as many cases as usual are asked for.
fn times() -> u32 {
    let asked = std::env::var("TUJIE_TIMES").ok();
    asked.map_or(1, |times| times.parse().expect("TUJIE_TIMES is a number"))
}
