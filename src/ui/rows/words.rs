//! What the cells of the tables say, on screen, to those who listen, and where rows are copied to.

use std::sync::Arc;

use crate::evaluator::{CredentialLeftOut, RequirementReadiness, RevenueReadiness, SaleLeftOut};
use crate::ledger::{PersonId, Place, Sale, SaleDate};
use crate::rulebook::Role;
use crate::texts::{Language, Texts};

use super::super::outcome::{Outcome, rosters};
use super::super::seats::SeatView;
use super::super::state::{ExamColumn, Group, GroupColumn, Only, PeopleColumn, SalesColumn, Totals};
use super::{currency_of, exam_of, exams_to_go, seat_of};

/// Rows to be copied.
#[derive(Debug)]
pub struct Copying {
    /// The result they belong to.
    pub outcome: Arc<Outcome>,
    /// In which language.
    pub language: Language,
    /// Which.
    pub what: What,
}

/// Which rows.
#[derive(Debug)]
pub enum What {
    /// People, with these exams.
    People {
        /// The way to attain the competency.
        option: usize,
        /// The exams.
        exams: Vec<ExamColumn>,
        /// The people.
        rows: Vec<usize>,
    },
    /// Sales.
    Sales(Vec<usize>),
    /// Sales together.
    Groups(Vec<Group>),
}

/// How a person stands with an exam.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It counts.
    Held,
    /// It is assumed.
    Assumed,
    /// It was passed or tried, and doesn't count.
    LeftOut(CredentialLeftOut),
    /// It is none of the rulebook's.
    Other,
}

/// The columns of the people's table.
pub fn people_columns(outcome: &Outcome, option: usize, exams: &[ExamColumn]) -> Vec<PeopleColumn> {
    let exams = (0..exams.len()).map(PeopleColumn::Exam);
    let roles = (0..roles(outcome, option).len()).map(PeopleColumn::ToGo);
    [PeopleColumn::Name].into_iter().chain(exams).chain([PeopleColumn::Takes]).chain(roles).collect()
}

/// The columns of the sales' table.
pub fn sales_columns() -> [SalesColumn; 6] {
    use SalesColumn::{Amount, Counts, Customer, Date, From, Product};
    [Date, Customer, Product, Amount, Counts, From]
}

/// The columns of the table of sales together.
pub fn group_columns() -> [GroupColumn; 5] {
    use GroupColumn::{Counted, Counting, LeftOut, Of, Sales};
    [Of, Sales, Counting, Counted, LeftOut]
}

/// The roles of an option's highest level.
pub fn roles(outcome: &Outcome, option: usize) -> Vec<&Role> {
    let level = outcome.level(option, outcome.highest_level(option));
    let rosters = level.map(|(rules, result)| rosters(rules, result)).unwrap_or_default();
    rosters.into_iter().flat_map(|(rules, _)| &rules.roles).collect()
}

/// What an exam is called at the head of its column.
pub fn exam_name<'a>(outcome: &'a Outcome, column: &'a ExamColumn) -> &'a str {
    match column {
        ExamColumn::Rulebook(exam) => &outcome.rulebook.exam(*exam).code,
        ExamColumn::Other(text) => text,
    }
}

/// How a person stands with an exam; nothing where they never tried it.
pub fn mark_of(outcome: &Outcome, person: PersonId, column: &ExamColumn) -> Option<Mark> {
    let mut mark = None;
    for at in exam_of(outcome, person, column) {
        let (Some(verdict), Some(credential)) =
            (outcome.readiness.credentials.get(at), outcome.ledger.credentials.get(at))
        else {
            continue;
        };
        match verdict.why_not {
            None if credential.assumed => return Some(Mark::Assumed),
            None => return Some(Mark::Held),
            Some(CredentialLeftOut::NotInRulebook) => return Some(Mark::Other),
            Some(CredentialLeftOut::Duplicate) => {}
            Some(reason) => mark = mark.or(Some(Mark::LeftOut(reason))),
        }
    }
    mark
}

