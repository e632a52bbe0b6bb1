//! What a column can hold.

use super::understanding::field_called;
use crate::ledger::SheetKind;
use crate::rulebook::fold;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The partner company's own name.
    Company,
    /// A month: in sales the sale's, in credentials the one in which the exam was passed.
    Month,

    /// A person's MCP ID.
    McpId,
    /// A key without meaning that stands in for a person's name.
    UserKey,
    /// A person's first name.
    GivenName,
    /// A person's whole name.
    FullName,
    /// A person's last name, or both last names.
    Surname,
    /// A person's second last name.
    SecondSurname,
    /// A person's address at the company.
    OfficeEmail,
    /// A person's address.
    Email,
    /// An exam's code.
    ExamCode,
    /// An exam, by code or title.
    Exam,
    /// When an exam was passed, or tried.
    Passed,
    /// The last day on which a credential is valid.
    Expires,
    /// Whether an exam was passed.
    Result,
    /// The score in an exam.
    Score,
    /// A column headed by an exam, whose cells tell whether or when each person passed it.
    ExamMark,
    /// A column headed by a person, whose cells tell whether or when they passed each exam.
    PersonMark,

    /// The day of a sale.
    Day,
    /// The year of a sale, beside a month that names none.
    Year,
    /// Who bought.
    Customer,
    /// What was sold.
    Product,
    /// The code of what was sold.
    Sku,
    /// For how much.
    Amount,
    /// In which currency.
    Currency,
    /// How the partner is tied to the customer.
    Association,
    /// A column named after the association itself, that says yes or no.
    PartnerOfRecord,
    /// Whether a sale is new or a renewal.
    Renewal,
    /// Whether a row repeats another.
    Duplicate,
    /// A column headed by a month, whose cells hold that month's amounts.
    MonthAmount,
}

impl Field {
    /// Every field, in the order in which people are asked for them.
    pub const ALL: [Self; 30] = [
        Self::McpId,
        Self::FullName,
        Self::GivenName,
        Self::Surname,
        Self::SecondSurname,
        Self::Email,
        Self::OfficeEmail,
        Self::UserKey,
        Self::Exam,
        Self::ExamCode,
        Self::Passed,
        Self::Expires,
        Self::Result,
        Self::Score,
        Self::ExamMark,
        Self::PersonMark,
        Self::Day,
        Self::Month,
        Self::Year,
        Self::Customer,
        Self::Product,
        Self::Sku,
        Self::Amount,
        Self::MonthAmount,
        Self::Currency,
        Self::Association,
        Self::PartnerOfRecord,
        Self::Renewal,
        Self::Duplicate,
        Self::Company,
    ];

