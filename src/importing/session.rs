//! One import from the first file to what it brings: what was read, what was answered, what is ticked, which label is
//! which line.
//!
//! Window and command line work through it; it is independent of files and the clock.

use super::breaks::{AskedBreak, BreakEvidence, SeriesAnswer, ask_breaks, settle};
use super::intake::{Intake, IntakeChange, IntakeFrame, LeftOutBecause, compare_with_study};
use super::lines::{
    Detail, DraftLine, KnownLines, LineRole, RoleFoundBy, RoledLabel, draft_lines, propose_roles, total_of,
};
use super::measure::ImportMeasure;
use super::offer::{ImportOffer, OfferKey, cells_of, main_money, main_territory, offer_tables, propose_offers};
use super::outline::{OutlineLabel, outline_labels};
use crate::lang::{Currency, TerritoryKind, fold, fold_tight};
use crate::quantity::{Quantity, Year};
use crate::reading::{
    FileRead, ImportAnswer, ImportAnswers, QuestionTopic, ReadFileError, ReadQuestion, ReadTable, RecipeMatch,
    match_recipe, read_file, remember,
};
use crate::scenario::study::{RecipeLabel, Source, SourceFile, Study, StudyRecipe, Territory};
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A file of an import.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportFile {
    /// Name without folders.
    pub name: String,
    /// Its bytes, read anew after each answer.
    pub bytes: Arc<[u8]>,
    /// What was found with the answers given so far.
    pub read: FileRead,
    /// What was found without answers, whose proposals a recipe remembers.
    pub open: FileRead,
    /// How it agrees with the recipe that fits it best, with that recipe's place among those of the study.
    pub matched: Option<(usize, RecipeMatch)>,
    /// First 16 digits of the SHA-256 sum of the bytes.
    pub fingerprint: String,
}

/// A question of a file, with the table that it is about.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenQuestion {
    /// The file.
    pub file: String,
    /// Key of the table; empty for the file as a whole.
    pub table: String,
    /// The sheet; empty for the file as a whole.
    pub sheet: String,
    /// Title of the table.
    pub title: String,
    /// The question.
    pub question: ReadQuestion,
    /// The evidence for a break, if it is asked whether figures continue the series of the study.
    pub series: Option<Box<BreakEvidence>>,
}

/// Of what a role is said: key of the table and sheet, both empty for any, and the label.
type SaidOf = (String, String, String);

/// An import that is being made.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ImportSession {
    files: Vec<ImportFile>,
    answers: ImportAnswers,
    offers: Vec<ImportOffer>,
    ticked: BTreeSet<OfferKey>,
    forced: BTreeMap<(String, String, u32), Quantity>,
    said: BTreeMap<SaidOf, LineRole>,
    territory: String,
    price_base: Option<Year>,
    /// Code of the currency of the study; `None` for a new study, which counts in that of its files.
    money: Option<String>,
    detail: Detail,
    own_territory: String,
    recipes: Vec<StudyRecipe>,
}

impl ImportSession {
    /// An import into a study whose output is at constant prices of `price_base`, or into a new one.
    pub fn new(price_base: Option<Year>) -> Self {
        Self { price_base, ..Self::default() }
    }

    /// Takes figures in the money of a study only.
    pub fn count_in_money_of(&mut self, study: &Study) {
        self.money = Some(study.currency.map_or(Currency::DEFAULT_CODE.to_owned(), |money| money.code.to_string()));
    }

    /// The code of the money that is taken: that of the study, or for a new one that of most values.
    pub fn money(&self) -> String {
        let reads: Vec<&FileRead> = self.files.iter().map(|file| &file.read).collect();
        self.money.clone().unwrap_or_else(|| main_money(&reads))
    }

    /// Names the territory that is proposed where a file names none.
    pub fn propose_territory(&mut self, name: &str) {
        name.clone_into(&mut self.own_territory);
    }

