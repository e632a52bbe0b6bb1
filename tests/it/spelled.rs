//! Days, amounts, headings and files, spelled in the ways that people and programs spell them.

use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;
use unicode_normalization::UnicodeNormalization;

use crate::written::{Value, delimited, spanish_month, workbook};

/// How a column spells days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayStyle {
    /// As dates; in text files as `2016-12-31`.
    Real,
    /// `2016-12-31  23:07:22`
    IsoTime,
    /// With this between the numbers, and as many digits for the year.
    DayFirst(char, usize),
    /// Likewise.
    MonthFirst(char, usize),
    /// `31.12.2016`
    Dots,
    /// `31-dic-16`
    SpanishMonth,
    /// `31 de diciembre de 2016`
    SpanishWords,
    /// `31 Dec 2016`
    EnglishMonth,
    /// `December 31, 2016`
    EnglishWords,
    /// `42735`, in workbooks too.
    SerialNumber,
    /// `20161231`
    Run,
}

impl DayStyle {
    pub fn any() -> impl Strategy<Value = Self> {
        let parted = |style: fn(char, usize) -> Self| {
            (select(vec!['/', '-']), select(vec![2, 4])).prop_map(move |(sign, digits)| style(sign, digits))
        };
        prop_oneof![
            3 => Just(Self::Real),
            1 => Just(Self::IsoTime),
            4 => parted(Self::DayFirst),
            3 => parted(Self::MonthFirst),
            6 => select(vec![Self::Dots, Self::SpanishMonth, Self::SpanishWords, Self::EnglishMonth, Self::EnglishWords, Self::SerialNumber, Self::Run]),
        ]
    }

    pub fn spell(self, day: NaiveDate) -> Value {
        let year = |digits| if digits == 2 { "%y" } else { "%Y" };
        let spelled = |format: &str| Value::Text(day.format(format).to_string());
        match self {
            Self::Real => Value::Day(day),
            Self::IsoTime => spelled("%Y-%m-%d  23:07:22"),
            Self::DayFirst(sign, digits) => spelled(&format!("%d{sign}%m{sign}{}", year(digits))),
            Self::MonthFirst(sign, digits) => spelled(&format!("%m{sign}%d{sign}{}", year(digits))),
            Self::Dots => spelled("%d.%m.%Y"),
            Self::SpanishMonth => Value::Text(format!("{}-{}", day.day(), spanish_month(day))),
            Self::SpanishWords => {
                Value::Text(format!("{} de {} de {}", day.day(), SPANISH_MONTHS[day.month0() as usize], day.year()))
            }
            Self::EnglishMonth => spelled("%-d %b %Y"),
            Self::EnglishWords => spelled("%B %-d, %Y"),
            Self::SerialNumber => {
                let zero = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap();
                Value::Number((day - zero).num_days().into())
            }
            Self::Run => Value::Number(day.format("%Y%m%d").to_string().parse().unwrap()),
        }
    }

    /// Whether days and months are both numbers, and nothing but the values tells which is which.
    pub fn may_be_unclear(self) -> bool {
        matches!(self, Self::DayFirst(..) | Self::MonthFirst(..))
    }

    /// Whether nothing tells the year from a day.
    pub fn has_short_year(self) -> bool {
        matches!(self, Self::DayFirst(_, 2) | Self::MonthFirst(_, 2))
    }
}

/// How a column spells months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MonthStyle {
    /// As dates; in text files as `2016-12-01`.
    Real,
    /// `Dec-16`
    English,
    /// `dic-16`
    Spanish,
    /// `diciembre 2016`
    SpanishWords,
    /// `2016-12`
    Iso,
    /// `12/2016`
    Slash,
    /// `201612`
    Run,
}

impl MonthStyle {
    pub fn any() -> impl Strategy<Value = Self> {
        select(vec![Self::Real, Self::English, Self::Spanish, Self::SpanishWords, Self::Iso, Self::Slash, Self::Run])
    }

