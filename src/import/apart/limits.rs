//! What the process that reads may use.

use std::path::Path;

use sysinfo::{Pid, ProcessRefreshKind, ProcessesToUpdate, System};

/// At least this much memory is allowed, in bytes.
const LEAST: u64 = 1024 * 1024 * 1024;
/// And this many times the file's size.
const TIMES: u64 = 3;

/// Limits the memory of this process, as far as the system can: to 1 GiB or three times the file, whichever is more, and at
/// most half of the machine's. On a system that can't, such as macOS or Windows, a [`Watch`] does it from outside.
pub(super) fn set(path: &Path) {
    limit_memory(allowed(path));
}

/// Looks now and then at how much memory a process uses.
pub(super) struct Watch {
    system: Option<System>,
    process: Pid,
    allowed: u64,
}

impl Watch {
    /// A watch on a process that reads a file.
    pub fn new(process: u32, path: &Path) -> Self {
        // Where the system tells nothing, its own limit is left.
        Self { system: System::new().ok(), process: Pid::from_u32(process), allowed: allowed(path) }
    }

    /// Whether the process uses more than it may.
    pub fn is_beyond(&mut self) -> bool {
        let Some(system) = &mut self.system else { return false };
        let memory = ProcessRefreshKind::nothing().with_memory().without_tasks();
        system.refresh_processes_specifics(ProcessesToUpdate::Some(&[self.process]), false, memory);
        system.process(self.process).is_some_and(|process| process.memory() > self.allowed)
    }
}

/// How many bytes of memory the process that reads this file may use.
fn allowed(path: &Path) -> u64 {
    let size = std::fs::metadata(path).map_or(0, |file| file.len());
    memory(size, machine_memory())
}

/// How many bytes the process may use for a file of a size, on a machine with so much memory.
fn memory(file: u64, machine: u64) -> u64 {
    LEAST.max(file.saturating_mul(TIMES)).min(machine / 2)
}

/// The machine's memory in bytes; as much as can be where the system does not tell.
fn machine_memory() -> u64 {
    let Ok(mut system) = System::new() else { return u64::MAX };
    system.refresh_memory_specifics(sysinfo::MemoryRefreshKind::nothing().with_ram());
    Some(system.total_memory()).filter(|bytes| *bytes > 0).unwrap_or(u64::MAX)
}

#[cfg(unix)]
fn limit_memory(bytes: u64) {
    use rustix::process::{Resource, Rlimit, setrlimit};
    // Where the system refuses, the process is no worse off than without a limit.
    let _ = setrlimit(Resource::As, Rlimit { current: Some(bytes), maximum: Some(bytes) });
    // A process that is ended leaves no image of its memory behind.
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
}

#[cfg(not(unix))]
fn limit_memory(_bytes: u64) {}

#[cfg(test)]
mod tests {
    use super::memory;

    #[test]
    fn memory_grows_with_the_file_up_to_half_of_the_machine() {
        const GIB: u64 = 1 << 30;
        for (file, machine, expected) in
            [(0, 16 * GIB, GIB), (GIB, 16 * GIB, 3 * GIB), (5 * GIB, 16 * GIB, 8 * GIB), (0, GIB, GIB / 2)]
        {
            assert_eq!(memory(file, machine), expected);
        }
    }
}
