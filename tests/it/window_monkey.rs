//! A monkey at the window: whatever it does, nothing breaks, the workspace can be saved, and every step can be undone.
//!
//! Its runs are all the same. Another one: `TOUCHSTONE_MONKEY=200000,7 cargo test --test it monkey`, how long and its seed.

mod commands;
mod dice;
mod inputs;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::{MissingGlyphPolicy, ViewportId};
use touchstone::report::Export;
use touchstone::texts::Language;
use touchstone::ui::{App, Asking, Choice, Command, Dialogs, Notice, Question, Shown, Start};
use touchstone::workspace::{self, Workspace};

use crate::company::day;
use crate::window::{Window, sample_files, window_of};

use dice::Dice;

#[test]
fn twenty_thousand_random_commands_and_inputs_break_nothing() {
    let (length, seed) = length_and_seed();
    let mut monkey = Monkey::new(seed);
    while monkey.done < length {
        monkey.go_on();
    }
    let told = monkey.told();
    println!("{told}");
    assert!(length < 10_000 || monkey.kinds.len() == commands::KINDS, "the monkey knows a command that it never gives");
    assert!(monkey.undone * 1000 >= length && monkey.saved * 1000 >= length, "it hardly looks: {told}");
}

fn length_and_seed() -> (usize, u64) {
    let chosen = std::env::var("TOUCHSTONE_MONKEY").unwrap_or_default();
    let (length, seed) = chosen.split_once(',').unwrap_or((&chosen, ""));
    (length.parse().unwrap_or(20_000), seed.parse().unwrap_or(42))
}

/// A monkey at the window.
struct Monkey {
    window: Window,
    dice: Dice,
    folder: tempfile::TempDir,
    files: Vec<PathBuf>,
    /// The last step that could be undone when the workspace was like this.
    before: (Option<u64>, Arc<Workspace>),
    /// What the window's clock says.
    clock: f64,
    /// How many commands and inputs there were, and how often they were all undone, and the workspace saved.
    done: usize,
    undone: usize,
    saved: usize,
    /// The kinds of the commands that it gave.
    kinds: BTreeSet<usize>,
    /// The last commands and inputs, to tell what broke the window.
    last: Vec<String>,
}

/// Undo reaches back so many steps.
const STEPS: u64 = 50;

/// No job takes so long.
const PATIENCE: Duration = Duration::from_mins(1);

/// The window is at rest after fewer frames.
const FRAMES: usize = 200;

/// So many commands are given at once at most.
const AT_ONCE: usize = 32;

impl Monkey {
    fn new(seed: u64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let files = files(folder.path());
        let dice = Dice(seed);
        let window = window_of(app(&dice, &files, folder.path()), [1280.0, 800.0]);
        // Fonts of the system have what ours lack; there are none here.
        window.ctx.set_missing_glyph_policy(MissingGlyphPolicy::Tofu);
        let before = (None, window.state().state().workspace.clone());
        let kinds = BTreeSet::new();
        let last = Vec::new();
        Self { window, dice, folder, files, before, clock: 0.0, done: 0, undone: 0, saved: 0, kinds, last }
    }

    /// Some commands at once, or an input; and a look whether all is well.
    fn go_on(&mut self) {
        if self.window.state().state().file.may_close {
            let app = app(&self.dice, &self.files, self.folder.path());
            *self.window.state_mut() = app;
            self.settle();
            self.begin();
        }
        if self.dice.one_in(2) {
            self.inputs();
        } else {
            self.commands();
        }
        self.settle();
        self.check();
    }

    fn commands(&mut self) {
        self.last.clear();
        for _ in 0..=self.dice.below(AT_ONCE) {
            let command = commands::command(&mut self.dice, self.window.state().state(), &self.files);
            self.kinds.insert(commands::kind(&command));
            self.last.push(format!("{command:?}"));
            self.window.state_mut().give(command);
            self.done += 1;
        }
    }

    fn inputs(&mut self) {
        self.last.clear();
        for _ in 0..=self.dice.below(8) {
            let (input, count) = inputs::input(&mut self.dice, &mut self.window, &self.files);
            self.last.push(input);
            self.done += count;
        }
    }

    /// Goes on until no worker is at work and nothing moves. How long the workers take never shows: the window is not
    /// painted meanwhile, and its clock stands still.
    fn settle(&mut self) {
        self.clock = (self.clock / 10.0).floor() * 10.0 + 10.0;
        for _ in 0..FRAMES {
            self.frame();
            let was_busy = self.window.state().state().is_busy();
            self.wait();
            let delay = self.window.output().viewport_output[&ViewportId::ROOT].repaint_delay;
            if !was_busy && delay > Duration::ZERO {
                return;
            }
            self.clock += 1.0 / 60.0;
        }
        panic!("the window does not come to rest after {:?}", self.last);
    }

