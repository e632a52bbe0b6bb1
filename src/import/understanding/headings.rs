//! What a heading says that its column holds.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::super::field::Field;
use super::super::values::{currencies, units};
use super::synonyms;
use crate::ledger::SheetKind;
use crate::rulebook::fold;

/// What a table may hold.
pub(super) const KINDS: [SheetKind; 2] = [SheetKind::Credentials, SheetKind::Sales];

/// A heading, made ready for comparing.
#[derive(Debug, Clone, Default)]
pub(super) struct Heading {
    /// As written, with single spaces; of two rows, both.
    pub words: String,
    /// The lower of two rows alone, as written.
    pub lower: String,
    /// What it may be compared by, from the exact words to what is left without currency, brackets and the like.
    keys: Vec<String>,
}

/// What a heading means in a table of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// One of these fields: each with its place among the fields and the name's place among the field's names.
    Fields(&'static [Name]),
    /// Something else that is known.
    Other,
    /// Nothing that is known.
    Unknown,
}

/// A name of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Name {
    pub field: Field,
    /// The field's place among those of its kind.
    order: usize,
    /// The name's place among the field's.
    rank: usize,
}

impl Heading {
    /// A heading of one row.
    pub fn new(words: &str) -> Self {
        let words = single_spaces(words);
        let mut keys = Vec::new();
        add_keys(&mut keys, &words);
        Self { lower: words.clone(), words, keys }
    }

    /// A heading of two rows.
    pub fn of_two(upper: &str, lower: &str) -> Self {
        let (upper, lower) = (single_spaces(upper), single_spaces(lower));
        if upper.is_empty() || lower.is_empty() || upper == lower {
            return Self::new(if lower.is_empty() { &upper } else { &lower });
        }
        let words = format!("{upper} {lower}");
        let mut keys = Vec::new();
        for words in [&words, &format!("{lower} {upper}"), &lower] {
            add_keys(&mut keys, words);
        }
        Self { words, lower, keys }
    }

    /// Whether it has these words, as headings are compared.
    pub fn is_called(&self, name: &str) -> bool {
        let name = compact(name);
        !name.is_empty() && (compact(&self.words) == name || compact(&self.lower) == name)
    }

    /// What it means in a table of a kind.
    pub fn meaning(&self, kind: SheetKind) -> Meaning {
        for key in &self.keys {
            if let Some(names) = INDEX.names(kind).get(key) {
                return Meaning::Fields(names);
            }
            if INDEX.others.contains(key) {
                return Meaning::Other;
            }
        }
        Meaning::Unknown
    }

    /// Whether it is a word that stands over columns, in any kind of table.
    pub fn is_known(&self) -> bool {
        KINDS.into_iter().any(|kind| self.meaning(kind) != Meaning::Unknown)
    }

    /// Whether it says that what stands below holds what came before as well.
    pub fn accumulates(&self) -> bool {
        let words = folded_words(&self.words);
        let has = |it: &[&str]| words.windows(it.len()).any(|window| window == it);
        words.iter().any(|word| ACCUMULATING.contains(&word.as_str()))
            || [&["running", "total"][..], &["to", "date"], &["a", "la", "fecha"], &["a", "origen"]]
                .into_iter()
                .any(has)
    }

    /// Whether it says that what stands below holds the twelve months before: differences of such amounts tell nothing.
    pub fn is_trailing(&self) -> bool {
        let words = folded_words(&self.words);
        let has = |it: &[&str]| words.windows(it.len()).any(|window| window == it);
        words.iter().any(|word| ["ttm", "ltm", "trailing", "rolling"].contains(&word.as_str()))
            || [&["last", "12"][..], &["last", "twelve"], &["ultimos", "12"], &["ultimos", "doce"], &["anual", "movil"]]
                .into_iter()
                .any(has)
    }

    /// Whether it names a day on which nothing was passed: `Hired`, `Fecha de nacimiento`, `Planned`.
    pub fn is_of_another_day(&self) -> bool {
        let words = folded_words(&self.words);
        words.iter().any(|word| OTHER_DAYS.contains(&word.as_str()))
    }