/// What a cell of the people's table says.
pub fn person_text(
    outcome: &Outcome,
    texts: &Texts,
    (option, exams, seats): (usize, &[ExamColumn], &[SeatView<'_>]),
    person: PersonId,
    column: PeopleColumn,
) -> String {
    match column {
        PeopleColumn::Name => outcome.ledger.people.get(person.0).map(|it| it.label().to_owned()).unwrap_or_default(),
        PeopleColumn::Exam(place) => {
            let Some(column) = exams.get(place) else { return String::new() };
            let exam = exam_name(outcome, column);
            match mark_of(outcome, person, column) {
                Some(Mark::Held | Mark::Other) => texts.with("holds-exam", &[("exam", exam.into())]),
                Some(Mark::Assumed) => format!("{exam} ({})", texts.get("assumed")),
                Some(Mark::LeftOut(reason)) => format!("{exam} {}", texts.get(&format!("mark-{}", reason.as_str()))),
                None => String::new(),
            }
        }
        PeopleColumn::Takes => {
            let Some(view) = seat_of(seats, person).and_then(|place| seats.get(place)) else { return String::new() };
            let title = texts.pick(&view.role.title);
            if view.role.seats > 1 { format!("{title} {}", view.number) } else { title.to_owned() }
        }
        PeopleColumn::ToGo(role) => {
            exams_to_go(outcome, option, role).get(person.0).map(ToString::to_string).unwrap_or_default()
        }
    }
}

/// What a cell of the sales' table says.
pub fn sale_text(outcome: &Outcome, texts: &Texts, at: usize, column: SalesColumn) -> String {
    let Some(sale) = outcome.ledger.sales.get(at) else { return String::new() };
    match column {
        SalesColumn::Date => texts.sale_date(sale.date),
        SalesColumn::Customer if sale.assumed => texts.get("assumed-sale"),
        SalesColumn::Customer => sale.customer.to_string(),
        SalesColumn::Product => sale.product.to_string(),
        SalesColumn::Amount => format!("{}\u{a0}{}", texts.amount(sale.amount, &sale.currency), sale.currency),
        SalesColumn::Counts => match outcome.readiness.sales.get(at).copied().flatten() {
            None => texts.get("counts"),
            Some(reason) => {
                let reason_text = texts.get(&format!("sale-{}", reason.as_str()));
                match why_not_detail(outcome, texts, sale, reason) {
                    Some(detail) => format!("{reason_text}, {detail}"),
                    None => reason_text,
                }
            }
        },
        SalesColumn::From => place_of(&sale.place),
    }
}

/// Why a sale doesn't count, in a few words more.
pub fn why_not_detail(outcome: &Outcome, texts: &Texts, sale: &Sale, reason: SaleLeftOut) -> Option<String> {
    let days = |id: &str, days: i64| texts.with(id, &[("days", days.into())]);
    match (reason, sale.date) {
        (SaleLeftOut::OutsideWindow, SaleDate::Day(day)) => {
            let too_old = (revenue(outcome)?.from - day).num_days();
            (too_old > 0).then(|| days("days-too-old", too_old))
        }
        (SaleLeftOut::Future, SaleDate::Day(day)) => {
            Some(days("days-too-late", (day - outcome.readiness.settings.as_of).num_days()))
        }
        _ => None,
    }
}

/// The first requirement on revenue.
fn revenue(outcome: &Outcome) -> Option<&RevenueReadiness> {
    let levels = outcome.readiness.options.iter().flat_map(|option| &option.levels);
    levels.flat_map(|level| &level.requirements).find_map(|requirement| match requirement {
        RequirementReadiness::Revenue(revenue) => Some(revenue),
        _ => None,
    })
}

/// What a cell of the table of sales together says.
pub fn group_text(texts: &Texts, currency: &str, group: &Group, column: GroupColumn) -> String {
    let number = |sales: usize| texts.number(sales.into());
    match column {
        GroupColumn::Of => match &group.of {
            Only::Customer(customer) if customer.is_empty() => texts.get("no-customer"),
            Only::Customer(customer) => customer.to_string(),
            Only::Month(month) => texts.month(*month),
        },
        GroupColumn::Sales => number(group.counting.sales + group.left_out.sales),
        GroupColumn::Counting => number(group.counting.sales),
        GroupColumn::Counted if group.counting.sales == 0 => String::new(),
        GroupColumn::Counted => format!("{}\u{a0}{currency}", texts.amount(group.counted, currency)),
        GroupColumn::LeftOut => sums_text(texts, &group.left_out),
    }
}

/// "1,200.00 USD · 300.00 EUR".
pub fn sums_text(texts: &Texts, totals: &Totals) -> String {
    let sum = |(currency, sum): (&Arc<str>, &rust_decimal::Decimal)| {
        format!("{}\u{a0}{currency}", texts.amount(*sum, currency))
    };
    totals.sums.iter().map(sum).collect::<Vec<_>>().join(" · ")
}

/// "skills.xlsx · Export · 12".
pub fn place_of(place: &Place) -> String {
    if place.file.is_empty() {
        return String::new();
    }
    let row = place.row.to_string();
    let parts = [&*place.file, &place.sheet, row.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// What a column of the sales' table is called.
pub fn sales_heading(column: SalesColumn) -> &'static str {
    match column {
        SalesColumn::Date => "column-date",
        SalesColumn::Customer => "column-customer",
        SalesColumn::Product => "column-product",
        SalesColumn::Amount => "column-amount",
        SalesColumn::Counts => "column-counts",
        SalesColumn::From => "column-from",
    }
}

/// What a column of the table of sales together is called.
pub fn group_heading(column: GroupColumn, by_month: bool) -> &'static str {
    match column {
        GroupColumn::Of if by_month => "column-month",
        GroupColumn::Of => "column-customer",
        GroupColumn::Sales => "column-sales",
        GroupColumn::Counting => "column-counting",
        GroupColumn::Counted => "column-counted",
        GroupColumn::LeftOut => "column-left-out",
    }
}

/// What a column of the people's table is called.
pub fn people_heading(
    outcome: &Outcome,
    texts: &Texts,
    option: usize,
    exams: &[ExamColumn],
    column: PeopleColumn,
) -> String {
    match column {
        PeopleColumn::Name => texts.get("column-name"),
        PeopleColumn::Exam(place) => {
            exams.get(place).map(|column| exam_name(outcome, column).to_owned()).unwrap_or_default()
        }
        PeopleColumn::Takes => texts.get("column-takes"),
        PeopleColumn::ToGo(place) => {
            let roles = roles(outcome, option);
            roles.get(place).map(|role| texts.pick(&role.title).to_owned()).unwrap_or_default()
        }
    }
}

/// The rows as text with tabs, below their headings.
pub fn copied_text(copying: &Copying) -> String {
    let (outcome, texts) = (&copying.outcome, &Texts::new(copying.language));
    match &copying.what {
        What::People { option, exams, rows } => {
            let seats = outcome.seats(*option, outcome.highest_level(*option));
            let columns = people_columns(outcome, *option, exams);
            let heading = |column: &PeopleColumn| match people_heading(outcome, texts, *option, exams, *column) {
                name if matches!(column, PeopleColumn::ToGo(_)) => format!("{} {name}", texts.get("column-to-go")),
                name => name,
            };
            let head: Vec<String> = columns.iter().map(heading).collect();
            let cell = |row: &usize, column: &PeopleColumn| {
                person_text(outcome, texts, (*option, exams, &seats), PersonId(*row), *column)
            };
            lines(&head, rows, &columns, cell)
        }
        What::Sales(rows) => {
            let head: Vec<String> = sales_columns().iter().map(|column| texts.get(sales_heading(*column))).collect();
            lines(&head, rows, &sales_columns(), |row, column| sale_text(outcome, texts, *row, *column))
        }
        What::Groups(groups) => {
            let by_month = groups.first().is_some_and(|group| matches!(group.of, Only::Month(_)));
            let head: Vec<String> =
                group_columns().iter().map(|column| texts.get(group_heading(*column, by_month))).collect();
            let currency = currency_of(outcome);
            lines(&head, groups, &group_columns(), |group, column| group_text(texts, &currency, group, *column))
        }
    }
}

fn lines<R, C>(head: &[String], rows: &[R], columns: &[C], cell: impl Fn(&R, &C) -> String) -> String {
    let mut text = head.join("\t");
    for row in rows {
        text.push('\n');
        for (place, column) in columns.iter().enumerate() {
            if place > 0 {
                text.push('\t');
            }
            // What would begin another cell or row there becomes a space.
            text.push_str(&cell(row, column).replace(['\t', '\n', '\r'], " "));
        }
    }
    text
}