    /// Changes the year of constant prices that is wanted: that of a study, `None` for a new one.
    pub fn choose_price_base(&mut self, price_base: Option<Year>) {
        self.price_base = price_base;
        self.ticked = propose_offers(&self.offers, &self.territory, self.price_base);
    }

    /// Takes up the recipes of a study: a file that one of them fits is read with its answers.
    pub fn follow_recipes(&mut self, recipes: &[StudyRecipe]) {
        self.recipes = recipes.to_vec();
    }

    /// The recipe that fits a file best, if any does.
    fn find_recipe(&self, open: &FileRead) -> Option<(usize, RecipeMatch)> {
        let matches =
            self.recipes.iter().enumerate().map(|(position, kept)| (position, match_recipe(&kept.recipe, open)));
        let score = |found: &RecipeMatch| found.tables.iter().map(|table| table.agreement).sum::<f64>();
        let found = matches.filter(|(_, found)| found.tables.iter().any(|table| table.found.is_some()));
        found.max_by(|(_, a), (_, b)| score(a).total_cmp(&score(b)))
    }

    /// Labels and territory of a recipe hold for the file that it fits.
    fn take_labels(&mut self, kept: &StudyRecipe, matched: &RecipeMatch, open: &FileRead) {
        self.territory.clone_from(&kept.territory);
        // The table of the last time has another key now where its title has changed.
        let table_now = |key: &str| {
            let remembered = kept.recipe.tables.iter().position(|table| table.key == key)?;
            let found = matched.tables.iter().find(|table| table.remembered == remembered)?.found?;
            open.tables.get(found).map(|table| table.key.clone())
        };
        for label in &kept.labels {
            let role = LineRole::of_id(&label.line);
            let table = table_now(&label.table).unwrap_or_default();
            self.said.insert((table, String::new(), label.label.clone()), role);
        }
    }

    /// Takes up answers from a file.
    pub fn take_answers(&mut self, answers: ImportAnswers) {
        self.answers.0.extend(answers.0);
    }

    /// Reads a file and adds it.
    ///
    /// # Errors
    /// Why nothing can be read of it; the import stays as it was.
    pub fn add_file(&mut self, name: &str, bytes: Arc<[u8]>) -> Result<(), ReadFileError> {
        let open = read_file(name, &bytes, &ImportAnswers::default())?;
        let matched = self.find_recipe(&open);
        let mut answers = self.answers.clone();
        if let Some((position, found)) = &matched {
            // What a person has said in this import overrules what is remembered.
            answers.0.splice(0..0, found.answers.0.iter().cloned());
            if let Some(kept) = self.recipes.get(*position).cloned() {
                self.take_labels(&kept, found, &open);
            }
        }
        // Without answers the file says what it said the first time.
        let read = if answers.0.is_empty() { open.clone() } else { read_file(name, &bytes, &answers)? };
        self.answers = answers;
        let digest = Sha256::digest(&bytes);
        let first = digest.iter().take(8).fold(0_u64, |number, &byte| number << 8 | u64::from(byte));
        let fingerprint = format!("{first:016x}");
        self.files.retain(|file| file.name != read.file);
        self.files.push(ImportFile { name: read.file.clone(), bytes, read, open, matched, fingerprint });
        self.look_again(true);
        Ok(())
    }

    /// Answers a question; the file that it concerns is read anew.
    ///
    /// # Errors
    /// Why the file cannot be read with the answer; the import stays as it was.
    pub fn answer(&mut self, question: &OpenQuestion, answer: &str) -> Result<(), ReadFileError> {
        self.answer_all(&[(question, answer)])
    }

