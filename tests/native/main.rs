//! What can be tested without a browser, in one binary.

mod bytes;
mod check;
mod command;
mod contrast;
mod data;
mod drawings;
mod earlier;
mod export;
mod folder;
mod hostile;
mod house;
mod languages;
mod new;
mod nothing_flows;
mod old_links;
mod poster;
mod properties;
mod publish;
mod schema;
mod serve;
mod source;
mod story;
mod tokens;
