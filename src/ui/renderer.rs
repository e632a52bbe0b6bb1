//! What paints the window. eframe tries only one, so this tries the next where one can't start.

use std::str::FromStr;

use eframe::{AppCreator, Error, NativeOptions};
use rfd::{MessageDialog, MessageLevel};

/// What paints the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renderer {
    /// OpenGL: light, and on Linux always there.
    Glow,
    /// Direct3D 12 on Windows, where Windows itself brings one that needs no graphics card; Metal on macOS.
    Wgpu,
}

impl Renderer {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Glow, Self::Wgpu];

    /// Those that this build has, in the order in which they are tried.
    pub const HERE: &'static [Self] = if cfg!(target_os = "macos") {
        &[Self::Wgpu]
    } else if cfg!(windows) {
        // Over a remote desktop, and with Windows's own display driver, OpenGL is too old.
        &[Self::Glow, Self::Wgpu]
    } else {
        &[Self::Glow]
    };

    /// Its name on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Glow => "glow",
            Self::Wgpu => "wgpu",
        }
    }

    /// Whether this build has it.
    pub fn is_here(self) -> bool {
        Self::HERE.contains(&self)
    }
}

/// Opens the window with the given renderer, else with the first that can start.
pub fn run(
    wanted: Option<Renderer>,
    options: impl Fn() -> NativeOptions,
    open: impl Fn() -> AppCreator<'static>,
) -> Result<(), Error> {
    let mut failed = None;
    for renderer in wanted.as_ref().map_or(Renderer::HERE, std::slice::from_ref) {
        match run_with(*renderer, options(), open()) {
            Ok(()) => return Ok(()),
            // What the first says is told: it is what most computers use.
            Err(error) => failed = failed.or(Some(error)),
        }
    }
    failed.map_or(Ok(()), Err)
}

/// Says in a dialog of the system that no window opened, for those who started the program without a terminal.
pub fn tell_no_window(title: &str, why: &str) {
    // Without a display there is no dialog either, and the terminal is told.
    let has_display = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
    if cfg!(any(windows, target_os = "macos")) || has_display {
        MessageDialog::new().set_level(MessageLevel::Error).set_title(title).set_description(why).show();
    }
}

fn run_with(renderer: Renderer, options: NativeOptions, open: AppCreator<'static>) -> Result<(), Error> {
    // The name is eframe's own too, which knows only those that were built in.
    let renderer = eframe::Renderer::from_str(renderer.as_str()).map_err(|why| Error::AppCreation(why.into()))?;
    eframe::run_native("Touchstone", NativeOptions { renderer, ..saving_power(options) }, open)
}

/// A window of tables needs no strong graphics card.
#[cfg(any(windows, target_os = "macos"))]
fn saving_power(mut options: NativeOptions) -> NativeOptions {
    use eframe::{egui_wgpu::WgpuSetup, wgpu::PowerPreference};
    if let WgpuSetup::CreateNew(setup) = &mut options.wgpu_options.wgpu_setup {
        setup.power_preference = PowerPreference::LowPower;
    }
    options
}

#[cfg(not(any(windows, target_os = "macos")))]
fn saving_power(options: NativeOptions) -> NativeOptions {
    options
}
