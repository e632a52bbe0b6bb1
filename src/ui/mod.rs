//! The window.
//!
//! [`App`] holds the [`State`], which pages read and only `apply` changes: a page pushes a [`Command`],
//! and between two frames [`App::logic`] carries the commands out and takes in what workers tell.

mod apply;
mod ask;
mod command;
mod dialogs;
mod file;
mod file_menu;
mod logo;
mod notice;
mod notices;
mod outcome;
mod pages;
mod review;
mod rows;
mod seats;
mod sidebar;
mod state;
mod theme;
mod top_bar;
mod understood;
mod undo;
mod widgets;
mod work;

pub use command::{Command, Commands};
pub use dialogs::{Asking, Choice, Dialogs, Question, SystemDialogs};
pub use file::{Answer, Ask, Busy, FileState, Offer, Then};
pub use notice::Notice;
pub use review::{Choose, FileReview, Review};
pub use state::{Page, PeopleColumn, SalesColumn, SalesFilter, State};
pub use theme::install as install_theme;

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use egui::{CentralPanel, Frame, Panel, ThemePreference, Ui, ViewportCommand};

use crate::import::Reader;
use crate::texts::Language;
use crate::workspace::{Colours, Folders, Preferences};

use theme::size;
use work::{Preference, Workers};

/// What the window shows at first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Start {
    /// Nothing yet: the user drops files on it.
    Empty,
    /// A workspace, by its file.
    Workspace(PathBuf),
    /// The sample company.
    Sample,
}

/// The window and all that it needs.
pub struct App {
    state: State,
    commands: Commands,
    workers: Workers,
    dialogs: Box<dyn Dialogs>,
    /// Whether a widget had the keyboard when the last frame ended.
    had_focus: bool,
    /// How large everything is, and how large it is to be at first.
    zoom: (f32, Option<f32>),
    /// What the window's title says; nothing once the window was told to go.
    title: Option<String>,
}

