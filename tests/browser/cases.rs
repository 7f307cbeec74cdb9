//! The case book: faults that others reported of pages like this one, one short
//! story each, named by its kind. CONTRIBUTING.md has the table of all that is tried.

mod appended;
mod backward;
mod bare;
mod begun_here;
mod boxless;
mod composed;
mod darkened;
mod escaped;
mod found_in_frame;
mod listened;
mod mixed;
mod old_doors;
mod rolling;
mod saved_in_frame;
mod two_tabs;
mod unanswered;
