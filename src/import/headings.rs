//! Which row of a sheet holds the headings, and what each column is.

use std::sync::Arc;

use super::cell::{Cell, Row, Sheet};
use super::currencies;
use crate::ledger::SheetKind;
use crate::rulebook::fold;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    /// The partner company's own name.
    Company,
    /// A month: in sales the sale's, in credentials the one in which the exam was passed.
    Month,

    McpId,
    /// A key without meaning that stands in for a name.
    UserKey,
    GivenName,
    FullName,
    Surname,
    SecondSurname,
    OfficeEmail,
    Email,
    ExamCode,
    Exam,
    Passed,
    Expires,
    Result,
    Score,

    Day,
    Customer,
    Product,
    Sku,
    Amount,
    Currency,
    Association,
    /// A column named after the association itself, that says yes or no.
    PartnerOfRecord,
    Renewal,
    Duplicate,
}

/// A column that is something.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Column {
    /// Its place in a row, from 0.
    pub index: usize,
    /// Its heading as written.
    pub heading: Arc<str>,
}

/// What a sheet holds and where.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Layout {
    /// What the sheet holds.
    pub kind: SheetKind,
    /// The place of the heading row in the sheet's rows.
    pub heading_row: usize,
    columns: Vec<(Field, Column)>,
}

/// How many rows may stand above the headings.
const ROWS_ABOVE: usize = 50;

/// What a sheet holds and where; nothing when no row holds headings that tell it.
pub(super) fn find(sheet: &Sheet) -> Option<Layout> {
    sheet.rows.iter().take(ROWS_ABOVE).enumerate().find_map(|(place, row)| {
        let layout = |kind| Layout { kind, heading_row: place, columns: columns(row, synonyms(kind)) };
        let credentials = Some(layout(SheetKind::Credentials)).filter(Layout::tells_credentials);
        let sales = Some(layout(SheetKind::Sales)).filter(Layout::tells_sales);
        match (credentials, sales) {
            (Some(credentials), Some(sales)) if credentials.columns.len() > sales.columns.len() => Some(credentials),
            (credentials, sales) => sales.or(credentials),
        }
    })
}

impl Layout {
    /// The column of a field, if the sheet has one.
    pub fn column(&self, field: Field) -> Option<&Column> {
        self.columns.iter().find(|(of, _)| *of == field).map(|(_, column)| column)
    }

    fn has(&self, field: Field) -> bool {
        self.column(field).is_some()
    }

    /// A heading such as "Code" is an exam's only beside a person.
    fn tells_credentials(&self) -> bool {
        let people =
            [Field::McpId, Field::GivenName, Field::FullName, Field::Surname, Field::OfficeEmail, Field::Email];
        self.has(Field::Passed)
            && (self.has(Field::Exam) || (self.has(Field::ExamCode) && people.into_iter().any(|field| self.has(field))))
    }

    fn tells_sales(&self) -> bool {
        self.has(Field::Amount)
            && (self.has(Field::Day) || self.has(Field::Month))
            && (self.has(Field::Customer) || self.has(Field::Product) || self.has(Field::Sku))
    }
}

/// The best column for each field: the one whose heading comes first among the field's names, and that no field before has.
fn columns(row: &Row, synonyms: &[(Field, &[&str])]) -> Vec<(Field, Column)> {
    let headings: Vec<Heading> = row.cells.iter().map(Heading::new).collect();
    let mut columns: Vec<(Field, Column)> = Vec::new();
    for (field, names) in synonyms {
        let is_free = |index: usize| columns.iter().all(|(_, column)| column.index != index);
        let best = names.iter().find_map(|name| {
            let name = compact(name);
            headings.iter().enumerate().find(|(index, heading)| heading.is_called(&name) && is_free(*index))
        });
        if let Some((index, heading)) = best {
            columns.push((*field, Column { index, heading: heading.words.as_str().into() }));
        }
    }
    columns
}

/// A heading, made ready for comparing.
struct Heading {
    words: String,
    key: String,
    /// The same without the currency it names: `Importe (EUR)`.
    key_without_currency: Option<String>,
}

impl Heading {
    fn new(cell: &Cell) -> Self {
        let words = cell.words();
        let key_without_currency = currencies::without(&words).map(|rest| compact(&rest));
        Self { key: compact(&words), key_without_currency, words }
    }

