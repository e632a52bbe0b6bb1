//! Which exam, product or association a spelling in a file means.

use std::collections::HashMap;

use super::{AssociationId, Bilingual, ExamId, ProductId, Rulebook};
use crate::fold::fold;

/// A rulebook's names, made ready for looking up.
///
/// Looking up never guesses: what fits two different exams fits none.
#[derive(Debug)]
pub struct Names {
    exam_titles: HashMap<String, Option<ExamId>>,
    exam_codes: HashMap<String, ExamId>,
    pub(super) longest_code: usize,
    products: Vec<(String, ProductId)>,
    associations: HashMap<String, AssociationId>,
}

impl Rulebook {
    /// This rulebook's names, ready for looking up.
    pub fn names(&self) -> Names {
        let mut exam_titles: HashMap<String, Option<ExamId>> = HashMap::new();
        let mut exam_codes = HashMap::new();
        for (place, exam) in self.exams.iter().enumerate() {
            let id = ExamId(place);
            exam_codes.insert(compact(&exam.code), id);
            for title in both(&exam.title).chain(exam.aliases.iter().map(String::as_str)) {
                let known = exam_titles.entry(title_key(title)).or_insert(Some(id));
                if *known != Some(id) {
                    *known = None;
                }
            }
        }
        let mut products: Vec<_> = self
            .products
            .iter()
            .enumerate()
            .flat_map(|(place, product)| {
                let names = both(&product.title).chain(product.aliases.iter().map(String::as_str));
                names.map(move |name| (product_key(name), ProductId(place)))
            })
            // A name of signs only would be every blank cell's.
            .filter(|(name, _)| !name.is_empty())
            .collect();
        // The longest name first, so that "Plan 1 Plus" is not taken for "Plan 1" where both are named.
        products.sort_by(|(a, _), (b, _)| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        let associations = self
            .associations
            .iter()
            .enumerate()
            .flat_map(|(place, association)| {
                let names = both(&association.title).chain(association.aliases.iter().map(String::as_str));
                names.map(move |name| (fold(name), AssociationId(place)))
            })
            .filter(|(name, _)| !name.is_empty())
            .collect();
        let longest_code = exam_codes.keys().map(String::len).max().unwrap_or_default();
        Names { exam_titles, exam_codes, longest_code, products, associations }
    }
}

impl Names {
    /// The exam that a text names, by its code in any spelling (`MB2-714`, `Exam MB2-714: …`, `mb2 714`) or by its title or
    /// an alias, in either language.
    pub fn exam(&self, text: &str) -> Option<ExamId> {
        let folded = fold(text);
        let words: Vec<&str> = folded.split(' ').collect();
        let mut found = None;
        for start in 0..words.len() {
            let mut code = String::new();
            for word in &words[start..] {
                code.push_str(if code.is_empty() { without_exam(word) } else { word });
                if code.len() > self.longest_code {
                    break;
                }
                match (self.exam_codes.get(&code), found) {
                    (Some(id), Some(other)) if *id != other => return None,
                    (Some(id), _) => found = Some(*id),
                    (None, _) => {}
                }
            }
        }
        found.or_else(|| self.exam_titles.get(&title_key(text)).copied().flatten())
    }

    /// Every exam's code, compact.
    pub(super) fn codes(&self) -> impl Iterator<Item = (&str, ExamId)> {
        self.exam_codes.iter().map(|(code, id)| (code.as_str(), *id))
    }

    /// Every exam's titles and aliases, as they are compared; those that several exams have are none's.
    pub(super) fn titles(&self) -> impl Iterator<Item = (&str, ExamId)> {
        self.exam_titles.iter().filter_map(|(title, id)| Some((title.as_str(), (*id)?)))
    }

    /// The product that a text names: the text begins with one of the product's names, in whole words, with or without the
    /// maker's name before it.
    pub fn product(&self, text: &str) -> Option<ProductId> {
        let folded = product_key(text);
        let begins =
            |name: &str| folded.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        self.products.iter().find(|(name, _)| begins(name)).map(|(_, id)| *id)
    }

    /// The associations that a text names; a cell may hold several, as in `DPOR; CSP`.
    pub fn associations(&self, text: &str) -> impl Iterator<Item = AssociationId> {
        let parts =
            text.split(" - ").flat_map(|part| part.split([',', ';', ':', '/', '|', '+', '&', '(', ')', '–', '—']));
        parts.filter_map(|part| self.associations.get(&fold(part)).copied())
    }
}

/// A code without its hyphens and spaces.
pub(super) fn compact(code: &str) -> String {
    fold(code).replace(' ', "")
}

/// The word that begins a code, without an "exam" that sticks to it: `ExamMB2-714`.
fn without_exam(word: &str) -> &str {
    let rest = word.strip_prefix("examen").or_else(|| word.strip_prefix("exam"));
    rest.filter(|rest| rest.len() > 1).unwrap_or(word)
}

/// A title without the words that exports put before it or leave out.
pub(super) fn title_key(title: &str) -> String {
    let folded = fold(title);
    let words = folded.split(' ').filter(|word| !matches!(*word, "microsoft" | "exam" | "examen"));
    words.collect::<Vec<_>>().join(" ")
}

/// A product's name without its maker's.
fn product_key(name: &str) -> String {
    fold(name).trim_start_matches("microsoft ").to_owned()
}

fn both(title: &Bilingual) -> impl Iterator<Item = &str> {
    [title.en.as_str(), title.es.as_str()].into_iter()
}

#[cfg(test)]
mod tests {
    use crate::rulebook::builtin;

