//! Which line of a study a label stands for: the total, taxes, a group, a sector, or none.

use super::outline::OutlineLabel;
use crate::engine::{TAXES_LINE, TOTAL_LINE};
use crate::lang::{Localized, fold, fold_tight};
use crate::reading::{is_tax_line, rank_of_total};
use crate::scenario::study::Study;
use std::collections::{BTreeMap, BTreeSet};

/// What a label stands for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineRole {
    /// The whole territory.
    Total,
    /// Product taxes less subsidies.
    Taxes,
    /// A sector or group, by id.
    Line(String),
    /// Nothing that the study has.
    LeftOut,
}

impl LineRole {
    /// Id of the line that the label stands for; `None` where it is left out.
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Total => Some(TOTAL_LINE),
            Self::Taxes => Some(TAXES_LINE),
            Self::Line(id) => Some(id),
            Self::LeftOut => None,
        }
    }

    /// The role of a label that stands for the line with an id; without one it is left out.
    pub fn of_id(id: &str) -> Self {
        match id {
            "" => Self::LeftOut,
            TOTAL_LINE => Self::Total,
            TAXES_LINE => Self::Taxes,
            _ => Self::Line(id.to_owned()),
        }
    }
}

/// How a role was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RoleFoundBy {
    /// The label is the name of the line.
    Name,
    /// The label is another name of what the line is.
    Synonym,
    /// The line is the sum of everything.
    Sum,
    /// It is a part of a label that stands for a line.
    PartOf,
    /// A person said so, now or in a recipe.
    Person,
    /// Nothing was found.
    Nothing,
}

/// A label with what it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoledLabel {
    /// The label and its place in the outline.
    pub outline: OutlineLabel,
    /// What it stands for.
    pub role: LineRole,
    /// How that was found.
    pub by: RoleFoundBy,
}

/// Names of one and the same branch, folded and without gaps: sections of the industrial classification, and the
/// three sectors into which plans gather them.
const SYNONYMS: [&[&str]; 26] = [
    &[
        "nonglamnghiepvathuysan",
        "nonglamnghiepthuysan",
        "nongnghieplamnghiepvathuysan",
        "khuvuci",
        "agriculture",
        "agricultureforestryandfishing",
        "agricultureforestryandfishery",
        "primarysector",
    ],
    &[
        "congnghiepvaxaydung",
        "congnghiepxaydung",
        "khuvucii",
        "industryandconstruction",
        "industryconstruction",
        "secondarysector",
    ],
    &["dichvu", "khuvuciii", "services", "service", "tertiarysector"],
    &["congnghiep", "industry"],
    &["khaikhoang", "mining", "miningandquarrying"],
    &["congnghiepchebienchetao", "chebienchetao", "manufacturing"],
    &[
        "sanxuatvaphanphoidienkhidotnuocnonghoinuocvadieuhoakhongkhi",
        "electricitygassteamandairconditioningsupply",
        "electricitygassteamandairconditioning",
    ],
    &["cungcapnuochoatdongquanlyvaxulyracthainuocthai", "watersupplyseweragewastemanagementandremediationactivities"],
    &["xaydung", "construction"],
    &[
        "banbuonvabanlesuachuaotomotoxemayvaxecodongcokhac",
        "banbuonvabanle",
        "wholesaleandretailtrade",
        "wholesaleandretailtraderepairofmotorvehiclesandmotorcycles",
    ],
    &["vantaikhobai", "vantaivakhobai", "transportationandstorage", "transportandstorage"],
    &["dichvuluutruvaanuong", "accommodationandfoodserviceactivities"],
    &["thongtinvatruyenthong", "informationandcommunication"],
    &["hoatdongtaichinhnganhangvabaohiem", "financialandinsuranceactivities"],
    &["hoatdongkinhdoanhbatdongsan", "realestateactivities"],
    &["hoatdongchuyenmonkhoahocvacongnghe", "professionalscientificandtechnicalactivities"],
    &["hoatdonghanhchinhvadichvuhotro", "administrativeandsupportserviceactivities"],
    &[
        "hoatdongcuadangcongsantochucchinhtrixahoiquanlynhanuocanninhquocphongvabaodamxahoibatbuoc",
        "publicadministrationanddefencecompulsorysocialsecurity",
    ],
    &["giaoducvadaotao", "education"],
    &["ytevahoatdongtrogiupxahoi", "humanhealthandsocialworkactivities"],
    &["nghethuatvuichoivagiaitri", "artsentertainmentandrecreation"],
    &["hoatdongdichvukhac", "otherserviceactivities"],
    &[
        "hoatdonglamthuecaccongviectronghogiadinhsanxuatsanphamvatchatvadichvututieudungcuahogiadinh",
        "activitiesofhouseholdsasemployers",
    ],
    &["nongnghiep", "cropandanimalproduction"],
    &["lamnghiep", "forestry"],
    &["thuysan", "fishing", "fisheries", "aquaculture"],
];