    pub fn spell(self, month: NaiveDate) -> Value {
        let spelled = |format: &str| Value::Text(month.format(format).to_string());
        match self {
            Self::Real => Value::Month(month),
            Self::English => spelled("%b-%y"),
            Self::Spanish => Value::Text(spanish_month(month)),
            Self::SpanishWords => Value::Text(format!("{} {}", SPANISH_MONTHS[month.month0() as usize], month.year())),
            Self::Iso => spelled("%Y-%m"),
            Self::Slash => spelled("%m/%Y"),
            Self::Run => Value::Number(month.format("%Y%m").to_string().parse().unwrap()),
        }
    }
}

const SPANISH_MONTHS: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

/// How a column spells amounts.
#[derive(Debug, Clone, Copy)]
pub struct AmountStyle {
    /// As numbers; in text files as `1234.5` or `1234,5`.
    pub is_real: bool,
    pub decimal_sign: char,
    /// What parts thousands.
    pub group: Option<char>,
    /// Whether the cents are always written.
    pub with_cents: bool,
    pub minus: Minus,
}

/// How a negative amount is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Minus {
    Before,
    After,
    Brackets,
    /// U+2212
    Typographic,
}

impl AmountStyle {
    pub fn any() -> impl Strategy<Value = Self> {
        let minus = select(vec![Minus::Before, Minus::Before, Minus::After, Minus::Brackets, Minus::Typographic]);
        let group = |decimal_sign| {
            let other = if decimal_sign == ',' { '.' } else { ',' };
            select(vec![None, Some(other), Some(other), Some(' '), Some('\u{a0}'), Some('\u{202f}'), Some('\'')])
        };
        let sign = select(vec!['.', ',']).prop_flat_map(move |sign| (Just(sign), group(sign)));
        (any::<bool>(), sign, any::<bool>(), minus).prop_map(|(is_real, (decimal_sign, group), with_cents, minus)| {
            Self { is_real, decimal_sign, group, with_cents, minus }
        })
    }

    pub fn spell(&self, amount: Decimal, currency: Option<(&str, bool)>) -> Value {
        if self.is_real && currency.is_none() {
            return Value::Number(amount);
        }
        let digits = self.digits(amount);
        let words = match currency {
            None => digits,
            Some((currency, true)) => format!("{currency} {digits}"),
            Some((currency, false)) => format!("{digits} {currency}"),
        };
        Value::Text(match self.minus {
            _ if !amount.is_sign_negative() => words,
            Minus::Before => format!("-{words}"),
            Minus::After => format!("{words}-"),
            Minus::Brackets => format!("({words})"),
            Minus::Typographic => format!("\u{2212}{words}"),
        })
    }

    fn digits(&self, amount: Decimal) -> String {
        let words = if self.with_cents { format!("{:.2}", amount.abs()) } else { amount.abs().normalize().to_string() };
        let (whole, cents) =
            words.split_once('.').map_or((words.as_str(), None), |(whole, cents)| (whole, Some(cents)));
        let mut spelled = String::new();
        for (place, digit) in whole.chars().enumerate() {
            if let Some(group) = self.group
                && place > 0
                && (whole.len() - place).is_multiple_of(3)
            {
                spelled.push(group);
            }
            spelled.push(digit);
        }
        if let Some(cents) = cents {
            spelled.push(self.decimal_sign);
            spelled.push_str(cents);
        }
        spelled
    }

    /// Whether a value alone shows the decimal sign; nothing when it has no sign at all.
    pub fn shows_decimal_sign(&self, amount: Decimal) -> Option<bool> {
        let digits = self.digits(amount);
        let signs = digits.chars().filter(|sign| ".,".contains(*sign)).count();
        let is_grouped = self.group.is_some_and(|group| ".,".contains(group) && digits.contains(group));
        match signs {
            0 => None,
            1 => Some(!is_grouped),
            _ => Some(true),
        }
    }
}

