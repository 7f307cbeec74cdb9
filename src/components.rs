//! What is not yet a leptos component: a builder of elements.

pub mod element;