/// A label without numbering and codes in front, folded and without gaps.
fn core_of(label: &str) -> String {
    let text = label.rsplit("; ").next().unwrap_or(label);
    let text = text.trim_start_matches(|c: char| c.is_ascii_digit() || ".-–) ".contains(c));
    fold_tight(text)
}

fn branch_of(core: &str) -> Option<usize> {
    SYNONYMS.iter().position(|names| names.contains(&core))
}

/// Which label is the total: one that says so, else the root above all others.
pub(super) fn total_of(labels: &[OutlineLabel]) -> Option<usize> {
    let named = labels.iter().position(|label| rank_of_total(&core_of(&label.label)).is_some());
    let roots = || labels.iter().enumerate().filter(|(_, label)| label.parent.is_none() && !is_tax_line(&label.label));
    let alone = || {
        let mut with_parts = roots().filter(|(_, label)| label.parts.len() > 1);
        let first = with_parts.next()?.0;
        (with_parts.next().is_none() && roots().count() == 1).then_some(first)
    };
    named.or_else(alone)
}

/// Lines that labels can stand for, each with its names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct KnownLines(Vec<(String, Vec<String>)>);

impl KnownLines {
    /// Groups and sectors of a study.
    pub(super) fn of_study(study: &Study) -> Self {
        let groups = study.groups.iter().map(|group| (&group.id, &group.name, &group.short));
        let sectors = study.sectors.iter().map(|sector| (&sector.id, &sector.name, &sector.short));
        let line = |(id, name, short): (&String, &Localized, &Localized)| {
            let names = [&name.vi, &name.en, &short.vi, &short.en].into_iter().map(|name| fold_tight(name));
            (id.clone(), names.chain([fold_tight(id)]).collect())
        };
        Self(groups.chain(sectors).map(line).collect())
    }

    /// Lines of a study that does not exist yet.
    pub(super) fn of_draft(lines: &[DraftLine]) -> Self {
        Self(lines.iter().map(|line| (line.id.clone(), vec![core_of(&line.name)])).collect())
    }

    /// The line that a label names, and how that was found.
    fn find(&self, core: &str) -> Option<(&str, RoleFoundBy)> {
        let named = self.0.iter().find(|(_, names)| names.iter().any(|name| name == core));
        let same_branch = || {
            let branch = branch_of(core)?;
            self.0.iter().find(|(_, names)| names.iter().any(|name| branch_of(name) == Some(branch)))
        };
        let by_name = named.map(|(id, _)| (id.as_str(), RoleFoundBy::Name));
        by_name.or_else(|| same_branch().map(|(id, _)| (id.as_str(), RoleFoundBy::Synonym)))
    }
}