    /// Answers several questions; each file that they concern is read anew once.
    fn answer_all(&mut self, given: &[(&OpenQuestion, &str)]) -> Result<(), ReadFileError> {
        let mut answers = self.answers.clone();
        for (question, answer) in given {
            let table = if question.table.is_empty() { "*".to_owned() } else { question.table.clone() };
            let (file, id) = (question.file.clone(), question.question.id.clone());
            answers.0.retain(|known| (&known.table, &known.file, &known.question) != (&table, &file, &id));
            answers.0.push(ImportAnswer { table, file, question: id, answer: (*answer).to_owned() });
        }
        let mut files = self.files.clone();
        // Files do not ask about breaks, so that their answers leave what was read unchanged.
        let concerned =
            |file: &ImportFile| given.iter().any(|(asked, _)| asked.file == file.name && asked.series.is_none());
        for file in files.iter_mut().filter(|file| concerned(file)) {
            file.read = read_file(&file.name, &file.bytes, &answers)?;
        }
        self.files = files;
        self.answers = answers;
        for (question, answer) in given {
            self.follow_territory(question, answer);
        }
        self.look_again(false);
        Ok(())
    }

    /// The territory of a file is known once it is said; until then it is empty.
    fn follow_territory(&mut self, question: &OpenQuestion, answer: &str) {
        if question.question.topic != QuestionTopic::Territory {
            return;
        }
        let told = std::mem::take(&mut self.ticked).into_iter().map(|mut key| {
            if key.file == question.file && key.territory == self.territory {
                answer.clone_into(&mut key.territory);
            }
            key
        });
        self.ticked = told.collect();
        answer.clone_into(&mut self.territory);
    }

    /// Accepts every proposal that is still open.
    ///
    /// # Errors
    /// As [`Self::answer`].
    pub fn accept_proposals(&mut self) -> Result<(), ReadFileError> {
        let open = self.questions();
        self.accept(&open)
    }

    /// Accepts every proposal that is still open, those about breaks against a study too.
    ///
    /// # Errors
    /// As [`Self::answer`].
    pub fn accept_all(&mut self, study: &Study, vintage: &str) -> Result<(), ReadFileError> {
        self.accept_proposals()?;
        // What is read and which territory it is of decide which breaks there are.
        let frame = ImportFrame { territory: self.territory_in(study).id, vintage: vintage.to_owned() };
        let open = self.series_questions(study, &frame);
        self.accept(&open)
    }

    fn accept(&mut self, questions: &[OpenQuestion]) -> Result<(), ReadFileError> {
        let open = questions.iter().map(|open| (open, open.question.proposal.as_str()));
        let open = open.filter(|(open, proposal)| open.question.answer.is_none() && !proposal.is_empty());
        let given: Vec<(&OpenQuestion, &str)> = open.collect();
        if given.is_empty() { Ok(()) } else { self.answer_all(&given) }
    }

    fn look_again(&mut self, propose: bool) {
        let reads: Vec<&FileRead> = self.files.iter().map(|file| &file.read).collect();
        self.offers = offer_tables(&reads, &self.forced, &self.money.clone().unwrap_or_else(|| main_money(&reads)));
        let known = self.offers.iter().any(|offer| offer.measure.is_ok() && offer.key.territory == self.territory);
        if !known {
            self.territory = main_territory(&self.offers);
        }
        let gone = !self.ticked.iter().all(|key| self.offers.iter().any(|offer| offer.key == *key));
        if propose || gone {
            self.ticked = propose_offers(&self.offers, &self.territory, self.price_base);
        }
    }

    /// The files.
    pub fn files(&self) -> &[ImportFile] {
        &self.files
    }

    /// The answers given so far.
    pub const fn answers(&self) -> &ImportAnswers {
        &self.answers
    }

    /// What the files offer.
    pub fn offers(&self) -> &[ImportOffer] {
        &self.offers
    }

    /// Whether an offer comes in.
    pub fn is_ticked(&self, key: &OfferKey) -> bool {
        self.ticked.contains(key)
    }

    /// Takes an offer in, or leaves it out.
    pub fn tick(&mut self, key: &OfferKey, taken: bool) {
        if taken {
            self.ticked.insert(key.clone());
        } else {
            self.ticked.remove(key);
        }
    }

    /// Says what a table measures.
    pub fn force_quantity(&mut self, key: &OfferKey, quantity: Quantity) {
        self.forced.insert((key.file.clone(), key.sheet.clone(), key.row), quantity);
        self.look_again(true);
    }

