//! A workspace that is open somewhere hears when the user opens it once more, so that its window comes forward instead of a
//! second one that could only read it.
//!
//! The call goes over a local socket whose name stands for the user and the file. It carries nothing: who calls can make a
//! window come forward, and no more.

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use interprocess::local_socket::prelude::*;
use interprocess::local_socket::{GenericNamespaced, ListenerOptions, Name, Stream};
use sha2::{Digest, Sha256};

use super::save::real;

/// Calls the window that has a workspace open. Tells whether there is one.
pub fn call(workspace: &Path) -> bool {
    name(workspace).and_then(Stream::connect).is_ok()
}

/// That calls for a workspace are heard, as long as this lives.
#[derive(Debug)]
pub struct Calls {
    name: Name<'static>,
    is_over: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Calls {
    /// Hears calls for a workspace on a thread of its own, which `answer` runs on.
    ///
    /// # Errors
    /// When the system gives no socket, or another window hears them.
    pub fn hear(workspace: &Path, answer: impl Fn() + Send + 'static) -> io::Result<Self> {
        let name = name(workspace)?;
        // What a crash left behind on some systems answers nobody, and can be replaced.
        let is_left_behind = Stream::connect(name.clone()).is_err();
        let listener = ListenerOptions::new().name(name.clone()).try_overwrite(is_left_behind).create_sync()?;
        let is_over = Arc::new(AtomicBool::new(false));
        let heard_to_the_end = is_over.clone();
        let thread = std::thread::Builder::new().name("calls".to_owned()).spawn(move || {
            for call in listener.incoming() {
                if heard_to_the_end.load(Ordering::Acquire) {
                    return;
                }
                match call {
                    Ok(_) => answer(),
                    // The system is short of something for a moment.
                    Err(_) => std::thread::sleep(PAUSE),
                }
            }
        })?;
        Ok(Self { name, is_over, thread: Some(thread) })
    }
}

const PAUSE: Duration = Duration::from_millis(200);

impl Drop for Calls {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Release);
        // The thread waits for a call, so it gets one. Once it has ended, another may hear calls for the same file.
        if Stream::connect(self.name.clone()).is_ok()
            && let Some(thread) = self.thread.take()
        {
            let _ = thread.join();
        }
    }
}

/// Short enough for every system, and another for each user and file.
fn name(workspace: &Path) -> io::Result<Name<'static>> {
    let user = etcetera::home_dir().unwrap_or_default();
    let mut sum = Sha256::new();
    for path in [user.as_path(), &real(workspace)] {
        sum.update(path.as_os_str().as_encoded_bytes());
        sum.update([0]);
    }
    format!("touchstone-{:.24}", format!("{:x}", sum.finalize())).to_ns_name::<GenericNamespaced>()
}
