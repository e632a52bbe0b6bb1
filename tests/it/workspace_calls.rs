//! A workspace that is opened twice calls the window that has it.

use std::fs;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use touchstone::workspace::{Calls, call};

fn hear(workspace: &Path) -> (Calls, Receiver<()>) {
    let (sender, heard) = channel();
    let calls = Calls::hear(workspace, move || sender.send(()).unwrap_or_default()).unwrap();
    (calls, heard)
}

fn is_heard(heard: &Receiver<()>) -> bool {
    heard.recv_timeout(Duration::from_secs(20)).is_ok()
}

#[test]
fn nobody_hears_a_call_for_a_workspace_that_is_not_open() {
    let folder = tempfile::tempdir().unwrap();
    assert!(!call(&folder.path().join("year.touchstone")));
}

#[test]
fn each_call_is_heard_for_its_own_workspace_until_that_is_closed() {
    let folder = tempfile::tempdir().unwrap();
    let [year, other] = ["año 2017 ñ.touchstone", "other.touchstone"].map(|name| folder.path().join(name));
    fs::write(&year, "").unwrap();
    let (calls, heard) = hear(&year);
    assert!(call(&year) && is_heard(&heard));
    assert!(call(&folder.path().join(".").join("año 2017 ñ.touchstone")) && is_heard(&heard), "written otherwise");
    assert!(!call(&other));
    drop(calls);
    assert!(!call(&year));
    assert!(heard.try_recv().is_err(), "the end is no call");
    let (_calls, heard) = hear(&year);
    assert!(call(&year) && is_heard(&heard), "another window opens it");
}

#[test]
fn only_one_window_hears_the_calls_for_a_workspace() {
    let folder = tempfile::tempdir().unwrap();
    let year = folder.path().join("year.touchstone");
    let (_calls, _) = hear(&year);
    assert!(Calls::hear(&year, || {}).is_err());
}
