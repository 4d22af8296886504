//! `kichban import`: what files of statistics offices would change in a study; `kichban new`: a study made of them.

use super::args::{Arguments, whole};
use super::failure::Failure;
use super::{Reply, Task, exit_code, render, reply_with_bytes, request};
use crate::export::{Stamp, import_table};
use crate::files;
use crate::importing::{
    Detail, ImportFrame, ImportSession, NewStudy, NewStudyProblem, OpenQuestion, create_study, figures_to_take,
};
use crate::lang::{Lang, TerritoryKind};
use crate::reading::ImportAnswers;
use crate::scenario::study::Study;
use crate::scenario::{Edit, TakenFigures, apply_edit};
use crate::text::words::label;
use crate::text::{
    explain_new_study_problem, explain_study_error, explain_unreadable, tell_not_taken, tell_open_question, write_path,
};
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What both commands take.
#[derive(Debug, Clone, Args)]
pub(super) struct SourceArgs {
    #[arg(long, value_name = "FILE")]
    answers: Option<PathBuf>,
    #[arg(long, value_name = "NAME")]
    territory: Option<String>,
    #[arg(long, value_name = "NAME")]
    vintage: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<String>,
}

impl SourceArgs {
    /// What is said of files for another command: answers, and the territory that they are of.
    pub(super) const fn of_territory(answers: Option<PathBuf>, territory: Option<String>) -> Self {
        Self { answers, territory, vintage: None, date: None }
    }
}

/// `kichban import`
#[derive(Debug, Clone, Args)]
pub(super) struct ImportArgs {
    #[arg(value_name = "STUDY")]
    study: PathBuf,
    #[arg(value_name = "FILE", required = true, num_args = 1..)]
    source: Vec<PathBuf>,
    #[command(flatten)]
    how: SourceArgs,
    #[arg(long, value_name = "NAME")]
    recipe: Option<String>,
}

/// `kichban new`
#[derive(Debug, Clone, Args)]
pub(super) struct NewArgs {
    #[arg(long = "from", value_name = "FILE", required = true, num_args = 1..)]
    source: Vec<PathBuf>,
    #[command(flatten)]
    how: SourceArgs,
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    #[arg(long, value_name = "YEAR", value_parser = whole::<i32>(1900, 2100), allow_negative_numbers = true)]
    base_year: Option<i32>,
    #[arg(long, value_name = "YEAR", value_parser = whole::<i32>(1900, 2100), default_value_t = 2030, allow_negative_numbers = true)]
    horizon: i32,
    #[arg(long, value_name = "YEAR", value_parser = whole::<i32>(1900, 2100), allow_negative_numbers = true)]
    price_base: Option<i32>,
    #[arg(long, value_name = "%", allow_negative_numbers = true)]
    growth: Option<f64>,
    #[arg(long, value_enum, default_value_t = DetailWord::All)]
    sectors: DetailWord,
    #[arg(long)]
    remainder_is_taxes: bool,
    #[arg(long)]
    country: bool,
}

/// Which sectors a new study has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum DetailWord {
    Main,
    All,
}

impl Task for ImportArgs {
    fn study(&self) -> Option<&Path> {
        Some(&self.study)
    }

    fn carry_out(&self, arguments: &Arguments) -> Result<Reply, Failure> {
        let (study, arguments) = request::study(Some(&self.study), arguments)?;
        let (lang, arguments) = (arguments.lang, &arguments);
        let mut session = ImportSession::new(Some(study.price_base_year));
        session.count_in_money_of(&study);
        session.follow_recipes(&study.recipes);
        let day = self.how.fill(&mut session, &self.source, lang)?;
        let vintage = self.how.vintage.clone().unwrap_or_else(|| study.history_vintage.clone());
        let frame = ImportFrame { territory: session.territory_in(&study).id, vintage };
        let intake = session.intake(Some(&study), &frame);
        let changes = session.changes(&study, &frame);
        let table = import_table(Some(&study), &intake, &changes, lang);
        let out = render::table(&table, arguments.format, lang);
        let open = session.open_against(&study, &frame);
        let nothing = table.rows.is_empty().then(|| format!("{}\n", label(lang, "cli-import-nothing")));
        let note = format!("{}{}{}", nothing.unwrap_or_default(), not_taken(&session, lang), tell_open(&open, lang));
        let Some(path) = &arguments.out else { return Ok(Reply { out, note, ..Reply::default() }) };
        refuse_open(&open, &note, lang)?;
        let next = self.take(&study, &session, &frame, day, lang)?;
        files::save(path, &next).map_err(|error| Failure::file(&error, lang))?;
        let note = format!("{note}{}\n", write_path(&path.display().to_string(), lang));
        Ok(Reply { out, note, ..Reply::default() })
    }
}

