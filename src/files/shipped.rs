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

/// Every shipped study; the first is the one that opens by itself.
const SHIPPED: &[Shipped] = &[
    Shipped { id: "bac-ninh-2030", text: include_str!("../../scenarios/bac-ninh-2030.ron") },
    Shipped { id: "viet-nam", text: include_str!("../../scenarios/viet-nam.ron") },
];

/// Every shipped study.
pub const fn shipped_studies() -> &'static [Shipped] {
    SHIPPED
}

/// The study that opens by itself.
///
/// It passed the tests, so that an error here is one of the program.
pub fn built_in() -> Result<Study, FileError> {
    read_study(SHIPPED.first().map_or("", |first| first.text).as_bytes())
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
        assert!(built_in().is_ok());
    }
}
