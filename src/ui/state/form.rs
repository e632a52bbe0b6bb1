//! What the user fills in, in a dialog.

use crate::report::Export;

/// What is being filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// What of the result to save.
    Export(Export),
    /// A pass to assume.
    Pass(PassForm),
    /// A sale to assume.
    Sale(SaleForm),
    /// Dollars for one unit of each currency, by its code.
    Rates(Vec<(String, String)>),
}

/// A pass to assume.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PassForm {
    /// Who is looked for.
    pub search: String,
    /// Who was chosen, by id.
    pub person: Option<String>,
    /// The exam that was chosen, by its code.
    pub exam: Option<String>,
}

/// A sale to assume, as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SaleForm {
    /// The day.
    pub date: String,
    /// How much.
    pub amount: String,
    /// In which currency, by its code.
    pub currency: String,
}
