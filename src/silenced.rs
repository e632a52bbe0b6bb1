//! Running code of others that may panic: a reader of workbooks on a damaged file, a font library on a system without fonts.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Once;

/// Runs `work`; nothing when it panics. The panic is not reported on standard error, since the caller handles it;
/// whatever the work has changed by then must not be used any more.
pub(crate) fn silenced<T>(work: impl FnOnce() -> T) -> Option<T> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if !SILENT.get() {
                usual(info);
            }
        }));
    });
    let was_silent = SILENT.replace(true);
    let result = catch_unwind(AssertUnwindSafe(work));
    SILENT.set(was_silent);
    result.ok()
}

thread_local! {
    /// Whether this thread is inside [`silenced`].
    static SILENT: Cell<bool> = const { Cell::new(false) };
}
