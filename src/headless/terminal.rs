//! The terminal that the program was called from.

/// Has what is printed come out in the terminal that the program was called from. On Windows a program with a window isn't
/// connected with it by itself; what goes into a file or to another program still goes there.
#[cfg(windows)]
pub(super) fn join() {
    use std::io::{IsTerminal, stderr, stdout};
    use std::os::windows::io::{AsHandle, IntoRawHandle};

    use win32console::console::{HandleType, WinConsole};
    use win32console::structs::handle::Handle;

    /// The process that started this one.
    const PARENT: u32 = u32::MAX;
    let given = [
        (HandleType::Output, stdout().as_handle().try_clone_to_owned()),
        (HandleType::Error, stderr().as_handle().try_clone_to_owned()),
    ];
    if WinConsole::attach_console(PARENT).is_err() {
        // There is none, or it is joined already.
        return;
    }
    // Joining may have put the terminal in the place of a file or a pipe.
    for (stream, handle) in given {
        if let Ok(handle) = handle
            && !handle.as_handle().is_terminal()
        {
            let handle = handle.into_raw_handle();
            if !handle.is_null() {
                let _ = WinConsole::set_std_handle(stream, Handle::new(handle.cast()));
            }
        }
    }
}

#[cfg(not(windows))]
pub(super) fn join() {}
