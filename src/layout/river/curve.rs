//! Curves of few pieces: each follows its line by place and by speed at both
//! ends, so that long pieces stay as close to it as a drawing needs.

use super::flow::{FlowPlace, flow};

/// A cubic Bézier: its start, its controls, its end.
pub type Cubic = [FlowPlace; 4];

/// The line from `from` to `to` of its parameter in `parts` equal steps; `line`
/// tells its place and its speed, in u for each one of the parameter.
pub fn follow(
    from: f64,
    to: f64,
    parts: u32,
    line: &dyn Fn(f64) -> (FlowPlace, FlowPlace),
) -> Vec<Cubic> {
    let step = (to - from) / f64::from(parts);
    (0..parts)
        .map(|part| {
            let part = f64::from(part);
            let (start, out) = line(from + step * part);
            let (end, into) = line(from + step * (part + 1.0));
            [
                start,
                start.toward(out, step / 3.0),
                end.toward(into, -step / 3.0),
                end,
            ]
        })
        .collect()
}

/// The same curve from its end to its start.
pub fn back(mut curve: Vec<Cubic>) -> Vec<Cubic> {
    curve.reverse();
    for piece in &mut curve {
        piece.reverse();
    }
    curve
}

/// The line at distance `d` from one of that place, speed and change of speed.
pub fn beside(
    d: f64,
    place: FlowPlace,
    speed: FlowPlace,
    change: FlowPlace,
) -> (FlowPlace, FlowPlace) {
    let fast = (speed.u * speed.u + speed.v * speed.v).sqrt().max(1e-9);
    let turn = (speed.u * change.v - speed.v * change.u) / (fast * fast * fast);
    let along = 1.0 - d * turn;
    (
        place.toward(speed.unit().normal(), d),
        flow(speed.u * along, speed.v * along),
    )
}

/// The place on a cubic at `t`, its speed and the change of its speed.
pub fn cubic(controls: &Cubic, t: f64) -> (FlowPlace, FlowPlace, FlowPlace) {
    let s = 1.0 - t;
    let sum = |weights: [f64; 4]| {
        controls
            .iter()
            .zip(weights)
            .fold(flow(0.0, 0.0), |sum, (&control, weight)| {
                sum.toward(control, weight)
            })
    };
    (
        sum([s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t]),
        sum([
            -3.0 * s * s,
            3.0 * s * (s - 2.0 * t),
            3.0 * t * (2.0 * s - t),
            3.0 * t * t,
        ]),
        sum([6.0 * s, 6.0 * (t - 2.0 * s), 6.0 * (s - 2.0 * t), 6.0 * t]),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A quarter of a circle of radius 100, and the line `d` inside it.
    fn arc(t: f64, d: f64) -> (FlowPlace, FlowPlace) {
        let (v, u) = (t.sin() * 100.0, t.cos() * 100.0);
        beside(d, flow(u, v), flow(-v, u), flow(-u, -v))
    }

    #[track_caller]
    fn check(d: f64) {
        let curve = follow(0.0, 1.5, 4, &|t| arc(t, d));
        for piece in &curve {
            for part in 0..=20 {
                let (place, ..) = cubic(piece, f64::from(part) / 20.0);
                let radius = place.u.hypot(place.v);
                assert!((radius - (100.0 - d)).abs() < 0.02, "{radius} for {d}");
            }
        }
    }

    #[test]
    fn four_pieces_follow_a_quarter_of_a_circle_at_any_distance() {
        check(0.0);
        check(40.0);
        check(-40.0);
    }

    #[test]
    fn back_is_the_same_curve() {
        let curve = follow(0.0, 1.5, 2, &|t| arc(t, 0.0));
        let reversed = back(curve.clone());
        assert_eq!(reversed[0][0], curve[1][3]);
        assert_eq!(back(reversed), curve);
    }

    #[test]
    fn what_stands_still_keeps_a_finite_line() {
        let still = flow(0.0, 0.0);
        let (place, speed) = beside(5.0, still, still, still);
        assert_eq!((place, speed), (flow(0.0, 5.0), still));
    }
}
