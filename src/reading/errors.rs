//! Why a file or an answer cannot be read: typed, worded in `text`.

/// What a file turns out to be that is not read, whatever its name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ForeignKind {
    /// A web page, often named `.xls`.
    WebPage,
    /// A picture.
    Picture,
    /// A PDF document.
    Pdf,
    /// A workbook in the binary form of Excel 2007, `.xlsb`.
    BinaryWorkbook,
    /// A Word or `PowerPoint` document, or another zip that is no workbook.
    OtherDocument,
    /// A workbook of Excel 95 or older.
    OldWorkbook,
    /// Bytes that are neither text nor a known form of file.
    Unknown,
}

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnreadableFile {
    /// It is empty or holds only blanks.
    Empty,
    /// It is protected by a password.
    Protected,
    /// It is cut off or damaged; the words of the reader below are for logs.
    Damaged(String),
    /// It is something else than its reader expects.
    Foreign(ForeignKind),
    /// No sheet holds a number.
    NoNumbers,
    /// Numbers stand in it, but no table: no head with years or words above figures with labels.
    NoTable,
    /// The years of a head lie outside 1900 to 2100, as those of the Buddhist calendar do.
    StrangeYears {
        /// The sheet; empty for files without.
        sheet: String,
        /// The cell of the first of them.
        cell: String,
    },
    /// A quotation mark is opened in this line and never closed.
    UnbalancedQuotes {
        /// The line, from 1.
        line: usize,
    },
    /// A PC-Axis file without a keyword that it needs.
    MissingKeyword(&'static str),
    /// A PC-Axis file whose data are not as many as its values say.
    WrongCount {
        /// The product of the numbers of values.
        expected: usize,
        /// The number of data.
        found: usize,
    },
}

/// Why a file cannot be read, with its name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {why:?}")]
pub struct ReadFileError {
    /// The name of the file, without folders.
    pub file: String,
    /// The reason.
    pub why: UnreadableFile,
}
