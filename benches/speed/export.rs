//! How long the files that people take away take: workbook, report, all charts, tables of three scenarios.

use divan::{Bencher, black_box};
use kichban::app::exports::{ChosenSections, ExportForm, ExportRequest, export};
use kichban::engine::Closure;
use kichban::export::Stamp;
use kichban::files::built_in;
use kichban::lang::Lang;
use kichban::task::Progress;

/// One export of three scenarios of the shipped study.
#[divan::bench(args = ExportForm::ALL, sample_count = 5)]
fn files(bencher: Bencher<'_, '_>, form: ExportForm) {
    let study = built_in().unwrap();
    let request = ExportRequest {
        form,
        cases: ["plan", "three-projects", "shock-again"].map(str::to_owned).to_vec(),
        closure: Closure::Productivity,
        lang: Lang::VI,
        stamp: Stamp { year: 2026, month: 1, day: 2 },
        sections: ChosenSections::default(),
    };
    bencher.bench_local(|| {
        export(black_box(&study), black_box(&request), &Progress::default()).unwrap().unwrap().files.len()
    });
}