impl ImportArgs {
    fn take(
        &self,
        study: &Study,
        session: &ImportSession,
        frame: &ImportFrame,
        day: Stamp,
        lang: Lang,
    ) -> Result<Study, Failure> {
        let figures = figures_to_take(session, study, frame);
        let sources = if figures.is_empty() { Vec::new() } else { session.sources(&day.iso()) };
        let recipes = self.recipe.as_ref().map(|name| session.recipes(name, Some(study))).unwrap_or_default();
        let edit = Edit::TakeFigures(Box::new(TakenFigures {
            figures,
            sources,
            territory: Some(session.territory_in(study)),
            recipes,
            part_years: Vec::new(),
        }));
        apply_edit(study, &edit)
            .map_err(|error| Failure::new(exit_code::INVALID, explain_study_error(&error, Some(study), lang)))
    }
}

impl Task for NewArgs {
    fn carry_out(&self, arguments: &Arguments) -> Result<Reply, Failure> {
        let lang = arguments.lang;
        let mut session = ImportSession::new(self.price_base);
        session.choose_detail(match self.sectors {
            DetailWord::Main => Detail::Main,
            DetailWord::All => Detail::Fine,
        });
        let day = self.how.fill(&mut session, &self.source, lang)?;
        let open = session.open_questions();
        let note = told_of_session(&session, &open, lang);
        refuse_open(&open, &note, lang)?;
        let territory = self.how.territory.clone().unwrap_or_else(|| session.territory().to_owned());
        let frame = NewStudy {
            name: self.name.clone().unwrap_or_default(),
            territory,
            kind: if self.country { TerritoryKind::Country } else { TerritoryKind::Province },
            base_year: self.base_year,
            horizon: self.horizon,
            price_base: self.price_base,
            remainder_is_taxes: self.remainder_is_taxes,
            growth: self.growth,
        };
        let vintage = self.how.vintage.clone().or_else(|| stem(self.source.first()?)).unwrap_or_default();
        let study = create_study(&session, &frame, &vintage, &day.iso())
            .map_err(|problem| Failure::new(exit_code::INVALID, explain_new_study_problem(&problem, lang)))?;
        let text = files::write_study(&study);
        let reply = reply_with_bytes(text.into_bytes(), arguments)?;
        Ok(Reply { note: format!("{note}{}", reply.note), ..reply })
    }
}

fn stem(path: &Path) -> Option<String> {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned())
}

impl SourceArgs {
    /// Reads the files into a session; returns the day on which they are read.
    pub(super) fn fill(&self, session: &mut ImportSession, source: &[PathBuf], lang: Lang) -> Result<Stamp, Failure> {
        let day = super::export::day(self.date.as_deref(), lang)?;
        if let Some(path) = &self.answers {
            session.take_answers(files::read_answers(path).map_err(|error| Failure::file(&error, lang))?);
        }
        // A territory that is named on the command line answers the question of files that name none.
        if let Some(territory) = &self.territory {
            session.take_answers(ImportAnswers::about_territory(territory));
        }
        for path in source {
            let bytes = files::read_bytes(path).map_err(|error| Failure::file(&error, lang))?;
            let name =
                path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
            session
                .add_file(&name, Arc::from(bytes))
                .map_err(|error| Failure::new(exit_code::INVALID, explain_unreadable(&error, lang)))?;
        }
        if let Some(territory) = &self.territory
            && session.territories().contains(territory.as_str())
        {
            session.choose_territory(territory);
        }
        Ok(day)
    }
}

/// What of the files is not taken, and which questions are open.
pub(super) fn told_of_session(session: &ImportSession, open: &[OpenQuestion], lang: Lang) -> String {
    format!("{}{}", not_taken(session, lang), tell_open(open, lang))
}

/// A line for each thing that the files hold and no import takes.
fn not_taken(session: &ImportSession, lang: Lang) -> String {
    tell_not_taken(session.offers(), lang).into_iter().flat_map(|line| [line, "\n".to_owned()]).collect()
}

/// A line for each open essential question.
fn tell_open(open: &[OpenQuestion], lang: Lang) -> String {
    let told = open.iter().map(|open| tell_open_question(open, lang));
    told.flat_map(|line| [line, "\n".to_owned()]).collect()
}

/// The study is written only after every essential question is answered.
pub(super) fn refuse_open(open: &[OpenQuestion], told: &str, lang: Lang) -> Result<(), Failure> {
    if open.is_empty() {
        return Ok(());
    }
    let problem = NewStudyProblem::OpenQuestions(open.len());
    let mut explanation = explain_new_study_problem(&problem, lang);
    explanation.sentence = format!("{told}{}", explanation.sentence);
    Err(Failure::new(exit_code::INVALID, explanation))
}
