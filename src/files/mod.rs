//! Reading and writing files: studies as RON text, and any bytes that an export made.
//!
//! The only module that opens a file or knows RON; it changes only the file that it is told to write.

mod answers;
mod autosave;
mod backups;
mod carried;
mod edited;
mod error;
mod migrate;
mod outline;
mod shipped;
mod stamp;
mod storage;
mod study_file;

pub use answers::{OFFICE_FILES, is_office_file, read_answers, read_bytes};
pub use autosave::{AutosaveSlot, LeftAutosave, SlotClaim, SlotWriter, contents_of, missing, save_with_backup};
pub use backups::{backups_of, thin};
pub use carried::{CARRIED_MARK, EXPORTS, Opened, is_export, read_any, read_opened};
pub use edited::{EXPORTED_NAME, EditedCell, FoundValue, HEAD_ROW, NAME_COLUMN, UNIT_COLUMN, VALUE_COLUMN};
pub use error::{FileError, FileProblem, Place, Refusal};
pub use shipped::{FIRST_IN_WINDOW, Shipped, built_in, first_in_window, shipped_studies};
pub use stamp::stamp;
pub use storage::{
    STUDIES, free_path, is_stream, is_study, new_name, open, open_told, read_text, save, with_ending, write_bytes,
    write_in_own_folder,
};
pub use study_file::{LARGEST_FILE, read_study, write_study};