/// Opens the window and stays until it is closed. The language is the one given, else the one that the user chose once,
/// else the system's.
///
/// # Errors
/// When the system can't give a window, for instance because there is no display.
pub fn run(start: Start, language: Option<Language>, reader: Reader) -> Result<(), eframe::Error> {
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
        let folders = Folders::of_system();
        let preferences = folders.as_ref().map(Preferences::load).unwrap_or_default();
        let language = language.or(preferences.language).unwrap_or_else(Language::of_system);
        let app = App::new(&context.egui_ctx, start, today, language, Box::new(SystemDialogs)).reading_with(reader);
        Ok(match folders {
            Some(folders) => Box::new(app.keeping_in(folders, preferences)),
            None => Box::new(app),
        })
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
        match start {
            Start::Empty => {}
            Start::Workspace(path) => commands.push(Command::OpenFile(path)),
            Start::Sample => commands.push(Command::OpenSample),
        }
        let (state, workers) = (State::new(today, language), Workers::new(context.clone()));
        let title = Some(ask::title(&state));
        Self { state, commands, workers, dialogs, had_focus: false, zoom: (1.0, None), title }
    }

    /// The same, having files read elsewhere.
    #[must_use]
    pub fn reading_with(mut self, reader: Reader) -> Self {
        self.workers.read_with(reader);
        self
    }

    /// The same, saving by itself what was done, and remembering what the user likes.
    #[must_use]
    pub fn keeping_in(mut self, folders: Folders, preferences: Preferences) -> Self {
        self.workers.keep_in(folders);
        self.state.theme = match preferences.colours {
            Some(Colours::Light) => ThemePreference::Light,
            Some(Colours::Dark) => ThemePreference::Dark,
            None => ThemePreference::System,
        };
        self.zoom.1 = preferences.zoom.map(|zoom| f32::from(zoom) / 100.0);
        (self.state.file.recent, self.state.file.folder) = (preferences.recent, preferences.folder);
        self
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
            // What is done to a workspace that another is about to replace would be lost.
            if !self.state.file.is_leaving() {
                apply::apply(&mut self.state, command);
            }
        }
        for event in self.workers.events() {
            apply::receive(&mut self.state, event);
        }
        apply::file::autosave(&mut self.state);
        self.follow_zoom(context);
        let jobs = std::mem::take(&mut self.state.jobs);
        let (folder, texts) = (self.state.file.folder.as_deref(), &self.state.texts);
        let asking = Asking { window, folder, texts };
        for job in jobs {
            self.workers.start(job, self.dialogs.as_ref(), &asking);
        }
        self.tell_system(context);
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
        ask::ask_ui(ui, state, commands);
        self.had_focus = ui.memory(|memory| memory.focused().is_some());
        if !self.commands.is_empty() {
            ui.ctx().request_repaint();
        }
    }

    /// Turns shortcuts, dropped files and the wish to close into commands.
    fn read_input(&mut self, context: &egui::Context) {
        if context.input(|input| input.viewport().close_requested()) {
            self.read_close(context);
        }
        for command in Command::with_shortcuts() {
            for shortcut in [command.shortcut(), command.other_shortcut()].into_iter().flatten() {
                if self.is_possible(&command, context) && context.input_mut(|input| input.consume_shortcut(&shortcut)) {
                    self.commands.push(command.clone());
                }
            }
        }
        let dropped = context.input(|input| input.raw.dropped_files.clone());
        if !dropped.is_empty() && self.state.file.ask.is_none() {
            let files = dropped.iter().map(|file| file.path().to_owned()).collect();
            self.commands.push(Command::ImportFiles(files));
        }
    }

    /// The window is to be closed: not before the workspace is as the user wants it. Who asks a second time while that
    /// takes its time is let go; what was saved by itself is still there then.
    fn read_close(&mut self, context: &egui::Context) {
        let is_waiting = self.state.file.busy == Some(Busy::Closing);
        if !self.state.file.may_close && !is_waiting {
            context.send_viewport_cmd(ViewportCommand::CancelClose);
            self.commands.push(Command::Close);
        }
    }

    /// Remembers how large everything is, which egui lets the user change from the keyboard.
    fn follow_zoom(&mut self, context: &egui::Context) {
        if let Some(zoom) = self.zoom.1.take() {
            context.set_zoom_factor(zoom);
            self.zoom.0 = zoom;
            return;
        }
        let zoom = context.zoom_factor();
        if (zoom - self.zoom.0).abs() > 0.001 {
            self.zoom.0 = zoom;
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a zoom is near 1")]
            let hundredths = (zoom * 100.0).round() as u16;
            apply::file::prefer(&mut self.state, Preference::Zoom(hundredths));
        }
    }

    /// Tells the system what it shows of the window: its colours, its title, and that it may go.
    fn tell_system(&mut self, context: &egui::Context) {
        if context.options(|options| options.theme_preference) != self.state.theme {
            context.set_theme(self.state.theme);
        }
        let title = Some(ask::title(&self.state)).filter(|_| !self.state.file.may_close);
        if title != self.title {
            context.send_viewport_cmd(title.clone().map_or(ViewportCommand::Close, ViewportCommand::Title));
            self.title = title;
        }
    }

    fn is_possible(&self, command: &Command, context: &egui::Context) -> bool {
        if self.state.file.ask.is_some() || self.state.file.is_leaving() {
            return false;
        }
        match command {
            Command::New | Command::Open => self.state.file.busy.is_none() && !self.state.asking,
            Command::Save => self.state.can_save(),
            Command::SaveAs => self.state.can_save_as(),
            // A button takes Enter as a click, and a menu closes by Escape.
            Command::TakeIn | Command::SkipFile { .. } => {
                let is_shown = self.state.page == Page::Import && self.state.review.current().is_some();
                is_shown && !self.had_focus && !egui::Popup::is_any_open(context)
            }
            // A field undoes what was typed in it.
            Command::Undo => self.state.undo.next().is_some() && !context.text_edit_focused(),
            Command::Redo => self.state.undo.next_redo().is_some() && !context.text_edit_focused(),
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