/// Roles of labels among known lines: by what a person said, by name, by other names of the same branch.
pub(super) fn propose_roles(
    known: &KnownLines,
    labels: &[OutlineLabel],
    said: &BTreeMap<String, LineRole>,
) -> Vec<RoledLabel> {
    let total = total_of(labels);
    let mut taken = BTreeSet::new();
    let mut roled = Vec::with_capacity(labels.len());
    for (position, outline) in labels.iter().enumerate() {
        let found = || known.find(&core_of(&outline.label));
        let (role, by) = if let Some(role) = said.get(&outline.label) {
            (role.clone(), RoleFoundBy::Person)
        } else if Some(position) == total {
            (LineRole::Total, RoleFoundBy::Sum)
        } else if is_tax_line(&outline.label) {
            (LineRole::Taxes, RoleFoundBy::Name)
        } else if let Some((id, by)) = found() {
            (LineRole::Line(id.to_owned()), by)
        } else {
            (LineRole::LeftOut, RoleFoundBy::Nothing)
        };
        // Of two labels for one line the first stays; the other is left out and seen as such.
        let twice = role != LineRole::LeftOut && by != RoleFoundBy::Person && !taken.insert(role.clone());
        let (role, by) = if twice { (LineRole::LeftOut, RoleFoundBy::Nothing) } else { (role, by) };
        roled.push(RoledLabel { outline: outline.clone(), role, by });
    }
    tell_parts(&mut roled);
    roled
}

/// Says of labels without a line that they are parts of one that has one.
fn tell_parts(roled: &mut [RoledLabel]) {
    for position in 0..roled.len() {
        let mut above = roled.get(position).and_then(|label| label.outline.parent);
        let mut part = false;
        while let Some(parent) = above.and_then(|parent| roled.get(parent)) {
            part |= matches!(parent.role, LineRole::Line(_));
            above = parent.outline.parent;
        }
        if let Some(label) = roled.get_mut(position)
            && label.by == RoleFoundBy::Nothing
            && part
        {
            label.by = RoleFoundBy::PartOf;
        }
    }
}

/// A sector or group of a study that does not exist yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftLine {
    /// Id made from the label.
    pub id: String,
    /// The label as printed, without numbering.
    pub name: String,
    /// Id of the group that it belongs to; empty where it stands by itself.
    pub group: String,
    /// Whether it is a group.
    pub is_group: bool,
}

/// How far down the outline the sectors of a new study lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Detail {
    /// The parts of the total.
    Main,
    /// The parts of those, as far as the table has them.
    #[default]
    Fine,
}

/// Sectors and groups for a new study, and the roles of the labels.
///
/// With [`Detail::Main`] the parts of the total are the sectors; with [`Detail::Fine`] the last parts are, and all
/// above them are groups, as the outline has them.
pub(super) fn draft_lines(
    labels: &[OutlineLabel],
    detail: Detail,
    said: &BTreeMap<String, LineRole>,
) -> (Vec<DraftLine>, Vec<RoledLabel>) {
    let total = total_of(labels);
    let ids = free_ids(labels);
    let id_of = |position: usize| ids.get(position).cloned().unwrap_or_default();
    let mut lines: Vec<DraftLine> = Vec::new();
    let mut roled = Vec::with_capacity(labels.len());
    for (position, outline) in labels.iter().enumerate() {
        let top = top_below(labels, position, total);
        let left_out = said.get(&outline.label) == Some(&LineRole::LeftOut) || outline.subtracted;
        let (role, by) = if Some(position) == total {
            (LineRole::Total, RoleFoundBy::Sum)
        } else if is_tax_line(&outline.label) {
            (LineRole::Taxes, RoleFoundBy::Name)
        } else if left_out {
            (LineRole::LeftOut, RoleFoundBy::Person)
        } else {
            match line_of(labels, position, top, detail) {
                Some(is_group) => {
                    let group = if detail == Detail::Fine { group_of(labels, position, total) } else { None };
                    let group = group.map(id_of).unwrap_or_default();
                    let id = id_of(position);
                    let name = printed(&outline.label);
                    lines.push(DraftLine { id: id.clone(), name, group, is_group });
                    (LineRole::Line(id), RoleFoundBy::Name)
                }
                None => (LineRole::LeftOut, RoleFoundBy::Nothing),
            }
        };
        roled.push(RoledLabel { outline: outline.clone(), role, by });
    }
    tell_parts(&mut roled);
    (lines, roled)
}