    fn is_called(&self, name: &str) -> bool {
        self.key == name || self.key_without_currency.as_deref() == Some(name)
    }
}

/// A heading without case, accents, spaces and punctuation.
fn compact(text: &str) -> String {
    fold(text).replace(' ', "")
}

fn synonyms(kind: SheetKind) -> &'static [(Field, &'static [&'static str])] {
    match kind {
        SheetKind::Credentials => CREDENTIALS,
        SheetKind::Sales => SALES,
    }
}

const COMPANY: (Field, &[&str]) = (Field::Company, &["PartnerName", "Nombre del partner", "Nombre del socio"]);

#[rustfmt::skip]
const CREDENTIALS: &[(Field, &[&str])] = &[
    COMPANY,
    (Field::Month, &["Month", "Mes"]),
    (Field::McpId, &["MCPID", "MCP", "MC ID", "Microsoft Certification ID", "Número MCP", "ID de MCP", "MCP number"]),
    (Field::UserKey, &["AADUserId", "User ID", "Employee ID", "Id de usuario", "Id de empleado"]),
    (Field::GivenName, &["IndividualFirstName", "First name", "Given name", "Forename", "Nombre de pila"]),
    (Field::FullName, &[
        "Individual name", "Full name", "Name", "Employee", "Employee name", "Person", "Consultant", "Candidate",
        "Candidate name", "Learner", "Learner name", "Staff", "Nombre completo", "Nombre y apellidos", "Apellidos y nombre",
        "Apellidos, nombre", "Nombre", "Empleado", "Empleada", "Nombre del empleado", "Persona", "Consultor", "Consultora",
        "Trabajador", "Candidato", "Alumno",
    ]),
    (Field::Surname, &["IndividualLastName", "Last name", "Surname", "Family name", "Apellidos", "Apellido", "Primer apellido"]),
    (Field::SecondSurname, &["Segundo apellido", "Second surname"]),
    (Field::OfficeEmail, &[
        "CorpEmail", "Corporate email", "Work email", "Office email", "Business email", "Company email",
        "Correo corporativo", "Correo de empresa", "Correo profesional", "Correo de trabajo", "Email corporativo",
        "Email de empresa",
    ]),
    (Field::Email, &[
        "E-mail", "Mail", "E-mail address", "Personal email", "Private email", "Correo",
        "Correo electrónico", "Dirección de correo", "Correo personal", "Email personal",
    ]),
    (Field::ExamCode, &[
        "Exam number", "Exam code", "Exam no", "Exam ID", "Código de examen", "Código del examen", "Número de examen",
        "N.º de examen", "Código examen", "Code", "Código",
    ]),
    (Field::Exam, &[
        "TrainingTitle", "Exam", "Exam title", "Exam name", "Exam passed", "Certification name", "Certification",
        "Certification title", "Certificate", "Credential", "Assessment", "Test", "Training", "Examen", "Título del examen",
        "Nombre del examen", "Examen aprobado", "Título de examen", "Certificación", "Nombre de la certificación",
        "Certificado", "Credencial", "Evaluación", "Prueba",
    ]),
    (Field::Passed, &[
        "TrainingCompletionDate", "Completion date", "Completed on", "Date completed", "Pass date", "Passed on",
        "Date passed", "Exam date", "Test date", "Date achieved", "Achieved on", "Date earned", "Earned on",
        "Certification date", "Issue date", "Date of exam", "Date", "Fecha de aprobación", "Fecha de aprobado",
        "Fecha aprobado", "Fecha aprobación", "Aprobado el", "Fecha de examen", "Fecha del examen", "Fecha examen",
        "Fecha de superación", "Fecha de obtención", "Fecha de finalización", "Fecha de consecución",
        "Fecha de certificación", "Fecha", "Passed",
    ]),
    (Field::Expires, &[
        "ExpirationDate", "Expiry date", "Expiration", "Expiry", "Expires", "Expires on", "Valid until", "Valid to",
        "Caduca", "Caduca el", "Caducidad", "Fecha de caducidad", "Fecha caducidad", "Vencimiento", "Vence",
        "Fecha de vencimiento", "Fecha vencimiento", "Válido hasta", "Validez", "Expira", "Fecha de expiración",
    ]),
    // "Passed" is the date where no other column is.
    (Field::Result, &[
        "Result", "Exam result", "Outcome", "Pass/Fail", "Pass or fail", "Passed", "Resultado", "Resultado del examen",
        "Calificación", "Aprobado", "Status", "Estado",
    ]),
    (Field::Score, &["Score", "Exam score", "Points", "Puntuación", "Puntos", "Nota"]),
];

