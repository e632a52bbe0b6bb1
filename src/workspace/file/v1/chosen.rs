//! What the user chose and assumes.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::super::FileFault;
use super::super::columns::Amount;
use super::named;
use crate::evaluator::{self, WindowKind};
use crate::ledger;
use crate::rulebook::Market;

/// What the user chose for an evaluation.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Settings {
    as_of: NaiveDate,
    market: String,
    window: String,
    assume_associated: bool,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    associated_files: BTreeSet<String>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    associated_customers: BTreeSet<String>,
    rates: BTreeMap<String, Amount>,
    pins: BTreeMap<String, String>,
    kept_out: BTreeSet<String>,
}

/// What the user assumes.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Assumptions {
    passes: Vec<Pass>,
    leavers: Vec<String>,
    sales: Vec<Sale>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Pass {
    person: String,
    exam: String,
    passed: NaiveDate,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sale {
    date: NaiveDate,
    amount: Amount,
    currency: String,
}

impl Settings {
    pub(super) fn of(settings: &evaluator::Settings) -> Self {
        Self {
            as_of: settings.as_of,
            market: settings.market.as_str().to_owned(),
            window: settings.window.as_str().to_owned(),
            assume_associated: settings.assume_associated,
            associated_files: settings.associated_files.clone(),
            associated_customers: settings.associated_customers.clone(),
            rates: settings.rates.iter().map(|(currency, rate)| (currency.clone(), Amount(*rate))).collect(),
            pins: settings.pins.clone(),
            kept_out: settings.kept_out.clone(),
        }
    }

    pub(super) fn settings(self) -> Result<evaluator::Settings, FileFault> {
        Ok(evaluator::Settings {
            as_of: self.as_of,
            market: named(&self.market, Market::ALL, Market::as_str)?,
            window: named(&self.window, WindowKind::ALL, WindowKind::as_str)?,
            assume_associated: self.assume_associated,
            associated_files: self.associated_files,
            associated_customers: self.associated_customers,
            rates: self.rates.into_iter().map(|(currency, Amount(rate))| (currency, rate)).collect(),
            pins: self.pins,
            kept_out: self.kept_out,
        })
    }
}

impl Assumptions {
    pub(super) fn of(assumptions: &ledger::Assumptions) -> Self {
        let pass = |pass: &ledger::AssumedPass| Pass {
            person: pass.person.clone(),
            exam: pass.exam.to_string(),
            passed: pass.passed,
        };
        let sale = |sale: &ledger::AssumedSale| Sale {
            date: sale.date,
            amount: Amount(sale.amount),
            currency: sale.currency.to_string(),
        };
        Self {
            passes: assumptions.passes.iter().map(pass).collect(),
            leavers: assumptions.leavers.clone(),
            sales: assumptions.sales.iter().map(sale).collect(),
        }
    }

    pub(super) fn assumptions(self) -> ledger::Assumptions {
        let pass =
            |pass: Pass| ledger::AssumedPass { person: pass.person, exam: pass.exam.into(), passed: pass.passed };
        let sale =
            |sale: Sale| ledger::AssumedSale { date: sale.date, amount: sale.amount.0, currency: sale.currency.into() };
        ledger::Assumptions {
            passes: self.passes.into_iter().map(pass).collect(),
            leavers: self.leavers,
            sales: self.sales.into_iter().map(sale).collect(),
        }
    }
}
