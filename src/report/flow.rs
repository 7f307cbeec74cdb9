//! A flow: how many proposals were submitted, filed, assigned and concluded, what
//! left on the way, and what a stage is made of.
//!
//! Every count is a figure's or follows from the others; [`counted`] computes it and
//! says which. Nothing is stored twice.

use super::{Flow, Id};

pub mod counted;
pub mod discrepancy;
pub mod item;
mod told;

impl Flow {
    /// The ids of everything in it that can be linked to, in reading order.
    pub fn ids(&self) -> Vec<&Id> {
        let mut ids = Vec::new();
        for stage in &self.stages {
            ids.extend(stage.exits.iter().map(|exit| &exit.id));
            ids.push(&stage.id);
            for split in &stage.splits {
                for part in &split.parts {
                    ids.push(&part.id);
                    ids.extend(part.parts.iter().map(|part| &part.id));
                }
            }
        }
        for beside in &self.beside {
            ids.push(&beside.id);
            ids.extend(beside.parts.iter().map(|part| &part.id));
        }
        ids
    }
}
