//! A value as a length from zero.

use super::graphic_line::Role;
use crate::layout::bars::{Bar, BarPiece, LENGTH, THICK};
use crate::layout::path::number;
use leptos::prelude::*;

/// Where the line behind a bar begins, and how thick it is, in u.
const TRACK: (f64, f64) = (4.0, 6.0);

/// The bar; behind it the whole, over it what it is held against.
#[component]
pub fn LengthBar(
    /// Where it stands.
    bar: Bar,
    /// What it is in its graphic.
    role: Role,
) -> impl IntoView {
    let (behind, class) = match role {
        Role::Share => ("tj-length__whole", "tj-length__share"),
        Role::Part => ("tj-length__track", "tj-length__part"),
        Role::Before => ("tj-length__track", "tj-length__before"),
        Role::Rest => ("tj-length__track", "tj-length__rest"),
    };
    // A share and its whole are one bar: areas are as the numbers.
    let (top, thickness) = match role {
        Role::Share => (0.0, THICK),
        _ => TRACK,
    };
    let whole = (bar.track > 0.0).then(|| {
        let top = (top > 0.0).then(|| number(top));
        view! { <rect class=behind y=top width=number(bar.track) height=number(thickness)></rect> }
    });
    // The pattern is the drawing's: in a picture no style tells it.
    let dashes = (role == Role::Rest).then_some("4 3");
    let stretches = bar.stretches.iter().map(|stretch| {
        let BarPiece {
            from,
            length,
            solid,
        } = *stretch;
        let solid = (solid < 1.0).then(|| number(solid));
        view! {
            <rect
                class=class
                x=number(from)
                width=number(length)
                height=number(THICK)
                fill-opacity=solid
                stroke-dasharray=dashes
            ></rect>
        }
    });
    let stretches: Vec<_> = stretches.collect();
    // Their colours differ in hue alone.
    let end = bar.stretches.last().filter(|_| role == Role::Share);
    let end = end.map(|end| {
        let line = ["M", &number(end.from + end.length), " 0v", &number(THICK)].concat();
        view! { <path class="tj-length__end" d=line></path> }
    });
    let mark = bar.held_against.map(|at| {
        let line = ["M", &number(at), " 0v", &number(THICK)].concat();
        view! {
            <path class="tj-length__halo" d=line.clone()></path>
            <path class="tj-length__mark" d=line></path>
        }
    });
    view! {
        <svg
            display="none"
            viewBox=format!("0 0 {} {}", number(LENGTH), number(THICK))
            preserveAspectRatio="none"
            focusable="false"
        >
            {whole}
            {stretches}
            {end}
            {mark}
        </svg>
    }
}
