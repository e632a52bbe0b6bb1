//! The language that a table's headings are written in.

use crate::rulebook::fold;
use crate::texts::Language;

/// The language of some headings; nothing when none holds a word of only one of the two.
pub(in crate::import) fn of_headings<'a>(headings: impl Iterator<Item = &'a str>) -> Option<Language> {
    let (mut english, mut spanish) = (0_usize, 0_usize);
    for heading in headings {
        for word in fold(heading).split(' ') {
            english += usize::from(ENGLISH.contains(&word));
            spanish += usize::from(SPANISH.contains(&word));
        }
    }
    match () {
        () if spanish > english => Some(Language::Spanish),
        () if english > spanish => Some(Language::English),
        () => None,
    }
}

#[rustfmt::skip]
const ENGLISH: &[&str] = &[
    "amount", "billed", "billing", "certification", "completion", "currency", "customer", "date", "employee", "exam",
    "expires", "expiry", "invoice", "month", "name", "net", "of", "on", "partner", "passed", "product", "revenue", "sale",
    "sales", "score", "type",
];

#[rustfmt::skip]
const SPANISH: &[&str] = &[
    "apellido", "apellidos", "aprobado", "asociacion", "caduca", "caducidad", "certificacion", "cliente", "correo", "de",
    "del", "divisa", "empleado", "examen", "factura", "fecha", "importe", "ingresos", "mes", "moneda", "neto", "nombre",
    "producto", "puntuacion", "resultado", "socio", "tipo", "vencimiento", "venta", "ventas",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_show_their_language() {
        for (headings, expected) in [
            (vec!["Cliente", "Fecha factura", "Importe"], Some(Language::Spanish)),
            (vec!["Customer", "Invoice date", "Amount"], Some(Language::English)),
            (vec!["Fecha", "Partner of Record", "Cliente", "Importe neto"], Some(Language::Spanish)),
            (vec!["Total", "DPOR", "SKU"], None),
            (vec![], None),
        ] {
            assert_eq!(of_headings(headings.iter().copied()), expected, "{headings:?}");
        }
    }
}