    /// The territory whose figures are taken, as the file writes it.
    pub fn territory(&self) -> &str {
        &self.territory
    }

    /// Territories of figures that fit.
    pub fn territories(&self) -> BTreeSet<&str> {
        self.offers.iter().filter(|offer| offer.measure.is_ok()).map(|offer| offer.key.territory.as_str()).collect()
    }

    /// The territory of a study that the figures are of: one that it knows by this name, or a new one.
    ///
    /// Figures of a file that names no territory are those of the study.
    pub fn territory_in(&self, study: &Study) -> Territory {
        let named = fold_tight(&self.territory);
        let is_named = |territory: &&Territory| {
            [&territory.name.vi, &territory.name.en, &territory.id].into_iter().any(|name| fold_tight(name) == named)
        };
        let own = |territory: &&Territory| named.is_empty() && territory.id == study.territory;
        let known = study.territories.iter().find(is_named).or_else(|| study.territories.iter().find(own));
        known.cloned().unwrap_or_else(|| {
            let name = crate::lang::Localized::new(&self.territory, &self.territory);
            Territory {
                id: super::lines::id_from(&self.territory),
                name,
                kind: TerritoryKind::Province,
                parts: Vec::new(),
            }
        })
    }

    /// Chooses the territory.
    pub fn choose_territory(&mut self, territory: &str) {
        territory.clone_into(&mut self.territory);
        self.ticked = propose_offers(&self.offers, &self.territory, self.price_base);
    }

    /// How far down the outline the sectors of a new study lie.
    pub const fn detail(&self) -> Detail {
        self.detail
    }

    /// Chooses it.
    pub fn choose_detail(&mut self, detail: Detail) {
        self.detail = detail;
    }

    /// Says what a label stands for in every table.
    pub fn say_role(&mut self, label: &str, role: LineRole) {
        self.said.insert((String::new(), String::new(), label.to_owned()), role);
    }

    /// Says what a label stands for in the table of an offer; other tables follow until something is said about them.
    pub fn say_role_in(&mut self, key: &OfferKey, label: &str, role: LineRole) {
        let offer = self.offers.iter().find(|offer| offer.key == *key);
        let Some(table) = offer.and_then(|offer| self.table(offer)) else { return };
        let of = (table.key.clone(), table.sheet.clone(), label.to_owned());
        self.said.insert(of, role);
    }

    /// What was said about the labels of a table: of it, of its key, of any table, of another one.
    fn said_of(&self, table: &ReadTable) -> BTreeMap<String, LineRole> {
        let rank = |(key, sheet): (&str, &str)| {
            if key == table.key && sheet == table.sheet {
                0
            } else if key == table.key && sheet.is_empty() {
                1
            } else if key.is_empty() {
                2
            } else {
                3
            }
        };
        let mut found: BTreeMap<String, (u8, LineRole)> = BTreeMap::new();
        for ((key, sheet, label), role) in &self.said {
            let rank = rank((key, sheet));
            match found.get(label) {
                Some((known, _)) if *known <= rank => {}
                _ => drop(found.insert(label.clone(), (rank, role.clone()))),
            }
        }
        found.into_iter().map(|(label, (_, role))| (label, role)).collect()
    }

    /// The table of an offer.
    pub fn table(&self, offer: &ImportOffer) -> Option<&ReadTable> {
        self.files.get(offer.place.0)?.read.tables.get(offer.place.1)
    }

    /// Offers that come in, with their tables.
    pub fn taken(&self) -> impl Iterator<Item = (&ImportOffer, &ReadTable, ImportMeasure)> {
        let ticked = self.offers.iter().filter(|offer| self.ticked.contains(&offer.key));
        ticked.filter_map(|offer| Some((offer, self.table(offer)?, offer.measure.ok()?)))
    }

