//! What the system tells of a process: how long it ran on processors, and how much memory it holds.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// The time that this process, and those it waited for, have run on a processor, in seconds; where the system does not
/// tell, the time on the clock.
pub fn cpu_seconds() -> f64 {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    /// So many the system counts in a second, wherever it tells.
    const TICKS: f64 = 100.0;
    let start = *START;
    let told = std::fs::read_to_string("/proc/self/stat").ok();
    // What stands before the closing bracket may hold spaces.
    let ticks: Option<f64> = told.and_then(|text| {
        let fields = text.rsplit_once(") ")?.1.split(' ').skip(11).take(4);
        Some(fields.filter_map(|field| field.parse::<f64>().ok()).sum())
    });
    ticks.map_or_else(|| start.elapsed().as_secs_f64(), |ticks| ticks / TICKS)
}

/// The most memory that was held, in MB (a million bytes each).
#[derive(Debug, Default, Clone, Copy)]
pub struct Peaks {
    /// By this process.
    pub own: f64,
    /// By one that it started.
    pub child: f64,
    /// By both at one time.
    pub together: f64,
}

/// Does some work and watches the memory of this process and of those that it starts, 200 times a second.
pub fn watched(work: impl FnOnce()) -> Peaks {
    static IS_DONE: AtomicBool = AtomicBool::new(false);
    let watch = std::thread::spawn(|| {
        let mut peaks = Peaks::default();
        while !IS_DONE.load(Ordering::Relaxed) {
            let own = memory("/proc/self/status", "VmRSS:");
            let (mut now, mut most) = (0.0, 0.0_f64);
            for child in children() {
                let status = format!("/proc/{child}/status");
                now += memory(&status, "VmRSS:");
                most = most.max(memory(&status, "VmHWM:"));
            }
            peaks.child = peaks.child.max(most);
            peaks.together = peaks.together.max(own + now);
            std::thread::sleep(Duration::from_millis(5));
        }
        peaks
    });
    work();
    IS_DONE.store(true, Ordering::Relaxed);
    let peaks = watch.join().unwrap();
    let own = memory("/proc/self/status", "VmHWM:");
    Peaks { own, together: peaks.together.max(own), ..peaks }
}

fn children() -> Vec<String> {
    let tasks = std::fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    let lists = tasks.filter_map(|task| std::fs::read_to_string(task.path().join("children")).ok());
    lists.flat_map(|list| list.split_whitespace().map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// A line of a process's status, in MB; nothing of a process that has ended.
fn memory(status: &str, line: &str) -> f64 {
    let told = std::fs::read_to_string(status).unwrap_or_default();
    let found = told.lines().find_map(|it| it.strip_prefix(line)?.trim().strip_suffix(" kB")?.parse::<f64>().ok());
    found.unwrap_or_default() * 1024.0 / 1e6
}
