//! Words for rows and columns that count or plan what others hold: they are no people and no customers.

use crate::rulebook::fold;

/// Whether a name says that what stands beside it counts or plans: `Needed`, `Tenemos`, `Nº personas`, `YTD`.
pub(in crate::import) fn counts_or_plans(name: &str) -> bool {
    /// Longer names say more.
    const LONGEST: usize = 40;
    if name.len() > LONGEST {
        return false;
    }
    let words = fold(name);
    let words: Vec<&str> = words.split(' ').filter(|word| !word.is_empty() && !FILLERS.contains(word)).collect();
    let words = words.join(" ");
    if words.is_empty() {
        // A sign alone, such as "%" or "#".
        return name.chars().any(|c| "%#Δ∑Σº°".contains(c))
            || fold(name).split(' ').any(|word| FILLERS.contains(&word));
    }
    WORDS.contains(&words.as_str())
}

/// Words that say nothing by themselves.
const FILLERS: [&str; 14] =
    ["de", "del", "la", "el", "los", "the", "of", "no", "nº", "num", "number", "numero", "n", "total"];

#[rustfmt::skip]
const WORDS: &[&str] = &[
    // What is there, and what should be.
    "needed", "need", "needs", "required", "requirement", "requirements", "require", "minimum", "min", "max", "maximum",
    "have", "we have", "has", "had", "gap", "gaps", "missing", "lacking", "short", "shortfall", "remaining", "left", "to go",
    "count", "counts", "people", "people needed", "people required", "people certified", "certified", "certified people",
    "passed", "passes", "holders", "headcount", "done", "achieved", "actual", "actuals", "status", "result", "results", "open",
    "necesarios", "necesarias", "necesario", "necesaria", "necesitamos", "requeridos", "requeridas", "requerido", "requerida",
    "requisito", "requisitos", "minimo", "minimos", "maximo", "tenemos", "tengo", "hay", "existentes", "faltan", "falta",
    "nos faltan", "faltantes", "pendientes", "pendiente", "restantes", "cuenta", "recuento", "conteo", "cantidad", "personas",
    "personas necesarias", "personas certificadas", "certificados", "certificadas", "aprobados", "aprobadas", "empleados",
    "estado", "real", "reales", "logrado", "conseguidos", "cumple", "cumplimos", "cumplido",
    // What is planned.
    "target", "targets", "goal", "goals", "objective", "objectives", "plan", "planned", "forecast", "budget", "quota",
    "objetivo", "objetivos", "meta", "metas", "planificado", "planificados", "previsto", "previstos", "prevision",
    "previsiones", "presupuesto", "presupuestos", "cuota", "pronostico",
    // How figures stand to others.
    "ytd", "mtd", "qtd", "year to date", "month to date", "cumulative", "accumulated", "running", "acumulado", "acumulada",
    "acumulado anual", "acum", "previous year", "prior year", "last year", "ano anterior", "ejercicio anterior", "growth", "growth yoy",
    "yoy", "change", "variance", "difference", "diff", "delta", "crecimiento", "variacion", "diferencia", "desviacion",
    "percentage", "percent", "porcentaje", "share", "cuota mercado", "target achieved", "cumplimiento", "check", "control",
    // Of an exam, not of a person.
    "date", "dates", "fecha", "fechas", "expires", "expiry", "expiry date", "expiration", "expiration date", "valid until",
    "valid to", "retired", "retires", "retirement", "retirement date", "caduca", "caducidad", "fecha caducidad", "vence",
    "vencimiento", "fecha vencimiento", "valido hasta", "valida hasta", "retirada", "retirado", "fecha retirada", "deadline",
    "due", "due date", "fecha limite", "score", "nota", "exam", "examen", "code", "codigo", "title", "titulo",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_counts_and_plans_are_told_from_those_of_people_and_customers() {
        for name in [
            "Needed",
            "NECESARIOS",
            "Tenemos",
            "Have",
            "Gap",
            "Nº",
            "Nº personas",
            "Número de personas",
            "Count",
            "%",
            "#",
            "Caduca",
            "Válido hasta",
            "Expires:",
            "YTD",
            "Target",
            "Objetivo",
            "% growth",
            "Previous year",
            "Año anterior",
            "Presupuesto",
            "Budget",
            "Number of people",
        ] {
            assert!(counts_or_plans(name), "{name}");
        }
        for name in
            ["", "-", "Ana", "Ana Ruiz", "Budget Rent a Car", "Target Corp", "Max Mustermann", "Contoso", "Real Madrid"]
        {
            assert!(!counts_or_plans(name), "{name}");
        }
    }
}
