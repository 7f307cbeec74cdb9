//! What is not yet a leptos component: a builder of elements, and the drawings of
//! the pictures.

#[cfg(not(target_arch = "wasm32"))]
pub mod arc;
pub mod element;
#[cfg(not(target_arch = "wasm32"))]
pub mod landscape;
#[cfg(not(target_arch = "wasm32"))]
pub mod river;
