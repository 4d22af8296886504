//! Reading and writing files: studies as RON text, and any bytes that an export made.
//!
//! The only module that opens a file or knows RON; it changes nothing but the file that it is told to write.

mod error;
mod migrate;
mod outline;
mod shipped;
mod storage;
mod study_file;

pub use error::{FileError, FileProblem, Place, Refusal};
pub use shipped::{Shipped, built_in, shipped};
pub use storage::{open, read_text, save, write_bytes, write_in_own_folder};
pub use study_file::{LARGEST_FILE, read_study, write_study};