    /// Takes in what the workers tell until they are done.
    fn wait(&mut self) {
        let (started, nowhere) = (Instant::now(), egui::Context::default());
        while self.window.state().state().is_busy() {
            assert!(started.elapsed() < PATIENCE, "the workers are not done, {} after {:?}", self.busy(), self.last);
            std::thread::sleep(Duration::from_millis(1));
            self.window.state_mut().logic(&nowhere, None);
        }
    }

    fn frame(&mut self) {
        self.window.input_mut().time = Some(self.clock);
        self.window.step();
        self.window.input_mut().dropped_files.clear();
    }

    fn check(&mut self) {
        let state = self.window.state().state();
        let broke = state.notices.iter().any(|notice| matches!(notice, Notice::Broke));
        assert!(!broke, "a job broke off after {:?}", self.last);
        if self.dice.one_in(20) {
            self.check_saving();
        }
        let (first, last) = (self.before.0, self.last_step());
        if first.is_none() || last < first {
            // Steps from before were undone, or another workspace came.
            self.begin();
        } else if last.zip(first).is_some_and(|(last, first)| last - first + AT_ONCE as u64 > STEPS)
            || self.dice.one_in(60)
        {
            self.check_undoing();
            self.begin();
        }
    }

    /// From here on, everything is to be undone.
    fn begin(&mut self) {
        self.before = (self.last_step(), self.window.state().state().workspace.clone());
    }

    fn last_step(&self) -> Option<u64> {
        self.window.state().state().undo.next().map(|step| step.id)
    }

    fn check_saving(&mut self) {
        let workspace = &self.window.state().state().workspace;
        let bytes = workspace::write(workspace).unwrap_or_else(|fault| panic!("{fault:?} after {:?}", self.last));
        let again = workspace::read(&bytes).unwrap_or_else(|fault| panic!("{fault:?} after {:?}", self.last));
        assert!(again == **workspace, "saved and opened, it is another one after {:?}", self.last);
        self.saved += 1;
    }

    /// Undoes every step since [`Self::begin`], and does it again.
    fn check_undoing(&mut self) {
        let (first, before) = self.before.clone();
        let after = self.window.state().state().workspace.clone();
        let mut steps = 0;
        while self.last_step() > first {
            self.give(Command::Undo);
            steps += 1;
        }
        if self.last_step() == first {
            self.check_like(&before, &format!("{steps} steps undone"));
            self.undone += 1;
        }
        for _ in 0..steps {
            self.give(Command::Redo);
        }
        self.check_like(&after, &format!("{steps} steps done again"));
        self.settle();
    }

    /// Has a command carried out, without a look at the window.
    fn give(&mut self, command: Command) {
        self.window.state_mut().give(command);
        self.window.state_mut().logic(&egui::Context::default(), None);
    }

    /// Past results are no step: saving keeps the day's.
    fn check_like(&self, other: &Arc<Workspace>, steps: &str) {
        let workspace = &self.window.state().state().workspace;
        let parts = [
            ("files", workspace.sources == other.sources),
            ("rules", workspace.rulebook == other.rulebook && workspace.edition_is_chosen == other.edition_is_chosen),
            ("settings", workspace.settings == other.settings),
            ("assumptions", workspace.assumptions == other.assumptions),
            ("corrections", workspace.corrections == other.corrections),
            ("company", workspace.company == other.company),
            ("what is remembered", workspace.remembered == other.remembered),
        ];
        let others: Vec<&str> = parts.iter().filter(|(_, same)| !same).map(|(part, _)| *part).collect();
        assert!(others.is_empty(), "{steps}, {others:?} are not as before after {:?}", self.last);
    }

    fn busy(&self) -> String {
        let state = self.window.state().state();
        let (file, importing) = (&state.file, state.importing.as_ref().map(|it| &it.file));
        let pending = state.review.files.iter().any(|file| file.pending.is_some());
        format!(
            "file {:?}, asking {}, evaluating {:?}, importing {importing:?}, pending {pending}, printing {}, saving {}",
            file.busy, state.asking, state.evaluating, state.printing, state.saving
        )
    }

    fn told(&self) -> String {
        let state = self.window.state().state();
        let (files, page) = (state.workspace.sources.len(), state.page);
        format!(
            "{} commands and inputs of {} kinds, undone {} times, saved {} times; at the end {page:?}, {files} files",
            self.done,
            self.kinds.len(),
            self.undone,
            self.saved,
        )
    }
}

