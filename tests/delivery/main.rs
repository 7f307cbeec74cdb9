//! The built site on real servers, with the files for them that stand in it.
//!
//! - [`host`]: starts and ends nginx and Caddy on a port of this computer.
//! - [`http`]: asks for a file as plainly as can be.
//! - [`contract`]: how each file is to be served.
//!
//! The rest are tests.

mod contract;
mod host;
mod http;

mod delivery;
