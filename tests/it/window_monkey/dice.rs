//! Chance that is the same in every run.

/// Chance that is the same in every run.
#[derive(Clone)]
pub struct Dice(pub u64);

impl Dice {
    /// A number below another; 0 where there is none.
    pub fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % count.max(1)
    }

    /// One of several.
    pub fn pick<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())].clone()
    }

    /// One of several; now and then, and where there is none, something else.
    pub fn pick_or<T: Clone>(&mut self, all: &[T], other: T) -> T {
        if all.is_empty() || self.one_in(16) { other } else { self.pick(all) }
    }

    /// Whether it happens this time.
    pub fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    /// Something that a user might type, or their cat.
    pub fn text(&mut self) -> String {
        let text = self.pick(&[
            "",
            " ",
            "a",
            "ana",
            "Núñez",
            "MB2-7",
            "crm",
            "2017-06-27",
            "27/06/17",
            "31.12.9999",
            "1.234,56",
            "((*[",
            "\u{0}\u{7}",
            "\u{202e}olleh",
            "👩🏽‍💻 ﷽",
            "\t\r\n",
        ]);
        text.repeat(if self.one_in(50) { 500 } else { 1 })
    }
}