    /// Questions about what comes in, those of the files first.
    pub fn questions(&self) -> Vec<OpenQuestion> {
        let mut asked = Vec::new();
        let tables: BTreeSet<(usize, usize)> = self.taken().map(|(offer, ..)| offer.place).collect();
        for (file, of) in self.files.iter().enumerate() {
            let taken = || tables.iter().filter(|place| place.0 == file);
            if taken().next().is_none() {
                continue;
            }
            asked.extend(of.read.questions.iter().map(|question| OpenQuestion {
                file: of.name.clone(),
                table: String::new(),
                sheet: String::new(),
                title: String::new(),
                question: question.clone(),
                series: None,
            }));
            for table in taken().filter_map(|place| of.read.tables.get(place.1)) {
                asked.extend(table.questions.iter().map(|question| OpenQuestion {
                    file: of.name.clone(),
                    table: table.key.clone(),
                    sheet: table.sheet.clone(),
                    title: table.title.clone(),
                    question: question.clone(),
                    series: None,
                }));
            }
        }
        for open in &mut asked {
            if let Some(last) = self.answer_of_last_time(open) {
                open.question.proposal = last;
            }
        }
        for open in asked.iter_mut().map(|open| &mut open.question) {
            let of_the_nation = open.evidence.iter().any(|title| names_nation(title));
            if open.topic == QuestionTopic::Territory && open.proposal.is_empty() && !of_the_nation {
                open.proposal.clone_from(&self.own_territory);
            }
        }
        asked
    }

    /// The answer of last year's file to a question that is asked again.
    fn answer_of_last_time(&self, open: &OpenQuestion) -> Option<String> {
        let file = self.files.iter().find(|file| file.name == open.file)?;
        let (_, matched) = file.matched.as_ref()?;
        let proposed = matched.tables.iter().flat_map(|table| &table.proposed);
        let own = |answer: &&ImportAnswer| answer.question == open.question.id && answer.table == open.table;
        let found = proposed.filter(|_| open.question.answer.is_none()).find(own);
        found.map(|answer| answer.answer.clone())
    }

    /// Essential questions that nobody has answered.
    pub fn open_questions(&self) -> Vec<OpenQuestion> {
        let open = |asked: &OpenQuestion| asked.question.essential && asked.question.answer.is_none();
        self.questions().into_iter().filter(open).collect()
    }

    /// Whether what comes in goes on with the series of a study: one question for each break that speaks against it.
    pub fn series_questions(&self, study: &Study, frame: &ImportFrame) -> Vec<OpenQuestion> {
        let mut questions = Vec::new();
        for (offer, table, measure) in self.taken() {
            let asked = self.breaks_of(study, frame, (offer, table, measure));
            questions.extend(asked.into_iter().map(|asked| OpenQuestion {
                file: table.file.clone(),
                table: table.key.clone(),
                sheet: table.sheet.clone(),
                title: table.title.clone(),
                question: asked.question,
                series: Some(Box::new(asked.evidence)),
            }));
        }
        questions
    }

    /// Essential questions that nobody has answered, those about breaks against a study among them.
    pub fn open_against(&self, study: &Study, frame: &ImportFrame) -> Vec<OpenQuestion> {
        let series = self.series_questions(study, frame);
        let open = series.into_iter().filter(|open| open.question.answer.is_none());
        self.open_questions().into_iter().chain(open).collect()
    }

    fn breaks_of(
        &self,
        study: &Study,
        frame: &ImportFrame,
        (offer, table, measure): (&ImportOffer, &ReadTable, ImportMeasure),
    ) -> Vec<AskedBreak> {
        let roles = self.roles(offer, Some(study));
        // What the study has already, in whichever vintage, is asked about no more.
        let mut own = Intake::default();
        let source =
            IntakeFrame { territory: frame.territory.clone(), vintage: frame.vintage.clone(), source: String::new() };
        own.add(table, &cells_of(offer, table), measure, &roles, &source);
        let known = |change: &IntakeChange| matches!(change, IntakeChange::Same { .. });
        if compare_with_study(study, &own).iter().all(known) {
            return Vec::new();
        }
        ask_breaks(study, frame, (offer, table, measure), &roles, &self.answers)
    }

