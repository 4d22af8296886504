//! Tables of a report as pieces: columns as wide as their words need, parts where a page is too narrow for all of them.

use super::blocks::PieceFlow;
use super::lines::{TextLine, break_lines, widest_piece};
use super::pages::{Keep, Mark, Piece, PieceKind};
use super::style::{HEIGHT, TextSetting, TextSettings, WIDTH, paper};
use crate::chart::scene::Area;
use crate::export::report::{ReportRow, ReportTable};

/// Room on the left and the right of the words of a cell.
const SIDE: f32 = 3.5;
/// The least size of letters to which a table with many columns is set, as a part of the usual size.
const SMALLEST: f32 = 0.85;
/// The part of the width that a column takes at most for one word.
const WIDEST: f32 = 0.4;

/// Columns of a table that stand beside each other, by position, with their widths.
type Columns = Vec<(usize, f32)>;

/// How the cells of a table are set.
#[derive(Clone, Copy)]
struct Cells {
    head: TextSetting,
    body: TextSetting,
    pad: f32,
}

impl Cells {
    fn scaled(settings: &TextSettings, by: f32) -> Self {
        let smaller = |setting: TextSetting| TextSetting {
            font: crate::chart::scene::Font { size: setting.font.size * by, ..setting.font },
            pitch: setting.pitch * by,
            ..setting
        };
        Self { head: smaller(settings.head), body: smaller(settings.cell), pad: settings.row }
    }

    const fn of_row(&self, row: &ReportRow) -> TextSetting {
        if row.strong { TextSetting { color: self.head.color, ..self.head } } else { self.body }
    }
}

/// Adds a table to the pieces of a document.
pub(super) fn add_table(flow: &mut PieceFlow<'_>, table: &ReportTable) {
    let settings = flow.settings;
    let usual = Cells::scaled(settings, 1.0);
    let least = |cells: Cells| least_widths(table, cells).iter().sum::<f32>();
    let smaller = Cells::scaled(settings, SMALLEST);
    let cells = if least(usual) <= WIDTH || least(smaller) > WIDTH { usual } else { smaller };
    let parts = parts(table, cells);
    for (position, columns) in parts.iter().enumerate() {
        let part = if parts.len() > 1 { format!(" ({}/{})", position + 1, parts.len()) } else { String::new() };
        flow.add_caption(&format!("{}. {}{part}", table.number, table.title));
        add_part(flow, table, columns, cells);
    }
    if table.source.is_empty() {
        flow.gap = flow.gap.max(settings.note.around[1]);
    } else {
        flow.add_note(&table.source);
    }
}

/// Widths that the words of each column need at least.
fn least_widths(table: &ReportTable, cells: Cells) -> Vec<f32> {
    let least = |column: usize| {
        let head = table.heads.get(column).map_or(0.0, |head| widest_piece(head, cells.head.font));
        let rows =
            table.rows.iter().filter_map(|row| Some(widest_piece(row.cells.get(column)?, cells.of_row(row).font)));
        rows.fold(head, f32::max).min(WIDEST * WIDTH) + 2.0 * SIDE
    };
    (0..table.heads.len()).map(least).collect()
}

/// Widths at which no cell of a column needs a second line.
fn full_widths(table: &ReportTable, cells: Cells) -> Vec<f32> {
    let wide = |text: &str, setting: TextSetting| {
        let lines = break_lines(text, setting.font, f32::MAX);
        lines.iter().map(|line| line.width).fold(0.0, f32::max)
    };
    let full = |column: usize| {
        let head = table.heads.get(column).map_or(0.0, |head| wide(head, cells.head));
        let rows = table.rows.iter().filter_map(|row| Some(wide(row.cells.get(column)?, cells.of_row(row))));
        // A little more than the words, so that rounding breaks no line.
        rows.fold(head, f32::max) + 2.0 * SIDE + 0.5
    };
    (0..table.heads.len()).map(full).collect()
}

/// The columns of a table, in as many parts as the page needs; the columns of words are in each.
fn parts(table: &ReportTable, cells: Cells) -> Vec<Columns> {
    let (least, full) = (least_widths(table, cells), full_widths(table, cells));
    let need = |columns: &[usize]| columns.iter().filter_map(|column| least.get(*column)).sum::<f32>();
    let all: Vec<usize> = (0..least.len()).collect();
    let labels: Vec<usize> = all.iter().copied().take(table.numbers_from.clamp(1, 2)).collect();
    let mut parts = vec![labels.clone()];
    for column in all.iter().skip(labels.len()) {
        let Some(part) = parts.last_mut() else { break };
        part.push(*column);
        if need(part) > WIDTH && part.len() > labels.len() + 1 {
            part.pop();
            parts.push(labels.iter().copied().chain([*column]).collect());
        }
    }
    parts.into_iter().map(|part| share_width(&part, (&least, &full), &table.widths)).collect()
}

/// The width of the text shared among columns: each gets what its words need; the rest goes to columns whose content
/// does not fit yet.
fn share_width(columns: &[usize], (least, full): (&[f32], &[f32]), stated: &[u32]) -> Columns {
    let of =
        |widths: &[f32]| columns.iter().map(|column| widths.get(*column).copied().unwrap_or(0.0)).collect::<Vec<_>>();
    let (least, full) = (of(least), of(full));
    let part = |column: &usize| stated.get(*column).map_or(1.0, |part| f32::from(u16::try_from(*part).unwrap_or(1)));
    let whole = columns.iter().map(part).sum::<f32>().max(1.0);
    let asked: Vec<f32> = columns.iter().map(|column| WIDTH * part(column) / whole).collect();
    let mut widths = least;
    // First up to what was asked for, then up to what fills each, then to the edge of the text.
    raise(&mut widths, asked.iter().zip(&full).map(|(asked, full)| asked.min(*full)));
    raise(&mut widths, full.iter().copied());
    let left = (WIDTH - widths.iter().sum::<f32>()).max(0.0);
    for (width, asked) in widths.iter_mut().zip(&asked) {
        *width += left * asked / WIDTH;
    }
    // A page too narrow for the words that must stay whole: all columns give in alike, and words break between letters.
    let sum = widths.iter().sum::<f32>();
    let shrunk = if sum > WIDTH { WIDTH / sum } else { 1.0 };
    columns.iter().copied().zip(widths.into_iter().map(|width| width * shrunk)).collect()
}

