//! How many decimals a currency has, and rounding that never makes an amount look better than it is.

use rust_decimal::{Decimal, RoundingStrategy};

/// The decimals of a currency's minor unit, by ISO 4217 code; 2 for one that is not listed.
///
/// Source: ISO 4217, list one, the currencies whose exponent is not 2.
pub fn decimals_of(currency: &str) -> u32 {
    match currency {
        "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "UYI" | "VND"
        | "VUV" | "XAF" | "XOF" | "XPF" => 0,
        "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
        "CLF" | "UYW" => 4,
        _ => 2,
    }
}

/// An amount with its currency's decimals, never more than it is: for what has been reached.
pub fn round_down(amount: Decimal, currency: &str) -> Decimal {
    rounded(amount, currency, RoundingStrategy::ToNegativeInfinity)
}

/// An amount with its currency's decimals, never less than it is: for what is still missing.
pub fn round_up(amount: Decimal, currency: &str) -> Decimal {
    rounded(amount, currency, RoundingStrategy::ToPositiveInfinity)
}

/// An amount with its currency's decimals, for a single row.
pub fn round_nearest(amount: Decimal, currency: &str) -> Decimal {
    rounded(amount, currency, RoundingStrategy::MidpointAwayFromZero)
}

fn rounded(amount: Decimal, currency: &str, strategy: RoundingStrategy) -> Decimal {
    let decimals = decimals_of(currency);
    let mut amount = amount.round_dp_with_strategy(decimals, strategy);
    amount.rescale(decimals);
    amount
}
