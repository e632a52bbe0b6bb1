//! The window.
//!
//! [`App`] holds the [`State`], which pages read and only `apply` changes: a page pushes a [`Command`],
//! and between two frames [`App::logic`] carries the commands out and takes in what workers tell.

mod apply;
mod command;
mod dialogs;
mod logo;
mod notices;
mod outcome;
mod pages;
mod rows;
mod seats;
mod sidebar;
mod state;
mod theme;
mod top_bar;
mod widgets;
mod work;

pub use command::{Command, Commands};
pub use dialogs::{Choice, Dialogs, Question, SystemDialogs};
pub use state::{Notice, Page, PeopleColumn, SalesColumn, SalesFilter, State};
pub use theme::install as install_theme;

use std::sync::Arc;

use chrono::NaiveDate;
use egui::{CentralPanel, Frame, Panel, Ui};

use crate::texts::Language;

use theme::size;
use work::Workers;

/// What the window shows at first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// Nothing yet: the user drops files on it.
    Empty,
    /// The sample company.
    Sample,
}

/// The window and all that it needs.
pub struct App {
    state: State,
    commands: Commands,
    workers: Workers,
    dialogs: Box<dyn Dialogs>,
}

/// Opens the window, in a language, and stays until it is closed.
///
/// # Errors
/// When the system can't give a window, for instance because there is no display.
pub fn run(start: Start, language: Language) -> Result<(), eframe::Error> {
    let viewport = egui::ViewportBuilder::default()
        .with_title("Touchstone")
        .with_app_id("touchstone")
        .with_inner_size(size::WINDOW)
        .with_min_inner_size(size::WINDOW_MIN)
        .with_icon(Arc::new(logo::window_icon()));
    let options = eframe::NativeOptions { viewport, renderer: eframe::Renderer::Glow, ..Default::default() };
    let open = move |context: &eframe::CreationContext<'_>| -> Result<Box<dyn eframe::App>, _> {
        theme::install(&context.egui_ctx);
        let today = chrono::Local::now().date_naive();
        Ok(Box::new(App::new(&context.egui_ctx, start, today, language, Box::new(SystemDialogs))))
    };
    eframe::run_native("Touchstone", options, Box::new(open))
}

impl App {
    /// A window for a day, in a language.
    pub fn new(
        context: &egui::Context,
        start: Start,
        today: NaiveDate,
        language: Language,
        dialogs: Box<dyn Dialogs>,
    ) -> Self {
        let mut commands = Commands::default();
        if start == Start::Sample {
            commands.push(Command::OpenSample);
        }
        let workers = Workers::new(context.clone());
        Self { state: State::new(today, language), commands, workers, dialogs }
    }

    /// What the window knows.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Gives a command, as if the user had.
    pub fn give(&mut self, command: Command) {
        self.commands.push(command);
    }

    /// Carries out what the user and the workers asked for since the last frame.
    pub fn logic(&mut self, context: &egui::Context, window: Option<&eframe::Frame>) {
        self.read_input(context);
        self.state.focus_search = false;
        for command in self.commands.take() {
            apply::apply(&mut self.state, command);
        }
        for event in self.workers.events() {
            apply::receive(&mut self.state, event);
        }
        for job in std::mem::take(&mut self.state.jobs) {
            self.workers.start(job, self.dialogs.as_ref(), window, &self.state.texts);
        }
        if context.options(|options| options.theme_preference) != self.state.theme {
            context.set_theme(self.state.theme);
        }
    }

    /// Paints the window.
    pub fn ui(&mut self, ui: &mut Ui) {
        let (state, commands) = (&self.state, &mut self.commands);
        let tokens = theme::tokens(ui);
        let sidebar = Frame::new().fill(tokens.panel).inner_margin(12);
        Panel::left("sidebar")
            .exact_size(size::SIDEBAR)
            .resizable(false)
            .frame(sidebar)
            .show(ui, |ui| sidebar::sidebar_ui(ui, state, commands));
        let bar = Frame::new().fill(tokens.bg).inner_margin(egui::Margin::symmetric(20, 10));
        Panel::top("top bar").frame(bar).show(ui, |ui| top_bar::top_bar_ui(ui, state, commands));
        let page = Frame::new().fill(tokens.bg).inner_margin(egui::Margin::same(20));
        CentralPanel::default().frame(page).show(ui, |ui| {
            notices::notices_ui(ui, state, commands);
            pages::page_ui(ui, state, commands);
        });
        notices::drop_hint_ui(ui, state);
        if !self.commands.is_empty() {
            ui.ctx().request_repaint();
        }
    }

    /// Turns shortcuts and dropped files into commands.
    fn read_input(&mut self, context: &egui::Context) {
        for command in Command::with_shortcuts() {
            let Some(shortcut) = command.shortcut() else {
                continue;
            };
            if context.input_mut(|input| input.consume_shortcut(&shortcut)) && self.is_possible(&command) {
                self.commands.push(command);
            }
        }
        let dropped = context.input(|input| input.raw.dropped_files.clone());
        if !dropped.is_empty() {
            let files = dropped.iter().map(|file| file.path().to_owned()).collect();
            self.commands.push(Command::ImportFiles(files));
        }
    }

    fn is_possible(&self, command: &Command) -> bool {
        match command {
            Command::Print => self.state.can_print(),
            Command::Show(_) | Command::Search => self.state.outcome.is_some(),
            _ => true,
        }
    }
}

impl eframe::App for App {
    fn logic(&mut self, context: &egui::Context, frame: &mut eframe::Frame) {
        self.logic(context, Some(frame));
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.ui(ui);
    }
}