/// What people do to a heading.
#[derive(Debug, Clone, Copy)]
pub enum Quirk {
    None,
    Capitals,
    Small,
    NoAccents,
    Underscores,
    Spaces,
    Colon,
    LineBreak,
    Glued,
}

impl Quirk {
    pub fn any() -> impl Strategy<Value = Self> {
        use Quirk::{Capitals, Colon, Glued, LineBreak, NoAccents, None, Small, Spaces, Underscores};
        select(vec![None, None, None, Capitals, Small, NoAccents, Underscores, Spaces, Colon, LineBreak, Glued])
    }

    pub fn apply(self, heading: &str) -> String {
        match self {
            Self::None => heading.to_owned(),
            Self::Capitals => heading.to_uppercase(),
            Self::Small => heading.to_lowercase(),
            Self::NoAccents => heading.nfd().filter(char::is_ascii).collect(),
            Self::Underscores => heading.replace(' ', "_"),
            Self::Spaces => format!(" {} ", heading.replace(' ', "  ")),
            Self::Colon => format!("{heading}:"),
            Self::LineBreak => heading.replacen(' ', "\n", 1),
            Self::Glued => heading.replace(' ', ""),
        }
    }
}

/// A file that a table is written to.
#[derive(Debug, Clone, Copy)]
pub enum Paper {
    Workbook,
    Text { delimiter: u8, quotes: csv::QuoteStyle, encoding: Encoding, line_end: &'static str, decimal_sign: char },
}

#[derive(Debug, Clone, Copy)]
pub enum Encoding {
    Utf8,
    Utf8Marked,
    Utf16LittleEndian,
    Utf16BigEndian,
    Windows1252,
}

impl Paper {
    pub fn any() -> impl Strategy<Value = Self> {
        use Encoding::{Utf8, Utf8Marked, Utf16BigEndian, Utf16LittleEndian, Windows1252};
        let text = (
            select(vec![b',', b';', b';', b'\t', b'|']),
            any::<bool>(),
            select(vec![Utf8, Utf8Marked, Utf16LittleEndian, Utf16BigEndian, Windows1252]),
            select(vec!["\r\n", "\n"]),
            select(vec!['.', ',']),
        );
        let text = text.prop_map(|(delimiter, is_quoted, encoding, line_end, decimal_sign)| Self::Text {
            delimiter,
            quotes: if is_quoted { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary },
            encoding,
            line_end,
            decimal_sign,
        });
        prop_oneof![1 => Just(Self::Workbook), 3 => text]
    }

    pub fn name(self) -> &'static str {
        if matches!(self, Self::Workbook) { "table.xlsx" } else { "table.csv" }
    }

    pub fn write(self, rows: &[Vec<Value>]) -> Vec<u8> {
        let Self::Text { delimiter, quotes, encoding, line_end, decimal_sign } = self else {
            return workbook("Table", rows);
        };
        let cell = |value: &Value| match value {
            Value::Blank => String::new(),
            Value::Text(text) => text.clone(),
            Value::Number(number) => number.to_string().replace('.', &decimal_sign.to_string()),
            Value::Day(day) | Value::Month(day) => day.to_string(),
            Value::Moment(time) => time.to_string(),
        };
        let cells: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(cell).collect()).collect();
        let text = delimited(&cells, delimiter, quotes).replace("\r\n", line_end);
        let utf_16 = || format!("\u{feff}{text}").encode_utf16().collect::<Vec<u16>>();
        match encoding {
            Encoding::Windows1252 => match encoding_rs::WINDOWS_1252.encode(&text) {
                (bytes, _, false) => bytes.into_owned(),
                _ => text.into_bytes(),
            },
            Encoding::Utf8 => text.into_bytes(),
            Encoding::Utf8Marked => format!("\u{feff}{text}").into_bytes(),
            Encoding::Utf16LittleEndian => utf_16().into_iter().flat_map(u16::to_le_bytes).collect(),
            Encoding::Utf16BigEndian => utf_16().into_iter().flat_map(u16::to_be_bytes).collect(),
        }
    }
}