/// Whether a label is a group (`true`) or a sector (`false`) of a new study; `None` if it lies between or outside.
fn line_of(labels: &[OutlineLabel], position: usize, top: Option<usize>, detail: Detail) -> Option<bool> {
    let is_top = top? == position;
    let has_parts = labels.get(position)?.parts.len() > 1;
    match (detail, is_top, has_parts) {
        (Detail::Main, false, _) => None,
        (Detail::Fine, _, has_parts) => Some(has_parts),
        (Detail::Main, true, _) => Some(false),
    }
}

/// The nearest group above a label: below the total, with more than one part.
fn group_of(labels: &[OutlineLabel], position: usize, total: Option<usize>) -> Option<usize> {
    let mut above = labels.get(position)?.parent;
    while let Some(at) = above.filter(|at| Some(*at) != total) {
        let outline = labels.get(at)?;
        if outline.parts.len() > 1 {
            return Some(at);
        }
        above = outline.parent;
    }
    None
}

/// The part of the total above a label, or the label itself; `None` if it is not a part of the total.
fn top_below(labels: &[OutlineLabel], position: usize, total: Option<usize>) -> Option<usize> {
    // If the total is unknown, or its parts are not found by a sum, every other root is one of the sectors.
    let parts_known = total.and_then(|total| labels.get(total)).is_some_and(|total| !total.parts.is_empty());
    let mut at = position;
    loop {
        match labels.get(at)?.parent {
            Some(parent) if Some(parent) == total => return Some(at),
            Some(parent) => at = parent,
            None => return (!parts_known && Some(at) != total).then_some(at),
        }
    }
}

/// A label as a name: without numbering, capitals of a whole line undone.
fn printed(label: &str) -> String {
    let text = label.rsplit("; ").next().unwrap_or(label);
    let text = text.trim_start_matches(|c: char| c.is_ascii_digit() || ".-–) ".contains(c)).trim();
    if text.chars().any(char::is_lowercase) {
        return text.to_owned();
    }
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_string() + &letters.as_str().to_lowercase())
}

/// The longest id that is made from a label.
const LONGEST_ID: usize = 24;

/// An id for each label, none twice.
fn free_ids(labels: &[OutlineLabel]) -> Vec<String> {
    let mut ids: Vec<String> = Vec::with_capacity(labels.len());
    for label in labels {
        let stem = id_from(&label.label);
        let mut id = stem.clone();
        let mut number = 2;
        while ids.contains(&id) {
            id = format!("{stem}-{number}");
            number += 1;
        }
        ids.push(id);
    }
    ids
}

/// An id from a label: its words without marks, joined by hyphens, cut behind a word.
pub fn id_from(label: &str) -> String {
    let folded = fold(&printed(label));
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut id = String::new();
    for word in words {
        if !id.is_empty() && id.len() + 1 + word.len() > LONGEST_ID {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.push_str(word);
    }
    if matches!(id.as_str(), "" | TAXES_LINE | TOTAL_LINE) {
        id.insert_str(0, "line-");
    }
    id.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_stand_in_groups_as_the_outline_has_them() {
        let label = |label: &str, parent: Option<usize>, parts: &[usize]| OutlineLabel {
            label: label.to_owned(),
            parent,
            depth: 0,
            subtracted: false,
            parts: parts.to_vec(),
        };
        let labels = [
            label("Total", None, &[1, 2]),
            label("Farming", Some(0), &[]),
            label("Industry", Some(0), &[3, 6]),
            label("Manufacturing", Some(2), &[4, 5]),
            label("Food", Some(3), &[]),
            label("Metal", Some(3), &[]),
            label("Mining", Some(2), &[]),
        ];
        let (lines, _) = draft_lines(&labels, Detail::Fine, &BTreeMap::new());
        let found: Vec<(&str, &str, bool)> =
            lines.iter().map(|line| (line.id.as_str(), line.group.as_str(), line.is_group)).collect();
        let expected = [
            ("farming", "", false),
            ("industry", "", true),
            ("manufacturing", "industry", true),
            ("food", "manufacturing", false),
            ("metal", "manufacturing", false),
            ("mining", "industry", false),
        ];
        assert_eq!(found, expected);
    }
}
