//! What the command line may choose about files, where the program's own understanding is not what is meant.

use crate::import::{
    AmountsAre, Choices, ColumnChoice, DateOrder, DecimalSign, Field, ReadOptions, Understanding, Unmet,
};
use crate::ledger::SheetKind;

use super::arguments::one_of;

/// The choices about files. They apply to every file of the call.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct ChoiceArguments {
    /// Which column holds a field.
    #[arg(long, value_parser = column, value_name = "FIELD=HEADING")]
    pub map: Vec<ColumnChoices>,
    /// The only sheet to take in.
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// The row of the headings, counted from 1.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub header_row: Option<u32>,
    /// The order of day, month and year.
    #[arg(long, value_parser = date_order, value_name = "dmy|mdy|ymd")]
    pub date_order: Option<DateOrder>,
    /// The decimal sign of amounts.
    #[arg(long, value_parser = decimal, value_name = ",|.")]
    pub decimal: Option<DecimalSign>,
    /// Whether each amount is the row's own or holds those before it.
    #[arg(long, value_parser = amounts, value_name = "own|running-total")]
    pub amounts: Option<AmountsAre>,
    /// What the sheets hold.
    #[arg(long, value_parser = kind, value_name = "credentials|sales")]
    pub kind: Option<SheetKind>,
    /// Whose credentials these are, where the rows name nobody.
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,
    /// The year of the first month, where the months name none.
    #[arg(long, value_name = "YYYY", value_parser = clap::value_parser!(i32).range(1990..2100))]
    pub year: Option<i32>,
    /// The encoding of text files.
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<String>,
    /// The password of protected workbooks.
    #[arg(long, value_name = "PASSWORD")]
    pub password: Option<String>,
}

/// A heading, and what its column holds in a sheet of each kind.
type ColumnChoices = Vec<ColumnChoice>;

impl ChoiceArguments {
    /// The choices.
    pub fn choices(&self) -> Choices {
        Choices {
            reading: ReadOptions { encoding: self.encoding.clone(), delimiter: None, password: self.password.clone() },
            sheet: self.sheet.clone(),
            heading_row: self.header_row,
            kind: self.kind,
            columns: self.map.concat(),
            date_order: self.date_order,
            decimal_sign: self.decimal,
            amounts: self.amounts,
            person: self.person.clone(),
            year: self.year,
        }
    }
}

/// The first choice that fits none of the files.
pub(super) fn unmet<'a>(understandings: impl IntoIterator<Item = &'a Understanding>) -> Option<Unmet> {
    let mut understandings = understandings.into_iter();
    let mut unmet = understandings.next()?.unmet.clone();
    for other in understandings {
        unmet.retain(|choice| other.unmet.contains(choice));
    }
    unmet.into_iter().next()
}

/// A field and a heading around the first equals sign. "Date" is another field in sales than in credentials, so that one
/// name may stand for two.
fn column(text: &str) -> Result<ColumnChoices, String> {
    let example = || "amount=Importe".to_owned();
    let (field, heading) =
        text.split_once('=').filter(|(_, heading)| !heading.trim().is_empty()).ok_or_else(example)?;
    let mut fields: Vec<Field> = [SheetKind::Credentials, SheetKind::Sales]
        .into_iter()
        .filter_map(|kind| Field::parse(field, Some(kind)))
        .collect();
    fields.dedup();
    if fields.is_empty() {
        return Err(Field::ALL.map(Field::as_str).join(" | "));
    }
    let choice = |field| ColumnChoice { heading: heading.trim().to_owned(), field: Some(field) };
    Ok(fields.into_iter().map(choice).collect())
}

fn kind(text: &str) -> Result<SheetKind, String> {
    one_of(text, [SheetKind::Credentials, SheetKind::Sales], SheetKind::as_str)
}

fn date_order(text: &str) -> Result<DateOrder, String> {
    one_of(text, DateOrder::ALL, DateOrder::as_str)
}

fn decimal(text: &str) -> Result<DecimalSign, String> {
    one_of(text, DecimalSign::ALL, DecimalSign::as_str)
}

fn amounts(text: &str) -> Result<AmountsAre, String> {
    one_of(text, AmountsAre::ALL, AmountsAre::as_str)
}
