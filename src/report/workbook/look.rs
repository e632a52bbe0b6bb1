//! How a workbook looks: formats of numbers and dates, and fills that tell what a cell means.

use rust_xlsxwriter::{
    ConditionalFormatCell, ConditionalFormatCellRule, Format, FormatAlign, FormatBorder, Worksheet, XlsxError,
};

use super::super::tables::{Mark, Marked, Tone};

/// The formats of a workbook.
pub(super) struct Look {
    /// The title of a table.
    pub(super) title: Format,
    heading: Format,
    /// The heading of a column of numbers.
    number_heading: Format,
    /// How many.
    pub(super) count: Format,
    /// A day, as the reader's own system writes it.
    pub(super) day: Format,
    /// A month.
    pub(super) month: Format,
    amounts: [Format; 5],
}

/// Number format 14 of the file format: a short date, as the reader's system writes it.
const SHORT_DATE: u8 = 14;

impl Look {
    pub(super) fn new() -> Self {
        // The underscore leaves a little room before the next column.
        let amount = |format: &str| Format::new().set_num_format(format);
        let heading = Format::new().set_bold().set_align(FormatAlign::Top).set_border_bottom(FormatBorder::Thin);
        Self {
            title: Format::new().set_bold().set_font_size(13),
            // The indent leaves room for the button of a filter.
            number_heading: heading.clone().set_align(FormatAlign::Right).set_indent(2),
            heading,
            count: amount("0_ "),
            day: Format::new().set_num_format_index(SHORT_DATE).set_align(FormatAlign::Left),
            month: amount("mmm yyyy").set_align(FormatAlign::Left),
            amounts: ["#,##0_ ", "#,##0.0_ ", "#,##0.00_ ", "#,##0.000_ ", "#,##0.0000_ "].map(amount),
        }
    }

    /// The heading of a column.
    pub(super) fn heading(&self, of_numbers: bool) -> &Format {
        if of_numbers { &self.number_heading } else { &self.heading }
    }

    /// An amount with so many decimals.
    pub(super) fn amount(&self, decimals: u32) -> &Format {
        let last = &self.amounts[self.amounts.len() - 1];
        usize::try_from(decimals).ok().and_then(|decimals| self.amounts.get(decimals)).unwrap_or(last)
    }

    /// Fills the cells of a column by what stands in them, now and when somebody changes it.
    #[expect(clippy::unused_self, reason = "the look of a cell is the look's")]
    pub(super) fn mark(
        &self,
        sheet: &mut Worksheet,
        marks: &[Mark],
        (first, last): (u32, u32),
        column: u16,
    ) -> Result<(), XlsxError> {
        for mark in marks {
            let rule = match &mark.of {
                Marked::Text(text) => {
                    let rule = ConditionalFormatCellRule::EqualTo(text.clone());
                    ConditionalFormatCell::new().set_rule(rule).set_format(fill(mark.tone))
                }
                Marked::Dates => {
                    let rule = ConditionalFormatCellRule::Between(1, 2_958_465);
                    ConditionalFormatCell::new().set_rule(rule).set_format(fill(mark.tone))
                }
            };
            sheet.add_conditional_format(first, column, last, column, &rule)?;
        }
        Ok(())
    }
}

/// The colours of the window, light.
fn fill(tone: Tone) -> Format {
    let (text, behind) = match tone {
        Tone::Good => (0x002A_7549, 0x00E6_F2EA),
        Tone::Missing => (0x00AB_4229, 0x00F9_E9E4),
        Tone::Risk => (0x008A_5F08, 0x00FA_F0D9),
        Tone::Assumed => (0x006A_4FB0, 0x00EE_EAF9),
    };
    Format::new().set_font_color(text).set_background_color(behind)
}