/// A window whose dialogs are answered at a whim.
fn app(dice: &Dice, files: &[PathBuf], folder: &Path) -> App {
    let whims = Whims { dice: RefCell::new(dice.clone()), files: files.to_vec(), folder: folder.to_owned() };
    App::new(&egui::Context::default(), Start::Empty, day("2017-07-03"), Language::English, Box::new(whims))
}

/// Files of every kind: exports, workspaces, broken ones, and such as are not there.
fn files(folder: &Path) -> Vec<PathBuf> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let names = [
        "trainings/en-US.csv",
        "trainings/es-ES.xlsx",
        "twins/customers-and-revenue.csv",
        "exports/sales/a-mano-2.es-ES.csv",
        "many-sheets.xlsx",
        "odd-cells.xls",
        "page.xls",
        "protected.xlsx",
        "truncated.xlsx",
        "picture.xlsx",
        "headings-only.xlsx",
        "no such file.csv",
    ];
    let mut files: Vec<PathBuf> = names.map(|name| fixtures.join(name)).into();
    files.extend(sample_files());
    let made: [(&str, &[u8]); 4] = [
        ("empty.xlsx", b""),
        ("noise.csv", b"\xff\x00\"a;\n\"\"\"b\tMB2-714;\r\r\n\xc3,,,"),
        ("broken.touchstone", b"{\"touchstone\": 1"),
        ("marta.csv", b"Name,Exam,Date\nMarta Ruiz,MB2-713,2016-07-01\nMarta Ruiz Gil,MB2-70,2016-07-01\n"),
    ];
    for (name, bytes) in made {
        std::fs::write(folder.join(name), bytes).unwrap();
        files.push(folder.join(name));
    }
    files.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/rulebooks/cloud-crm.2017-07.json"));
    // What can be saved over is a copy.
    std::fs::copy(fixtures.join("workspace-1.touchstone"), folder.join("first.touchstone")).unwrap();
    files.push(folder.join("first.touchstone"));
    files.extend([folder.join("one.touchstone"), folder.join("other.touchstone"), folder.to_owned()]);
    files
}

/// Answers dialogs at a whim.
struct Whims {
    dice: RefCell<Dice>,
    files: Vec<PathBuf>,
    folder: PathBuf,
}

impl Whims {
    fn answer<T: Send + 'static>(&self, chosen: T) -> Question<T> {
        let choice = match self.dice.borrow_mut().below(6) {
            0 => Choice::Cancelled,
            1 => Choice::NoDialog,
            _ => Choice::Chosen(chosen),
        };
        Box::new(move || choice)
    }

    fn place(&self, names: &[&str]) -> Question<PathBuf> {
        let name = self.dice.borrow_mut().pick(names);
        self.answer(self.folder.join(name))
    }
}

impl Dialogs for Whims {
    fn exports(&self, _: &Asking<'_>) -> Question<Vec<PathBuf>> {
        let file = self.dice.borrow_mut().pick(&self.files);
        self.answer(vec![file])
    }

    fn summary(&self, _: &Asking<'_>, _: &str) -> Question<PathBuf> {
        self.place(&["summary.pdf", "no such folder/summary.pdf"])
    }

    fn left_out(&self, _: &Asking<'_>, _: &str) -> Question<PathBuf> {
        self.place(&["left out.xlsx", "no such folder/left out.xlsx"])
    }

    fn export(&self, _: &Asking<'_>, export: Export, _: &str) -> Question<PathBuf> {
        match export.extension() {
            Some(_) => self.place(&["export", "export.json", "no such folder/export.json"]),
            None => self.place(&["", "no such folder"]),
        }
    }

    fn show(&self, _: &Path) -> Shown {
        let can_show = self.dice.borrow_mut().one_in(2);
        Box::new(move || if can_show { Ok(()) } else { Err(std::io::ErrorKind::NotFound.into()) })
    }

    fn rulebook(&self, _: &Asking<'_>) -> Question<PathBuf> {
        let file = self.dice.borrow_mut().pick(&self.files);
        self.answer(file)
    }

    fn workspace(&self, _: &Asking<'_>) -> Question<PathBuf> {
        let file = self.dice.borrow_mut().pick(&self.files);
        self.answer(file)
    }

    fn save_as(&self, _: &Asking<'_>, _: &str) -> Question<PathBuf> {
        self.place(&["one.touchstone", "other.touchstone", "other.touchstone", "no such folder/one.touchstone", "one"])
    }
}
