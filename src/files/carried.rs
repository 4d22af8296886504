//! Studies carried by exports: found inside a workbook, a Word document or a picture.

/// What an export calls the part that holds its study.
pub const CARRIED_MARK: &str = "kichban-study";