    /// As the command line, the JSON output and the messages name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Company => "company",
            Self::Month => "month",
            Self::McpId => "mcp-id",
            Self::UserKey => "user-key",
            Self::GivenName => "given-name",
            Self::FullName => "name",
            Self::Surname => "surname",
            Self::SecondSurname => "second-surname",
            Self::OfficeEmail => "office-email",
            Self::Email => "email",
            Self::ExamCode => "exam-code",
            Self::Exam => "exam",
            Self::Passed => "passed",
            Self::Expires => "expires",
            Self::Result => "result",
            Self::Score => "score",
            Self::ExamMark => "exam-mark",
            Self::PersonMark => "person-mark",
            Self::Day => "date",
            Self::Year => "year",
            Self::Customer => "customer",
            Self::Product => "product",
            Self::Sku => "sku",
            Self::Amount => "amount",
            Self::Currency => "currency",
            Self::Association => "association",
            Self::PartnerOfRecord => "partner-of-record",
            Self::Renewal => "renewal",
            Self::Duplicate => "duplicate",
            Self::MonthAmount => "month-amount",
        }
    }

    /// The field that a word means, in either language: as the program names it, or as a column of it may be headed.
    /// `date` is the day of a sale, or in a table of credentials the day on which an exam was passed.
    pub fn parse(text: &str, kind: Option<SheetKind>) -> Option<Self> {
        let word = fold(text).replace(' ', "-");
        let is_in_kind = |field: &Self| kind.is_none_or(|kind| field.kinds().contains(&kind));
        let named = Self::ALL.into_iter().filter(is_in_kind).find(|field| field.as_str() == word);
        let alias =
            || ALIASES.iter().find(|(alias, field)| *alias == word && is_in_kind(field)).map(|(_, field)| *field);
        let kinds =
            || [SheetKind::Sales, SheetKind::Credentials].into_iter().filter(|it| kind.is_none_or(|kind| *it == kind));
        named.or_else(alias).or_else(|| kinds().find_map(|kind| field_called(text, kind)))
    }

    /// The same in a table of a kind: there, `date` means that kind's date. Nothing where the kind has no such thing.
    pub fn in_kind(self, kind: SheetKind) -> Option<Self> {
        match (self, kind) {
            (Self::Day, SheetKind::Credentials) => Some(Self::Passed),
            (Self::Passed, SheetKind::Sales) => Some(Self::Day),
            _ => Some(self).filter(|field| field.kinds().contains(&kind)),
        }
    }

    /// The kinds of sheet that may have it.
    pub fn kinds(self) -> &'static [SheetKind] {
        match self {
            Self::Company | Self::Month => &[SheetKind::Credentials, SheetKind::Sales],
            Self::McpId
            | Self::UserKey
            | Self::GivenName
            | Self::FullName
            | Self::Surname
            | Self::SecondSurname
            | Self::OfficeEmail
            | Self::Email
            | Self::ExamCode
            | Self::Exam
            | Self::Passed
            | Self::Expires
            | Self::Result
            | Self::Score
            | Self::ExamMark
            | Self::PersonMark => &[SheetKind::Credentials],
            Self::Day
            | Self::Year
            | Self::Customer
            | Self::Product
            | Self::Sku
            | Self::Amount
            | Self::Currency
            | Self::Association
            | Self::PartnerOfRecord
            | Self::Renewal
            | Self::Duplicate
            | Self::MonthAmount => &[SheetKind::Sales],
        }
    }
}

/// Further words for fields that no column is headed by.
const ALIASES: [(&str, Field); 12] = [
    ("person", Field::FullName),
    ("persona", Field::FullName),
    ("code", Field::ExamCode),
    ("title", Field::Exam),
    ("titulo", Field::Exam),
    ("passed-on", Field::Passed),
    ("expiry", Field::Expires),
    ("first-name", Field::GivenName),
    ("last-name", Field::Surname),
    ("revenue", Field::Amount),
    ("dpor", Field::PartnerOfRecord),
    ("type", Field::Renewal),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_parsed_back() {
        for field in Field::ALL {
            for kind in field.kinds() {
                assert_eq!(Field::parse(field.as_str(), Some(*kind)), Some(field));
            }
        }
    }

    #[test]
    fn words_of_either_language_are_parsed() {
        use SheetKind::{Credentials, Sales};
        for (word, kind, expected) in [
            ("date", Sales, Some(Field::Day)),
            ("date", Credentials, Some(Field::Passed)),
            ("fecha", Sales, Some(Field::Day)),
            ("Fecha", Credentials, Some(Field::Passed)),
            ("person", Credentials, Some(Field::FullName)),
            ("nombre", Credentials, Some(Field::FullName)),
            ("MCP ID", Credentials, Some(Field::McpId)),
            ("mcp-id", Credentials, Some(Field::McpId)),
            ("office email", Credentials, Some(Field::OfficeEmail)),
            ("importe", Sales, Some(Field::Amount)),
            ("cliente", Sales, Some(Field::Customer)),
            ("cliente", Credentials, None),
            ("colour", Sales, None),
            ("", Sales, None),
        ] {
            assert_eq!(Field::parse(word, Some(kind)), expected, "{word}");
        }
        assert_eq!(Field::parse("date", None), Some(Field::Day));
        assert_eq!(Field::parse("examen", None), Some(Field::Exam));
        assert_eq!(Field::Day.in_kind(Credentials), Some(Field::Passed));
        assert_eq!(Field::Customer.in_kind(Credentials), None);
    }
}
