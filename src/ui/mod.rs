//! The window.
//!
//! [`App`] holds the [`State`], which pages read and only `apply` changes: a page pushes a [`Command`],
//! and between two frames [`App::logic`] carries the commands out and takes in what workers tell.

mod apply;
mod ask;
mod changes;
mod changes_view;
mod command;
mod dialogs;
mod export;
mod file;
mod file_menu;
mod found;
mod holders;
mod logo;
mod notice;
mod notices;
mod outcome;
mod pages;
mod palette;
mod past;
mod person_view;
mod place;
mod possible;
mod print;
mod refused;
mod renderer;
mod review;
mod rows;
mod seats;
mod sidebar;
mod state;
mod table;
mod theme;
mod top_bar;
mod understood;
mod undo;
mod widgets;
mod work;

pub use command::{Command, Commands, Rows};
pub use dialogs::{Asking, Choice, Dialogs, Question, Shown, SystemDialogs};
pub use file::{Answer, Ask, Busy, FileState, Offer, Then};
pub use found::{FoundGroup, RowAt, RowView, SourcesView};
pub use notice::Notice;
pub use print::{PageZoom, Preview, PrintSetup, PrintView};
pub use renderer::{Renderer, tell_no_window};
pub use review::{Choose, FileReview, Review};
pub use state::{
    Form, Group, GroupColumn, Only, Page, PassForm, PeopleColumn, PeopleExams, PeopleFilter, SaleForm, SalesBy,
    SalesColumn, SalesFilter, State, Whose,
};
pub use theme::install as install_theme;
pub use work::{Document, Painted};

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use egui::{CentralPanel, Frame, Panel, ThemePreference, Ui, UserAttentionType, ViewportCommand};

use crate::import::Reader;
use crate::printing::{Printing, SystemPrinting, paper_of_system};
use crate::report::pdf::Paper;
use crate::texts::Language;
use crate::workspace::{Colours, Folders, Preferences, WindowPlace};

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
    /// Tells the day; where there is none, it stays the same.
    clock: Option<fn() -> NaiveDate>,
    /// Whether a widget had the keyboard when the last frame ended.
    had_focus: bool,
    /// Where the window stands.
    place: Option<WindowPlace>,
    /// What the window's title says; nothing once the window was told to go.
    title: Option<String>,
}

/// Opens the window and stays until it is closed. The language is the one given, else the one that the user chose once,
/// else the system's.
///
/// # Errors
/// When the system can't give a window, for instance because there is no display.
pub fn run(
    start: &Start,
    language: Option<Language>,
    reader: &Reader,
    renderer: Option<Renderer>,
) -> Result<(), eframe::Error> {
    let folders = Folders::of_system();
    let preferences = folders.as_ref().map(Preferences::load).unwrap_or_default();
    let options = || {
        let viewport = egui::ViewportBuilder::default()
            .with_title("Touchstone")
            .with_app_id("touchstone")
            .with_inner_size(size::WINDOW)
            .with_min_inner_size(size::WINDOW_MIN)
            .with_icon(Arc::new(logo::window_icon()));
        let viewport = place::restore(viewport, preferences.window);
        // What eframe would remember itself is not written whole or not at all.
        eframe::NativeOptions { viewport, persist_window: false, ..Default::default() }
    };
    let open = || -> eframe::AppCreator<'static> {
        let (start, reader, folders, preferences) =
            (start.clone(), reader.clone(), folders.clone(), preferences.clone());
        Box::new(move |context| {
            theme::install(&context.egui_ctx);
            place::move_back(context, preferences.window);
            let language = language.or(preferences.language).unwrap_or_else(Language::of_system);
            let app = App::new(&context.egui_ctx, start, today(), language, Box::new(SystemDialogs))
                .following(today)
                .reading_with(reader)
                .printing_with(Arc::new(SystemPrinting));
            Ok(match folders {
                Some(folders) => Box::new(app.keeping_in(folders, preferences)),
                None => Box::new(app),
            })
        })
    };
    renderer::run(renderer, options, open)
}