#[rustfmt::skip]
const SALES: &[(Field, &[&str])] = &[
    COMPANY,
    (Field::Day, &[
        "Invoice date", "Billing date", "Sale date", "Order date", "Transaction date", "Posting date", "Date",
        "Fecha de factura", "Fecha factura", "Fecha de la factura", "Fecha de facturación", "Fecha de venta",
        "Fecha venta", "Fecha de pedido", "Fecha del pedido", "Fecha", "Día",
    ]),
    (Field::Month, &[
        "Month", "MonthKey", "FiscalMonthName", "Fiscal month", "DateKey", "Invoice month", "Billing month", "Period",
        "Mes", "Mes de factura", "Mes de facturación", "Mes de venta", "Periodo",
    ]),
    (Field::Customer, &[
        "CustomerName", "Customer", "Client", "Client name", "Account", "Account name", "End customer", "Cliente",
        "Nombre del cliente", "Nombre de cliente", "Nombre cliente", "Cliente final", "Razón social", "Cuenta",
        "CustomerTenantName", "TenantDomainName",
    ]),
    (Field::Product, &[
        "Product", "Product name", "Licence", "License", "Licences", "Licenses", "Offer", "Offer name", "Item", "Plan",
        "Producto", "Nombre del producto", "Nombre de producto", "Licencia", "Licencias", "Oferta", "Suscripción",
        "Artículo", "Servicio", "Service", "Concepto", "Description", "Descripción", "RawProductName", "Workloads",
        "WorkloadCategory",
    ]),
    (Field::Sku, &["SKU", "Product SKU", "SKU name", "ProductPartNumber", "Part number", "Referencia"]),
    (Field::Amount, &[
        "BilledRevenueUSD", "Billed revenue", "RevenueUSD", "AdjustedRevenueAmtCD", "Net revenue", "Net new revenue",
        "Revenue", "Net amount", "Invoice amount", "Sales amount", "Amount", "Net", "Sales", "Value", "Importe neto",
        "Ingresos netos", "Ingresos", "Importe", "Importe facturado", "Importe de la factura", "Base imponible",
        "Facturación", "Facturado", "Ventas", "Venta", "Neto", "Valor", "Total amount", "Importe total", "Total",
        "AzureConsumedRevenueUSD", "CPORRevenue",
    ]),
    (Field::Currency, &[
        "Currency", "Currency code", "Billing currency", "Moneda", "Divisa", "Código de moneda", "Código de divisa",
    ]),
    (Field::Association, &[
        "PartnerAttributionType", "PartnerAttachType", "PartnerAssociationType", "Attribution type", "Association type",
        "Association", "Partner association", "Asociación", "Tipo de asociación", "Asociación del partner",
        "Asociación del socio", "Vinculación",
    ]),
    (Field::PartnerOfRecord, &[
        "DPOR", "Digital partner of record", "Partner of record", "Socio digital de registro", "Socio de registro",
        "Partner digital de registro", "Partner de registro",
    ]),
    (Field::Renewal, &[
        "Type", "New or renewal", "New/renewal", "Kind", "Sale type", "Order type", "Renewal", "Tipo",
        "Alta o renovación", "Nuevo o renovación", "Alta/renovación", "Tipo de venta", "Tipo de pedido", "Renovación",
    ]),
    (Field::Duplicate, &["IsDuplicateRowForPGA", "Is duplicate", "Duplicate", "Duplicado", "Duplicada"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_passed_means_two_fields() {
        for (synonyms, expected) in [(CREDENTIALS, vec!["passed"]), (SALES, vec![])] {
            let mut all: Vec<String> =
                synonyms.iter().flat_map(|(_, names)| names.iter().map(|it| compact(it))).collect();
            all.sort();
            let twice: Vec<&str> = all.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| &*pair[0]).collect();
            assert_eq!(twice, expected);
        }
    }
}
