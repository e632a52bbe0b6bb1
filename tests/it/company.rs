//! Small companies for tests, written as text.

use chrono::NaiveDate;
use touchstone::ledger::{CredentialRow, Ledger, PersonKeys, Place, Sale, SaleDate, Source, Tie};

/// A day, as `2017-06-27`.
pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is a day"))
}

/// What people hold, a line each: `ana: MB2-714 2016-03-02, MB2-710`. An exam without a date was passed on 2016-01-01; after
/// a second date comes the last day on which it is valid.
pub fn credentials(lines: &str) -> Source {
    let mut source = Source { file: "skills.csv".into(), origin: "skills.csv".into(), ..Source::default() };
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (person, exams) = line.split_once(':').unwrap();
        for exam in exams.split(',').map(str::trim).filter(|exam| !exam.is_empty()) {
            let mut words = exam.split(' ');
            let row = u32::try_from(source.credentials.len()).unwrap() + 2;
            source.credentials.push(CredentialRow {
                person: PersonKeys { mcp_id: person.to_owned(), ..PersonKeys::default() }.into(),
                exam: words.next().unwrap().into(),
                passed: day(words.next().unwrap_or("2016-01-01")),
                expires: words.next().map(day),
                failed: false,
                place: place("skills.csv", row),
            });
        }
        // A person without exams is known from a credential that these rules don't ask for.
        if exams.trim().is_empty() {
            source.credentials.extend(credentials(&format!("{person}: 98-000")).credentials);
        }
    }
    source
}

/// Sales, a line each: `2017-01-15 1200.00` in dollars, associated, of CRM Online. Words behind change that: `EUR`, `CSP`, `untold`,
/// `office`, `renewal`, `repeated`. A month instead of the day: `2017-01`.
pub fn sales(lines: &str) -> Source {
    let mut source = Source { file: "revenue.csv".into(), origin: "revenue.csv".into(), ..Source::default() };
    for (row, line) in lines.lines().map(str::trim).filter(|line| !line.is_empty()).enumerate() {
        let words: Vec<&str> = line.split(' ').collect();
        let says = |word: &str| words.contains(&word);
        source.sales.push(Sale {
            date: match words[0].len() {
                7 => SaleDate::Month(day(&format!("{}-01", words[0]))),
                _ => SaleDate::Day(day(words[0])),
            },
            customer: "Fabrikam".into(),
            product: if says("office") { "Office 365 E3" } else { "CRM Online" }.into(),
            sku: "".into(),
            amount: words[1].parse().unwrap(),
            currency: if says("EUR") { "EUR" } else { "USD" }.into(),
            association: match () {
                () if says("untold") => Tie::NotTold,
                () if says("CSP") => Tie::Told("CSP".into()),
                () => Tie::Told("DPOR".into()),
            },
            renewal: says("renewal"),
            repeated: says("repeated"),

            assumed: false,
            place: place("revenue.csv", u32::try_from(row).unwrap() + 2),
        });
    }
    source
}

/// A company with these people and sales.
pub fn company(people: &str, sold: &str) -> Ledger {
    Ledger::gather(&[credentials(people), sales(sold)])
}

fn place(file: &str, row: u32) -> Place {
    Place { file: file.into(), sheet: "".into(), row }
}
