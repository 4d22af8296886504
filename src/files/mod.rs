//! Reading and writing files: studies as RON text, and any bytes that an export made.
//!
//! The only module that opens a file or knows RON; it changes nothing but the file that it is told to write.

mod autosave;
mod backups;
mod carried;
mod error;
mod migrate;
mod outline;
mod shipped;
mod stamp;
mod storage;
mod study_file;

pub use autosave::{Claim, Found, Slot, SlotWriter, contents_of, missing, save_with_backup};
pub use backups::{backups_of, thin};
pub use carried::{CARRIED_MARK, EXPORTS, is_export, read_any};
pub use error::{FileError, FileProblem, Place, Refusal};
pub use shipped::{Shipped, built_in, shipped};
pub use stamp::stamp;
pub use storage::{free_path, is_stream, open, read_text, save, write_bytes, write_in_own_folder};
pub use study_file::{LARGEST_FILE, read_study, write_study};
