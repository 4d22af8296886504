//! Commands about pictures of charts: taken, named, written.

use crate::app::command::PictureRequest;
use crate::app::effect::Effect;
use crate::app::notice::NoticeKind;
use crate::app::state::AppState;
use crate::files::FileError;
use crate::text::fold;
use std::path::PathBuf;
use std::sync::Arc;

pub(super) fn take(state: &AppState, request: &PictureRequest) -> Vec<Effect> {
    let name = format!("{}-{}.png", state.study.id, slug(&request.title));
    vec![Effect::TakeContent { area: request.area, name }]
}

/// The picture waits in the state until its path is known.
pub(super) fn keep_picture(state: &mut AppState, name: String, bytes: Arc<[u8]>) -> Vec<Effect> {
    state.picture = Some(bytes);
    vec![Effect::AskPicturePath(name)]
}

pub(super) fn save_to(state: &mut AppState, path: PathBuf) -> Vec<Effect> {
    state.picture.take().map_or_else(Vec::new, |bytes| vec![Effect::WritePicture(path, bytes)])
}

pub(super) fn record_save(state: &mut AppState, path: PathBuf, result: Result<(), FileError>) -> Vec<Effect> {
    state.notify(match result {
        Ok(()) => NoticeKind::Saved(path),
        Err(error) => NoticeKind::File(error),
    });
    Vec::new()
}

/// A title as a part of a file name that every system takes: letters without marks, digits, hyphens.
fn slug(title: &str) -> String {
    let folded = fold(title);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_a_file_name_without_diacritics() {
        assert_eq!(slug("Chênh lệch so với Đường kế hoạch"), "chenh-lech-so-voi-duong-ke-hoach");
        assert_eq!(slug("GRDP / người: 2030"), "grdp-nguoi-2030");
    }
}