/// Raises widths towards what each aims at, all by the same part where the width of the text is too small for that.
fn raise(widths: &mut [f32], aims: impl Iterator<Item = f32>) {
    let left = WIDTH - widths.iter().sum::<f32>();
    let short: Vec<f32> = aims.zip(widths.iter()).map(|(aim, width)| (aim - width).max(0.0)).collect();
    let sum = short.iter().sum::<f32>();
    if left <= 0.0 || sum <= 0.0 {
        return;
    }
    let granted = (left / sum).min(1.0);
    for (width, short) in widths.iter_mut().zip(short) {
        *width += granted * short;
    }
}

fn add_part(flow: &mut PieceFlow<'_>, table: &ReportTable, columns: &Columns, cells: Cells) {
    let own = flow.next_table();
    let heads = ReportRow { cells: table.heads.clone(), strong: true };
    let mut head = set_row(&heads, columns, table.numbers_from, (cells.head, cells.pad), true);
    let ink = paper().ink;
    let edge = |y: f32, width: f32| Mark::Rule { from: [0.0, y], to: [WIDTH, y], width, color: ink, dotted: false };
    let height = head.iter().map(|piece| piece.height).sum::<f32>();
    let marks = head.drain(..).flat_map(|piece| piece.marks).chain([edge(0.0, 0.8), edge(height, 0.8)]).collect();
    flow.pieces.push(Piece {
        marks,
        height,
        before: flow.gap,
        keep: Keep::Always,
        kind: PieceKind::Heads(own),
        smaller: None,
    });
    flow.gap = 0.0;
    let begun = flow.pieces.len();
    for row in &table.rows {
        let set = set_row(row, columns, table.numbers_from, (cells.of_row(row), cells.pad), false);
        flow.pieces.extend(set.into_iter().map(|piece| Piece {
            keep: Keep::Rather,
            kind: PieceKind::Row(own),
            ..piece
        }));
    }
    let Some(rows) = flow.pieces.get_mut(begun..) else { return };
    if let Some(last) = rows.last_mut() {
        let line = edge(last.height, 0.8);
        last.marks.push(line);
    }
    // The first and last rows are kept from standing alone on a page, and the last keeps the note below it.
    let count = rows.len();
    for (position, row) in rows.iter_mut().enumerate() {
        let is_last = position + 1 == count;
        if is_last {
            row.keep = if table.source.is_empty() { Keep::Free } else { Keep::Always };
        } else if position == 0 || position + 2 == count {
            row.keep = Keep::Always;
        }
    }
}

/// A row as one piece; only a row that is taller than a page goes over several.
fn set_row(
    row: &ReportRow,
    columns: &Columns,
    numbers_from: usize,
    (setting, pad): (TextSetting, f32),
    is_head: bool,
) -> Vec<Piece> {
    let cells: Vec<(f32, f32, bool, Vec<TextLine>)> = columns
        .iter()
        .scan(0.0, |left, (column, width)| {
            let own = *left;
            *left += width;
            let text = row.cells.get(*column).map_or("", String::as_str);
            let lines = break_lines(text, setting.font, width - 2.0 * SIDE);
            Some((own, *width, *column >= numbers_from, lines))
        })
        .collect();
    let tall = cells.iter().map(|(_, _, _, lines)| lines.len()).max().unwrap_or(0).max(1);
    let most = ((HEIGHT * 0.6) / setting.pitch).floor().max(1.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "lines of a page")]
    let slice = if f32::from(u16::try_from(tall).unwrap_or(u16::MAX)) > most * 1.5 { most as usize } else { tall };
    let starts = (0..tall).step_by(slice.max(1));
    starts
        .map(|start| {
            let count = slice.min(tall - start);
            let height = f32::from(u16::try_from(count).unwrap_or(u16::MAX)) * setting.pitch + 2.0 * pad;
            let mut marks = Vec::new();
            if row.strong && !is_head {
                let area = Area { left: 0.0, top: 0.0, right: WIDTH, bottom: height };
                marks.push(Mark::Ground { area, color: paper().side });
            }
            if !is_head {
                let (from, to) = ([0.0, height], [WIDTH, height]);
                marks.push(Mark::Rule { from, to, width: 0.4, color: paper().rule, dotted: false });
            }
            for (left, width, right, lines) in &cells {
                // Heads stand at the foot of their row.
                let down = if is_head { count - lines.len().min(count) } else { 0 };
                for (position, line) in lines.iter().skip(start).take(count).enumerate() {
                    let from = u16::try_from(position + down).unwrap_or(u16::MAX);
                    let top = pad + f32::from(from) * setting.pitch;
                    let x = if *right { left + width - SIDE - line.width } else { left + SIDE };
                    marks.push(Mark::words(line.text.clone(), (x, top), line.width, setting));
                }
            }
            Piece { marks, height, before: 0.0, keep: Keep::Free, kind: PieceKind::Text, smaller: None }
        })
        .collect()
}