    #[track_caller]
    fn check_exam(text: &str, expected: Option<&str>) {
        let rulebook = builtin("cloud-crm", "2017-06").unwrap();
        let found = rulebook.names().exam(text).map(|id| rulebook.exam(id).code.as_str());
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn exams_are_found_by_code_in_any_spelling() {
        for text in [
            "MB2-714",
            "mb2 714",
            "MB2714",
            "Exam MB2-714: Customer Service",
            "Examen MB2 714",
            "MB2–714 (2016)",
            "MB2–714 ",
            "MB2\u{2011}714",
            "MB2−714",
            "MB2_714",
            "MB2.714",
            "MB 2714",
            "MB2 7 14",
            "ExamMB2-714",
            "EXAMEN: MB2-714",
            "Examenmb2714",
            "MB2\u{ad}-714",
            "ＭＢ２-714",
        ] {
            check_exam(text, Some("MB2-714"));
        }
    }

    #[test]
    fn exams_are_found_by_title_in_either_language() {
        check_exam("Microsoft Dynamics CRM 2016 Sales", Some("MB2-713"));
        check_exam("dynamics crm 2016 sales", Some("MB2-713"));
        check_exam("Ventas de Microsoft Dynamics CRM 2016", Some("MB2-713"));
        check_exam("Implementacion online de Microsoft Dynamics CRM", Some("MB2-706"));
        check_exam("Microsoft Dynamics CRM Online Deployment (2015)", Some("MB2-710"));
    }

    #[test]
    fn other_exams_are_not_taken_for_one_of_these() {
        for text in
            ["", "MB2-7145", "MB2-715", "70-714", "Azure Administrator Associate", "XMB2-714", "MB2-714 / MB2-710"]
        {
            check_exam(text, None);
        }
    }

    #[track_caller]
    fn check_product(text: &str, expected: Option<&str>) {
        check_product_of("cloud-crm", "2017-06", text, expected);
    }

    #[track_caller]
    fn check_product_of(id: &str, edition: &str, text: &str, expected: Option<&str>) {
        let rulebook = builtin(id, edition).unwrap();
        let found = rulebook.names().product(text).map(|id| rulebook.products[id.0].key.as_str());
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn products_are_found_by_how_their_name_begins() {
        check_product("CRM Online", Some("crm-online"));
        check_product("Microsoft Dynamics CRM Online Professional", Some("crm-online"));
        check_product("DYNAMICS 365 PLAN 1", Some("dynamics-365-plan-1"));
        check_product("Dynamics 365 Enterprise Plan 1 - Qualified Offer", Some("dynamics-365-plan-1"));
        check_product("Dynamics 365 Plan 10", None);
        check_product("Dynamics 365 Plan 2", None);
        check_product("Dynamics CRM Server 2016", None);
        check_product("Office 365 E3", None);
    }

    #[test]
    fn plans_are_told_apart_by_their_numbers_and_applications_by_where_they_run() {
        for (text, expected) in [
            ("Dynamics 365 Enterprise Plan 1", Some("customer-engagement-plan")),
            ("Microsoft Dynamics 365 Enterprise edition - Plan 1", Some("customer-engagement-plan")),
            ("Dynamics 365 Customer Engagement Plan (formerly Plan 1)", Some("customer-engagement-plan")),
            ("Dynamics 365 Enterprise Plan 2", Some("enterprise-plan")),
            ("Dynamics 365 Enterprise Plan", Some("enterprise-plan")),
            ("Dynamics 365 for Sales, Enterprise edition", Some("sales")),
            ("Dynamics 365 Unified Operations - Activity", Some("unified-operations-plan")),
            ("Microsoft Dynamics 365 for Finance and Operations", Some("finance-and-operations")),
            ("Dynamics 365 for Operations", Some("finance-and-operations")),
            ("Dynamics 365 for Operations (On-Premises)", Some("operations-on-premises")),
            (
                "Dynamics 365 for Finance and Operations, Enterprise edition (on-premise)",
                Some("operations-on-premises"),
            ),
            ("Microsoft Dynamics AX 2012 R3", Some("ax-2012")),
            ("Microsoft Dynamics AX 2009", None),
            ("CRM Online", None),
        ] {
            check_product_of("cloud-business-applications", "2017-12", text, expected);
        }
        check_product_of("cloud-crm", "2017-12", "Dynamics 365 Enterprise Plan 2", None);
        check_product_of(
            "cloud-crm",
            "2017-12",
            "Dynamics 365 Customer Engagement Plan",
            Some("customer-engagement-plan"),
        );
    }

    #[test]
    fn an_assessment_without_a_code_is_found_by_its_title() {
        let rulebook = builtin("application-integration", "2017-12").unwrap();
        for text in [
            "BizTalk Technical Competency Assessment for Application Integration (BizTalk Server 2013)",
            "Biztalk technical competency assessment",
            "Evaluación de competencia técnica de BizTalk para la integración de aplicaciones (BizTalk Server 2013)",
        ] {
            let found = rulebook.names().exam(text).map(|id| rulebook.exam(id).code.as_str());
            assert_eq!(found, Some("BIZTALK-2013"), "{text}");
        }
        assert_eq!(rulebook.names().exam("BizTalk Server 2010 assessment"), None);
    }

    #[test]
    fn a_cell_may_name_several_associations() {
        let names = builtin("cloud-crm", "2017-06").unwrap().names();
        for (text, expected) in [
            ("DPOR", 1),
            ("CSP; dpor", 1),
            ("Digital Partner of Record (DPOR)", 2),
            ("DPOR - Digital Partner of Record", 2),
            ("Transacting Partner of Record", 0),
            ("", 0),
        ] {
            assert_eq!(names.associations(text).count(), expected, "{text:?}");
        }
    }
}