    /// Whether it is one of these names.
    pub fn is_in(&self, names: &HashSet<String>) -> bool {
        let is_one = |words: &str| names.contains(&compact(words)) || names.contains(&canonical(words));
        is_one(&self.words) || is_one(&self.lower)
    }
}

/// Words of days on which nothing was passed.
#[rustfmt::skip]
const OTHER_DAYS: &[&str] = &[
    "hire", "hired", "hiring", "birth", "birthday", "birthdate", "born", "dob", "joined", "joining", "join", "start", "started",
    "starts", "begin", "begins", "began", "entry", "onboarded", "onboarding", "employed", "employment", "contract", "contracted",
    "seniority", "created", "creation", "modified", "changed", "updated", "update", "edited", "registered", "registration", "enrolled",
    "enrolment", "enrollment", "booked", "booking", "planned", "scheduled", "requested", "request", "ordered", "paid", "invoiced",
    "due", "deadline", "expires", "expiry", "retired", "retirement", "renewal", "left", "leaving", "end", "seen", "login",
    "promoted", "alta", "baja", "ingreso", "incorporacion", "incorporado", "incorporada", "contratacion", "contrato", "contratado",
    "contratada", "nacimiento", "nacido", "nacida", "antiguedad", "inicio", "comienzo", "entrada", "salida", "fin", "creado",
    "creada", "creacion", "modificado", "modificada", "modificacion", "actualizado", "actualizacion", "registrado", "registrada",
    "registro", "inscripcion", "inscrito", "inscrita", "matricula", "matriculacion", "reserva", "reservado", "reservada",
    "prevista", "previsto", "planificado", "planificada", "programado", "programada", "solicitud", "solicitado", "solicitada",
    "pagado", "factura", "facturado", "limite", "vencimiento", "caducidad", "caduca", "vence", "retirada", "renovacion", "ultimo",
    "ultima", "acceso", "cumpleanos",
];

/// Whether a heading says that what stands below it holds the twelve months before.
pub(in crate::import) fn is_trailing(heading: &str) -> bool {
    Heading::new(heading).is_trailing()
}

/// Which field each heading means in a table of a kind: a field is its column's whose name comes first among the field's,
/// and a column has one field. Fields that are taken are nobody's.
pub(super) fn assign(headings: &[&Heading], kind: SheetKind, taken: &[Field]) -> Vec<Option<Field>> {
    let meanings: Vec<Meaning> = headings.iter().map(|heading| heading.meaning(kind)).collect();
    let mut fields: Vec<Option<Field>> = vec![None; headings.len()];
    for (order, (field, _)) in synonyms::of(kind).iter().enumerate().filter(|(_, (field, _))| !taken.contains(field)) {
        let rank = |meaning: &Meaning| match meaning {
            Meaning::Fields(names) => names.iter().find(|name| name.order == order).map(|name| name.rank),
            _ => None,
        };
        let free = meanings.iter().enumerate().filter(|(at, _)| fields.get(*at) == Some(&None));
        let best = free.filter_map(|(at, meaning)| rank(meaning).map(|rank| (rank, at))).min();
        if let Some(place) = best.and_then(|(_, at)| fields.get_mut(at)) {
            *place = Some(*field);
        }
    }
    fields
}

/// The field that one name alone means in a table of a kind.
pub(in crate::import) fn field_called(name: &str, kind: SheetKind) -> Option<Field> {
    match Heading::new(name).meaning(kind) {
        Meaning::Fields(names) => names.first().map(|name| name.field),
        _ => None,
    }
}

/// Names as headings are compared by.
pub(super) fn keys_of(names: &[&str]) -> HashSet<String> {
    names.iter().flat_map(|name| [compact(name), canonical(name)]).collect()
}

/// Names that many other tables use as well.
pub(super) static VAGUE: LazyLock<HashSet<String>> = LazyLock::new(|| keys_of(synonyms::VAGUE));
/// Names that only other tables use.
pub(super) static FOREIGN: LazyLock<HashSet<String>> = LazyLock::new(|| keys_of(synonyms::FOREIGN));
/// Names of Microsoft's report of totals.
pub(super) static TOTALS: LazyLock<HashSet<String>> = LazyLock::new(|| keys_of(synonyms::TOTALS));
/// Names that pivot tables use.
pub(super) static PIVOT: LazyLock<HashSet<String>> = LazyLock::new(|| keys_of(synonyms::PIVOT));

