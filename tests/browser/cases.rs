//! The case book: faults that others reported of pages like this one, one short
//! story each, named by its kind. CONTRIBUTING.md has the table of all that is tried.

mod appended;
mod at_hand;
mod backward;
mod bare;
mod begun_here;
mod boxless;
mod composed;
mod darkened;
mod escaped;
mod forced_foot;
mod found_in_frame;
mod listened;
mod low_window;
mod mixed;
mod old_doors;
mod printed;
mod reader_mode;
mod rolling;
mod saved_in_frame;
mod two_tabs;
mod unanswered;
mod ways_back;
