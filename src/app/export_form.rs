//! The forms that an export can have.

/// What an export is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExportForm {
    /// A workbook for each scenario, whose formulas are the model.
    Workbook,
    /// The answer of each scenario on two pages at most, as Word document, web page and PDF.
    Note,
    /// One report over all scenarios, as Word document, web page and PDF.
    Report,
    /// Every chart of the window, as SVG, PDF and PNG.
    Charts,
    /// Figures as CSV in two conventions, JSON and Markdown.
    Tables,
}

impl ExportForm {
    /// All, in the order of the window.
    pub const ALL: [Self; 5] = [Self::Workbook, Self::Note, Self::Report, Self::Charts, Self::Tables];

    /// The word on the command line and in keys of messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Workbook => "workbook",
            Self::Note => "note",
            Self::Report => "report",
            Self::Charts => "charts",
            Self::Tables => "tables",
        }
    }
}