    /// The year of constant prices of the output that comes in.
    pub fn price_base(&self) -> Option<Year> {
        self.price_base.or_else(|| self.taken().find_map(|(.., measure)| measure.price_base))
    }

    /// The offer whose labels become the sectors of a new study: output, the one with most labels.
    fn main_offer(&self) -> Option<(&ImportOffer, &ReadTable)> {
        let output =
            self.taken().filter(|(.., measure)| matches!(measure.quantity, Quantity::Output | Quantity::OutputCurrent));
        output.map(|(offer, table, _)| (offer, table)).max_by_key(|(offer, _)| {
            let constant = offer.measure.is_ok_and(|measure| measure.quantity == Quantity::Output);
            (offer.labels, constant)
        })
    }

    /// Sectors and groups for a new study.
    pub fn draft_lines(&self) -> Vec<DraftLine> {
        let Some((offer, table)) = self.main_offer() else { return Vec::new() };
        draft_lines(&outline_labels(table, &cells_of(offer, table)), self.detail, &self.said_of(table)).0
    }

    /// Labels of an offer with what they stand for, in a study or in a new one.
    pub fn roles(&self, offer: &ImportOffer, study: Option<&Study>) -> Vec<RoledLabel> {
        let Some(table) = self.table(offer) else { return Vec::new() };
        let labels = outline_labels(table, &cells_of(offer, table));
        let said = self.said_of(table);
        if offer.measure.is_ok_and(|measure| !measure.has_lines()) {
            return roles_of_whole(&labels, &said);
        }
        match study {
            Some(study) => propose_roles(&KnownLines::of_study(study), &labels, &said),
            None if self.main_offer().is_some_and(|(main, _)| main.key == offer.key) => {
                draft_lines(&labels, self.detail, &said).1
            }
            None => propose_roles(&KnownLines::of_draft(&self.draft_lines()), &labels, &said),
        }
    }

    /// What comes in.
    pub fn intake(&self, study: Option<&Study>, frame: &ImportFrame) -> Intake {
        let mut intake = Intake::default();
        for (offer, table, measure) in self.taken() {
            let source = self.files.get(offer.place.0).map(source_id).unwrap_or_default();
            let asked = study.map(|study| self.breaks_of(study, frame, (offer, table, measure))).unwrap_or_default();
            let vintage = match settle(&asked) {
                SeriesAnswer::OneSeries => frame.vintage.clone(),
                SeriesAnswer::Apart => vintage_apart(&table.file, &frame.vintage),
                SeriesAnswer::LeftOut => {
                    intake.leave_all(table, &cells_of(offer, table), LeftOutBecause::OtherSeries);
                    continue;
                }
            };
            let of_offer = IntakeFrame { territory: frame.territory.clone(), vintage, source };
            intake.add(table, &cells_of(offer, table), measure, &self.roles(offer, study), &of_offer);
        }
        intake
    }

    /// What each figure of the intake is to the study.
    pub fn changes(&self, study: &Study, frame: &ImportFrame) -> Vec<IntakeChange> {
        compare_with_study(study, &self.intake(Some(study), frame))
    }

    /// The files as sources of a study.
    pub fn sources(&self, read_on: &str) -> Vec<Source> {
        let used: BTreeSet<usize> = self.taken().map(|(offer, ..)| offer.place.0).collect();
        let files = self.files.iter().enumerate().filter(|(position, _)| used.contains(position));
        files
            .map(|(_, file)| Source {
                id: source_id(file),
                title: crate::lang::Localized::new(&file.name, &file.name),
                locator: String::new(),
                file: Some(SourceFile {
                    name: file.name.clone(),
                    fingerprint: file.fingerprint.clone(),
                    read_on: read_on.to_owned(),
                }),
            })
            .collect()
    }

