//! The query in the page's address, so that a search can be sent to others.

use crate::browser::address;

/// The parameter of the address that holds what is searched for.
const NAME: &str = "q";

/// The longest part of an address that holds a query, in characters; a longer
/// query is left out.
const LONGEST: usize = 200;

/// What the address asks for, where that is more than white space.
pub fn asked() -> Option<String> {
    let query = address::asked(NAME)?;
    (!query.trim().is_empty()).then_some(query)
}

/// Keeps the query in the address, or takes it out.
pub fn readdress(query: Option<&str>) -> Option<()> {
    let address = address::now()?;
    let asked = address.search_params();
    match query {
        Some(query) => asked.set(NAME, query),
        None => asked.delete(NAME),
    }
    if address.search().len() > LONGEST {
        asked.delete(NAME);
    }
    address::replace(&address)
}
