//! The studies inside the program.

use super::error::FileError;
use super::study_file::read_study;
use crate::scenario::study::Study;

/// A study inside the program, as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shipped {
    /// Id by which the command line names it: that of the study.
    pub id: &'static str,
    /// Text of the study file.
    pub text: &'static str,
}

/// Every shipped study; the first is the one that commands use by themselves.
const SHIPPED: &[Shipped] = &[
    Shipped { id: "bac-ninh-2030", text: include_str!("../../scenarios/bac-ninh-2030.ron") },
    Shipped { id: "bac-ninh-2030-priority", text: include_str!("../../scenarios/bac-ninh-2030-priority.ron") },
    Shipped { id: "bac-ninh-2025", text: include_str!("../../scenarios/bac-ninh-2025.ron") },
    Shipped { id: "viet-nam", text: include_str!("../../scenarios/viet-nam.ron") },
];

/// Id of the study on which the window opens at its very first start: the plan that advisors work on now.
///
/// Commands without a study, and the projection that is printed on a system without a display, use the first of the
/// list.
pub const FIRST_IN_WINDOW: &str = "bac-ninh-2025";

/// Every shipped study.
pub const fn shipped_studies() -> &'static [Shipped] {
    SHIPPED
}

/// The study that commands use by themselves.
///
/// It passed the tests, so that an error here is one of the program.
pub fn built_in() -> Result<Study, FileError> {
    read_study(SHIPPED.first().map_or("", |first| first.text).as_bytes())
}

/// The study on which the window opens at its very first start; an error is one of the program, as with [`built_in`].
pub fn first_in_window() -> Result<Study, FileError> {
    let found = SHIPPED.iter().find(|shipped| shipped.id == FIRST_IN_WINDOW);
    found.map_or_else(built_in, |shipped| read_study(shipped.text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_study_opens_under_its_id() {
        for one in shipped_studies() {
            let study = read_study(one.text.as_bytes()).unwrap();
            assert_eq!(study.id, one.id);
        }
        assert_eq!(built_in().unwrap().id, "bac-ninh-2030");
        assert_eq!(first_in_window().unwrap().id, FIRST_IN_WINDOW);
    }
}