    /// The import as recipes for next year's files, one a file that is used; the first has the name, others the file's too.
    pub fn recipes(&self, name: &str, study: Option<&Study>) -> Vec<StudyRecipe> {
        let mut recipes: Vec<StudyRecipe> = Vec::new();
        for (position, file) in self.files.iter().enumerate() {
            let taken = || self.taken().filter(|(offer, ..)| offer.place.0 == position);
            let keys: Vec<&str> = taken().map(|(_, table, _)| table.key.as_str()).collect();
            if keys.is_empty() {
                continue;
            }
            let labels = kept_labels(taken().flat_map(|(offer, table, _)| {
                self.roles(offer, study).into_iter().map(|role| (table.key.clone(), role))
            }));
            let name = if recipes.is_empty() { name.to_owned() } else { format!("{name} · {}", file.name) };
            recipes.push(StudyRecipe {
                recipe: remember(&name, &file.open, &self.answers, &keys),
                labels,
                territory: self.territory.clone(),
            });
        }
        recipes
    }

    /// Files that a recipe fits, each with that recipe and how they agree.
    pub fn matches(&self) -> impl Iterator<Item = (&ImportFile, &StudyRecipe, &RecipeMatch)> {
        self.files.iter().filter_map(|file| {
            let (position, matched) = file.matched.as_ref()?;
            Some((file, self.recipes.get(*position)?, matched))
        })
    }
}

/// Of a quantity without sectors the total comes in, or the first label if the total is not marked.
fn roles_of_whole(labels: &[OutlineLabel], said: &BTreeMap<String, LineRole>) -> Vec<RoledLabel> {
    let total = total_of(labels).unwrap_or(0);
    let role = |(position, outline): (usize, &OutlineLabel)| {
        let (role, by) = match said.get(&outline.label) {
            Some(role) => (role.clone(), RoleFoundBy::Person),
            None if position == total => (LineRole::Total, RoleFoundBy::Sum),
            None => (LineRole::LeftOut, RoleFoundBy::Nothing),
        };
        RoledLabel { outline: outline.clone(), role, by }
    };
    labels.iter().enumerate().map(role).collect()
}

/// The labels of a recipe: once where a label stands for the same line in every table, else once a table.
fn kept_labels(roles: impl Iterator<Item = (String, RoledLabel)>) -> Vec<RecipeLabel> {
    let mut lines: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for (table, role) in roles {
        let line = role.role.id().unwrap_or_default().to_owned();
        lines.entry(role.outline.label).or_default().entry(table).or_insert(line);
    }
    let mut kept = Vec::new();
    for (label, tables) in lines {
        let all_alike = tables.values().collect::<BTreeSet<_>>().len() == 1;
        let wanted = if all_alike { 1 } else { tables.len() };
        kept.extend(tables.into_iter().take(wanted).map(|(table, line)| RecipeLabel {
            label: label.clone(),
            line,
            table: if all_alike { String::new() } else { table },
        }));
    }
    kept
}

/// The vintage under which figures of a file stand beside those of the study: the name of the file.
fn vintage_apart(file: &str, taken: &str) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    if stem == taken { format!("{stem} (2)") } else { stem.to_owned() }
}

/// Whether a title speaks of a whole country: a province is no proposal for its figures.
fn names_nation(title: &str) -> bool {
    let text = fold(title);
    ["trong nuoc", "ca nuoc", "toan quoc", "domestic", "national"].iter().any(|word| text.contains(word))
}

/// What figures of an import have in common in the study.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportFrame {
    /// Territory id of the study.
    pub territory: String,
    /// Vintage under which figures come in.
    pub vintage: String,
}

/// The source id of a file: made of its name and bytes, so that the same file is the same source.
fn source_id(file: &ImportFile) -> String {
    let stem = file.name.rsplit_once('.').map_or(file.name.as_str(), |(stem, _)| stem);
    let short: String = file.fingerprint.chars().take(8).collect();
    format!("{}-{short}", super::lines::id_from(stem))
}