/// A heading without case, accents, spaces and punctuation.
pub(crate) fn compact(text: &str) -> String {
    fold(text).replace(' ', "")
}

/// The names of all fields by what they are compared by.
struct Index {
    credentials: HashMap<String, Vec<Name>>,
    sales: HashMap<String, Vec<Name>>,
    others: HashSet<String>,
}

static INDEX: LazyLock<Index> = LazyLock::new(|| Index {
    credentials: names_of(SheetKind::Credentials),
    sales: names_of(SheetKind::Sales),
    others: keys_of(synonyms::OTHERS).into_iter().chain(keys_of(synonyms::FOREIGN)).collect(),
});

impl Index {
    fn names(&self, kind: SheetKind) -> &HashMap<String, Vec<Name>> {
        match kind {
            SheetKind::Credentials => &self.credentials,
            SheetKind::Sales => &self.sales,
        }
    }
}

fn names_of(kind: SheetKind) -> HashMap<String, Vec<Name>> {
    let mut index: HashMap<String, Vec<Name>> = HashMap::new();
    for (order, (field, names)) in synonyms::of(kind).iter().enumerate() {
        for (rank, name) in names.iter().enumerate() {
            for key in [compact(name), canonical(name)] {
                let known = index.entry(key).or_default();
                if known.iter().all(|name| name.field != *field) {
                    known.push(Name { field: *field, order, rank });
                }
            }
        }
    }
    index
}