/// The system's day.
fn today() -> NaiveDate {
    chrono::Local::now().date_naive()
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
        Self { state, commands, workers, dialogs, clock: None, had_focus: false, place: None, title }
    }

    /// The same, having files read elsewhere.
    #[must_use]
    pub fn reading_with(mut self, reader: Reader) -> Self {
        self.workers.read_with(reader);
        self
    }

    /// The same, having pages printed there.
    #[must_use]
    pub fn printing_with(mut self, printing: Arc<dyn Printing>) -> Self {
        self.workers.print_with(printing);
        self
    }

    /// The same, saving by itself what was done, and remembering what the user likes.
    #[must_use]
    pub fn keeping_in(mut self, folders: Folders, preferences: Preferences) -> Self {
        self.state.folders = Some(folders.clone());
        self.workers.keep_in(folders);
        self.state.theme = match preferences.colours {
            Some(Colours::Light) => ThemePreference::Light,
            Some(Colours::Dark) => ThemePreference::Dark,
            None => ThemePreference::System,
        };
        apply::zoom_at_first(&mut self.state, preferences.zoom);
        let paper = Paper::ALL.into_iter().find(|paper| Some(paper.as_str()) == preferences.paper.as_deref());
        self.state.print_setup.choice.paper = paper.unwrap_or_else(paper_of_system);
        (self.state.file.recent, self.state.file.folder) = (preferences.recent, preferences.folder);
        self
    }

    /// The same, noticing when another day begins.
    #[must_use]
    pub fn following(mut self, clock: fn() -> NaiveDate) -> Self {
        self.clock = Some(clock);
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
        if let Some(today) = self.clock.map(|clock| clock()).filter(|today| *today != self.state.today) {
            apply::file::begin_day(&mut self.state, today);
        }
        self.state.focus_search = false;
        self.place = place::place(context).or(self.place);
        for command in self.commands.take() {
            if let (Command::Close, Some(place)) = (&command, self.place) {
                apply::file::prefer(&mut self.state, Preference::Window(place));
            }
            // What is done to a workspace that another is about to replace would be lost.
            if !self.state.file.is_leaving() {
                apply::apply(&mut self.state, command);
            }
        }
        for event in self.workers.events() {
            apply::receive(&mut self.state, event);
        }
        apply::file::autosave(&mut self.state);
        person_view::follow(&mut self.state);
        past::follow(&mut self.state);
        print::follow(&mut self.state);
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
            .exact_size(sidebar::width(ui.available_width()))
            .resizable(false)
            .frame(sidebar)
            .show(ui, |ui| sidebar::sidebar_ui(ui, state, commands));
        let margin = if ui.available_width() < 500.0 { 12 } else { 20 };
        let bar = Frame::new().fill(tokens.bg).inner_margin(egui::Margin::symmetric(margin, 10));
        Panel::top("top bar").frame(bar).show(ui, |ui| top_bar::top_bar_ui(ui, state, commands));
        let page = Frame::new().fill(tokens.bg).inner_margin(egui::Margin::same(margin));
        CentralPanel::default().frame(page).show(ui, |ui| {
            notices::notices_ui(ui, state, commands);
            pages::page_ui(ui, state, commands);
        });
        changes_view::changes_ui(ui, state, commands);
        notices::drop_hint_ui(ui, state);
        export::export_ui(ui, state, commands);
        palette::palette_ui(ui, state, commands);
        print::print_ui(ui, state, commands);
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
        let came_back = |event: &egui::Event| matches!(event, egui::Event::WindowFocused(true));
        if self.state.page == Page::Sources && context.input(|input| input.events.iter().any(came_back)) {
            self.commands.push(Command::LookAtFiles);
        }
        let dropped = context.input(|input| input.raw.dropped_files.clone());
        if !dropped.is_empty() && self.state.file.ask.is_none() && !self.state.file.is_waiting() {
            let files = dropped.iter().map(|file| file.path().to_owned()).collect();
            self.commands.push(Command::ImportFiles(files));
        }
    }

    /// The window is to be closed: not before the workspace is as the user wants it. Who asks a second time while that
    /// takes its time is let go; what was saved by itself is still there then.
    fn read_close(&mut self, context: &egui::Context) {
        if !self.state.file.is_waiting() {
            context.send_viewport_cmd(ViewportCommand::CancelClose);
            self.commands.push(Command::Close);
        }
    }

    /// Tells the system what it shows of the window: its colours, its title, what was copied, and that it may go.
    fn tell_system(&mut self, context: &egui::Context) {
        if context.options(|options| options.theme_preference) != self.state.theme {
            context.set_theme(self.state.theme);
        }
        // The keys for it are the window's own, which keeps within what every page can take.
        if context.options(|options| options.zoom_with_keyboard) {
            context.options_mut(|options| options.zoom_with_keyboard = false);
        }
        let zoom = f32::from(self.state.zoom) / 100.0;
        if (context.zoom_factor() - zoom).abs() > 0.001 {
            context.set_zoom_factor(zoom);
        }
        if std::mem::take(&mut self.state.is_called) {
            context.send_viewport_cmd(ViewportCommand::Minimized(false));
            context.send_viewport_cmd(ViewportCommand::Focus);
            // Some systems let no window come forward by itself.
            context.send_viewport_cmd(ViewportCommand::RequestUserAttention(UserAttentionType::Informational));
        }
        if let Some(text) = self.state.clipboard.take() {
            context.copy_text(text);
        }
        let may_go = self.state.file.may_close && !self.state.is_writing();
        let title = Some(ask::title(&self.state)).filter(|_| !may_go);
        if title != self.title {
            context.send_viewport_cmd(title.clone().map_or(ViewportCommand::Close, ViewportCommand::Title));
            self.title = title;
        }
    }

    /// Whether a command can be given by its keys now.
    fn is_possible(&self, command: &Command, context: &egui::Context) -> bool {
        if self.state.palette.is_some() {
            return matches!(command, Command::TogglePalette);
        }
        let suits = match command {
            // A button takes Enter as a click, and a menu closes by Escape.
            Command::TakeIn | Command::SkipFile { .. } => {
                let is_shown = self.state.page == Page::Import && self.state.review.current().is_some();
                is_shown && !self.had_focus && !egui::Popup::is_any_open(context)
            }
            // A field undoes what was typed in it.
            Command::Undo | Command::Redo => !context.text_edit_focused(),
            _ => true,
        };
        suits && self.state.can(command)
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