fn single_spaces(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a heading may be compared by, the most exact first.
fn add_keys(keys: &mut Vec<String>, words: &str) {
    let mut add = |words: &str| {
        for key in [compact(words), canonical(words)] {
            if !key.is_empty() && !keys.contains(&key) {
                keys.push(key);
            }
        }
    };
    add(words);
    let without_currency = currencies::without(words);
    if let Some(rest) = &without_currency {
        add(rest);
    }
    let bare = without_brackets(words);
    if bare != words {
        add(&bare);
        if let Some(rest) = currencies::without(&bare) {
            add(&rest);
        }
    }
    if let Some(rest) = units::without(words) {
        add(&rest);
    }
    // "Ventas 2017", "Revenue YTD": the year and the running total are read elsewhere.
    let bare = without_currency.unwrap_or(bare);
    let folded = folded_words(&bare);
    let is_idle = |word: &str| ACCUMULATING.contains(&word) || is_year(word);
    if folded.iter().any(|word| is_idle(word)) {
        let rest: Vec<&str> = folded.iter().map(String::as_str).filter(|word| !is_idle(word)).collect();
        add(&rest.join(" "));
    }
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && word.bytes().all(|it| it.is_ascii_digit())
}

/// A heading without what stands in brackets: `Fecha (dd/mm/aaaa)`, `Importe [sin IVA]`.
fn without_brackets(words: &str) -> String {
    let mut depth = 0_usize;
    let mut rest = String::with_capacity(words.len());
    for sign in words.chars() {
        match sign {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 => rest.push(sign),
            _ => {}
        }
    }
    single_spaces(&rest)
}

/// The words of a heading, with `PartnerName` taken apart.
fn folded_words(words: &str) -> Vec<String> {
    let mut apart = String::with_capacity(words.len() + 8);
    let mut after_small = false;
    // `n.º` is one word.
    for sign in words.replace(".º", "º").replace(".ª", "ª").chars() {
        if sign.is_uppercase() && after_small {
            apart.push(' ');
        }
        after_small = sign.is_lowercase();
        apart.push(sign);
    }
    fold(&apart).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// A heading's words without articles and plurals, with abbreviations written out, all in one.
fn canonical(words: &str) -> String {
    folded_words(words).iter().filter(|word| !ARTICLES.contains(&word.as_str())).map(|word| stem(word)).collect()
}

fn stem(word: &str) -> &str {
    if let Some((_, whole)) = ABBREVIATIONS.iter().find(|(short, _)| short.contains(&word)) {
        return whole;
    }
    match word.strip_suffix('s') {
        // "exámenes", "certificaciones"
        Some(rest) if rest.len() > 4 && rest.ends_with("ne") => rest.strip_suffix('e').unwrap_or(rest),
        Some(rest) if rest.len() > 2 && !rest.ends_with('s') => rest,
        _ => word,
    }
}

const ARTICLES: [&str; 7] = ["de", "del", "la", "los", "las", "the", "of"];

const ACCUMULATING: [&str; 8] =
    ["ytd", "cumulative", "cumulated", "accumulated", "acumulado", "acumulada", "acumulados", "acum"];

#[rustfmt::skip]
const ABBREVIATIONS: [(&[&str], &str); 24] = [
    (&["f", "fec", "fch", "fecha", "fechas"], "fecha"),
    (&["dt"], "date"),
    (&["cod", "cdgo", "codigo", "codigos"], "codigo"),
    (&["num", "nro", "no", "numero", "number", "nr", "n"], "number"),
    (&["imp", "impte", "importe"], "importe"),
    (&["amt"], "amount"),
    (&["cust"], "customer"),
    (&["cli", "clte"], "cliente"),
    (&["prod"], "producto"),
    (&["desc", "descr"], "descripcion"),
    (&["emp", "empl"], "empleado"),
    (&["apell", "apdos", "apellidos", "apellido"], "apellido"),
    (&["nom", "nomb", "nombre", "nombres"], "nombre"),
    (&["fact", "fra", "fac", "ftra"], "factura"),
    (&["inv"], "invoice"),
    (&["rev"], "revenue"),
    (&["lic"], "licencia"),
    (&["exp"], "expiration"),
    (&["venc", "vto", "vcto"], "vencimiento"),
    (&["cad"], "caducidad"),
    (&["certif"], "certificacion"),
    (&["ex", "exam"], "exam"),
    (&["aprob"], "aprobacion"),
    (&["correos", "correo"], "correo"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kind: SheetKind, heading: &str, expected: Option<&str>) {
        assert_eq!(field_called(heading, kind).map(Field::as_str), expected, "{heading}");
    }

    #[test]
    fn of_credentials_are_matched_in_any_spelling() {
        #[rustfmt::skip]
        let cases = [
            ("Nombre", "name"), ("NOMBRE Y APELLIDOS", "name"), ("Apellidos, nombre", "name"), ("Empleado/a", "name"),
            ("apellido", "surname"), ("2º apellido", "second-surname"), ("IndividualFirstName", "given-name"),
            ("individual last name", "surname"), ("Nº empleado", "user-key"), ("N.º empleado", "user-key"),
            ("Num. de empleado", "user-key"), ("Correo-e", "email"), ("e-mail:", "email"), ("EMAIL ADDRESS", "email"),
            ("Correo electrónico", "email"), ("correo  electronico corporativo", "office-email"), ("CorpEmail", "office-email"),
            ("MCP ID", "mcp-id"), ("Mcp-Id *", "mcp-id"), ("MCID", "mcp-id"), ("Nº MCP", "mcp-id"), ("Cód. examen", "exam-code"),
            ("COD EXAMEN", "exam-code"), ("Nº de examen", "exam-code"), ("Exam no.", "exam-code"), ("Exam #", "exam"),
            ("Exámenes", "exam"), ("Examen\naprobado", "exam"), ("Cert", "exam"), ("Cert.", "exam"), ("Skill", "exam"),
            ("Certificaciones", "exam"), ("Nombre de la certificación", "exam"), ("Exam passed on", "passed"),
            ("Fecha de aprobación", "passed"), ("F. aprobación", "passed"), ("Fec. examen", "passed"), ("F. examen", "passed"),
            ("Fecha (dd/mm/aaaa)", "passed"), ("FECHA", "passed"), ("Passed", "passed"), ("Pass Date*", "passed"),
            ("Caduca", "expires"), ("F. caducidad", "expires"), ("F. Vto.", "expires"), ("Exp. date", "expires"),
            ("Válido hasta", "expires"), ("Resultado", "result"), ("¿Aprobado?", "result"), ("Puntuación (0-1000)", "score"),
            ("TrainingCompletionDate", "passed"), ("trainingcompletiondate", "passed"), ("Training completion date", "passed"),
        ];
        for (heading, field) in cases {
            check(SheetKind::Credentials, heading, Some(field));
        }
    }

    #[test]
    fn of_sales_are_matched_in_any_spelling() {
        #[rustfmt::skip]
        let cases = [
            ("F. factura", "date"), ("Fecha de la factura", "date"), ("Fecha fra.", "date"), ("Fecha de emisión", "date"),
            ("Inv. date", "date"), ("INVOICE DATE", "date"), ("invoice_date", "date"), ("Mes", "month"), ("MonthKey", "month"),
            ("Mes de facturación", "month"), ("Año", "year"), ("Cust.", "customer"), ("Cust. name", "customer"),
            ("Clientes", "customer"), ("Nombre del cliente", "customer"), ("Razón social", "customer"), ("Sold-to party", "customer"),
            ("Prod.", "product"), ("Licencia(s)", "product"), ("Descripción del producto", "product"), ("Cód. producto", "sku"),
            ("Importe (EUR)", "amount"), ("Importe sin IVA", "amount"), ("Importe (sin IVA)", "amount"), ("Base", "amount"),
            ("Base imponible (€)", "amount"), ("Imp.", "amount"), ("Imp. neto", "amount"), ("Net amt", "amount"),
            ("Amount in USD", "amount"), ("Ventas 2017", "amount"), ("Revenue YTD", "amount"), ("Importe acumulado", "amount"),
            ("RevenueUSD", "amount"), ("Revenue (USD)", "amount"), ("Sales", "amount"), ("Total sin IVA", "amount"),
            ("Divisa", "currency"), ("Cód. moneda", "currency"), ("DPOR (S/N)", "partner-of-record"),
            ("Tipo asociación", "association"), ("PartnerAttachType", "association"), ("Alta / renovación", "renewal"),
        ];
        for (heading, field) in cases {
            check(SheetKind::Sales, heading, Some(field));
        }
    }

    #[test]
    fn that_say_something_else_are_no_field() {
        for heading in
            ["Fecha de nacimiento", "Fecha (nacimiento)", "Hire date", "Manager e-mail", "Next exam", "Voucher"]
        {
            check(SheetKind::Credentials, heading, None);
            assert!(Heading::new(heading).is_known(), "{heading}");
        }
        for heading in ["Qty", "Unit price", "Cuota IVA", "SubscriptionStartDate", "Due date", "Saldo"] {
            check(SheetKind::Sales, heading, None);
            assert!(Heading::new(heading).is_known(), "{heading}");
        }
        assert!(!Heading::new("Colour of the cat").is_known());
    }

    #[test]
    fn of_two_rows_are_matched_together_or_by_the_lower_alone() {
        let field = |upper: &str, lower: &str, kind| match Heading::of_two(upper, lower).meaning(kind) {
            Meaning::Fields(names) => names.first().map(|name| name.field.as_str()),
            _ => None,
        };
        assert_eq!(field("Exam", "Code", SheetKind::Credentials), Some("exam-code"));
        assert_eq!(field("Cliente", "Nombre", SheetKind::Sales), Some("customer"));
        assert_eq!(field("Factura", "Fecha", SheetKind::Sales), Some("date"));
        assert_eq!(field("Importe", "(EUR)", SheetKind::Sales), Some("amount"));
        assert_eq!(field("Producto", "", SheetKind::Sales), Some("product"));
    }

    #[test]
    fn mean_one_field_each() {
        for (kind, expected) in [(SheetKind::Credentials, vec!["passed"]), (SheetKind::Sales, vec![])] {
            let shared = INDEX.names(kind).iter().filter(|(_, names)| names.len() > 1);
            let mut shared: Vec<&str> = shared.map(|(key, _)| key.as_str()).collect();
            shared.sort_unstable();
            assert_eq!(shared, expected);
        }
    }
}
