//! How the window looks: every colour, size and font, for light and dark.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::style::{Selection, WidgetVisuals, Widgets};
use egui::{
    Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Shadow, Stroke, Style,
    TextStyle, Theme, Ui, Vec2, Visuals,
};

/// The colours of one theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tokens {
    /// The window behind the cards.
    pub bg: Color32,
    /// Cards, sidebar and tables.
    pub panel: Color32,
    /// Text.
    pub ink: Color32,
    /// Secondary text.
    pub soft: Color32,
    /// Borders.
    pub line: Color32,
    /// An empty bar.
    pub bar: Color32,
    /// The primary button, the chart's line, the focus.
    pub accent: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// The first level. For shapes, not for text.
    pub silver: Color32,
    /// The second level. For shapes, not for text.
    pub gold: Color32,
    /// Held, met.
    pub good: Color32,
    /// Behind what is held or met.
    pub good_bg: Color32,
    /// Missing, left out.
    pub missing: Color32,
    /// Behind what is missing.
    pub missing_bg: Color32,
    /// Worth a look.
    pub risk: Color32,
    /// Behind what is worth a look.
    pub risk_bg: Color32,
    /// Assumed: what if.
    pub assumed: Color32,
    /// Behind what is assumed.
    pub assumed_bg: Color32,
}

/// Light.
pub const LIGHT: Tokens = Tokens {
    bg: Color32::from_rgb(0xf6, 0xf5, 0xf1),
    panel: Color32::from_rgb(0xff, 0xfe, 0xfb),
    ink: Color32::from_rgb(0x22, 0x24, 0x2a),
    soft: Color32::from_rgb(0x62, 0x65, 0x6e),
    line: Color32::from_rgb(0xe3, 0xe0, 0xd8),
    bar: Color32::from_rgb(0xeb, 0xe8, 0xe0),
    accent: Color32::from_rgb(0x2f, 0x5d, 0x8a),
    on_accent: Color32::from_rgb(0xff, 0xfe, 0xfb),
    silver: Color32::from_rgb(0x7d, 0x87, 0x94),
    gold: Color32::from_rgb(0xb0, 0x7d, 0x12),
    good: Color32::from_rgb(0x2a, 0x75, 0x49),
    good_bg: Color32::from_rgb(0xe6, 0xf2, 0xea),
    missing: Color32::from_rgb(0xab, 0x42, 0x29),
    missing_bg: Color32::from_rgb(0xf9, 0xe9, 0xe4),
    risk: Color32::from_rgb(0x8a, 0x5f, 0x08),
    risk_bg: Color32::from_rgb(0xfa, 0xf0, 0xd9),
    assumed: Color32::from_rgb(0x6a, 0x4f, 0xb0),
    assumed_bg: Color32::from_rgb(0xee, 0xea, 0xf9),
};

/// Dark.
pub const DARK: Tokens = Tokens {
    bg: Color32::from_rgb(0x17, 0x18, 0x1b),
    panel: Color32::from_rgb(0x1f, 0x21, 0x25),
    ink: Color32::from_rgb(0xe9, 0xe7, 0xe2),
    soft: Color32::from_rgb(0x9a, 0x9c, 0xa4),
    line: Color32::from_rgb(0x32, 0x34, 0x3a),
    bar: Color32::from_rgb(0x2b, 0x2d, 0x32),
    accent: Color32::from_rgb(0x7f, 0xb0, 0xe0),
    on_accent: Color32::from_rgb(0x17, 0x18, 0x1b),
    silver: Color32::from_rgb(0xa9, 0xb3, 0xc0),
    gold: Color32::from_rgb(0xdf, 0xb0, 0x4a),
    good: Color32::from_rgb(0x6c, 0xc4, 0x91),
    good_bg: Color32::from_rgb(0x1f, 0x33, 0x28),
    missing: Color32::from_rgb(0xee, 0x8a, 0x72),
    missing_bg: Color32::from_rgb(0x3a, 0x25, 0x21),
    risk: Color32::from_rgb(0xe0, 0xb4, 0x58),
    risk_bg: Color32::from_rgb(0x37, 0x30, 0x1d),
    assumed: Color32::from_rgb(0xb5, 0xa1, 0xee),
    assumed_bg: Color32::from_rgb(0x2c, 0x27, 0x40),
};

/// Sizes, in points. Spacing goes in steps of 4.
pub mod size {
    /// Body text.
    pub const BODY: f32 = 14.0;
    /// Secondary text.
    pub const SMALL: f32 = 12.5;
    /// Section heads.
    pub const SECTION: f32 = 13.0;
    /// Verdicts and page titles.
    pub const VERDICT: f32 = 20.0;
    /// The corners of cards.
    pub const CARD_RADIUS: u8 = 10;
    /// The corners of buttons and fields.
    pub const CONTROL_RADIUS: u8 = 6;
    /// The space inside a card.
    pub const CARD_MARGIN: i8 = 18;
    /// The space between cards, and around a page.
    pub const GAP: f32 = 16.0;
    /// The height of buttons and fields.
    pub const CONTROL: f32 = 30.0;
    /// The height of a table's rows.
    pub const ROW: f32 = 34.0;
    /// The width of the sidebar.
    pub const SIDEBAR: f32 = 196.0;
    /// The same in a narrow window, where it holds icons only.
    pub const SIDEBAR_ICONS: f32 = 56.0;
    /// The narrowest window in which every page is usable.
    pub const WINDOW_MIN: [f32; 2] = [900.0, 600.0];
    /// The window at first.
    pub const WINDOW: [f32; 2] = [1280.0, 800.0];
}

/// The colours of the theme that is shown.
pub fn tokens(ui: &Ui) -> &'static Tokens {
    if ui.visuals().dark_mode { &DARK } else { &LIGHT }
}

/// Body text in semibold.
pub fn semibold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(SEMIBOLD.into()))
}

/// Icons.
pub fn icons(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(ICONS.into()))
}

/// The style of menus: roomy enough to hit.
pub fn menu_style(style: &mut Style) {
    egui::containers::menu::menu_style(style);
    style.spacing.button_padding = Vec2::new(10.0, 6.0);
    style.spacing.item_spacing.y = 2.0;
}

/// Gives the window its fonts and both themes.
pub fn install(ctx: &Context) {
    ctx.set_fonts(fonts());
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
    ctx.set_style_of(Theme::Light, style(&LIGHT, Visuals::light()));
    ctx.set_style_of(Theme::Dark, style(&DARK, Visuals::dark()));
}

const REGULAR: &str = "Inter";
const SEMIBOLD: &str = "Inter SemiBold";
const ICONS: &str = "Lucide";

fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let data: [(&str, &'static [u8]); 3] = [
        (REGULAR, include_bytes!("../../assets/fonts/Inter-Regular.otf")),
        (SEMIBOLD, include_bytes!("../../assets/fonts/Inter-SemiBold.otf")),
        (ICONS, lucide_icons::LUCIDE_FONT_BYTES),
    ];
    for (name, bytes) in data {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let families = [
        (FontFamily::Proportional, REGULAR),
        (FontFamily::Monospace, REGULAR),
        (FontFamily::Name(SEMIBOLD.into()), SEMIBOLD),
        (FontFamily::Name(ICONS.into()), ICONS),
    ];
    for (family, name) in families {
        fonts.families.insert(family, vec![name.to_owned()]);
    }
    fonts
}

fn style(tokens: &Tokens, visuals: Visuals) -> Style {
    let mut style = Style { visuals: paint(tokens, visuals), text_styles: text_styles(), ..Style::default() };
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.4;
    style.spacing.item_spacing = Vec2::new(8.0, 8.0);
    style.spacing.button_padding = Vec2::new(12.0, 6.0);
    // Buttons and fields get their height from their padding, and rows of text stay close.
    style.spacing.interact_size = Vec2::new(24.0, 18.0);
    style.spacing.menu_margin = Margin::same(6);
    style.spacing.icon_spacing = 8.0;
    style.spacing.scroll.floating = true;
    style
}

fn text_styles() -> BTreeMap<TextStyle, FontId> {
    let regular = |size| FontId::new(size, FontFamily::Proportional);
    BTreeMap::from([
        (TextStyle::Small, regular(size::SMALL)),
        (TextStyle::Body, regular(size::BODY)),
        (TextStyle::Button, regular(size::SECTION)),
        (TextStyle::Heading, semibold(size::VERDICT)),
        (TextStyle::Monospace, regular(size::BODY)),
    ])
}

fn paint(tokens: &Tokens, mut visuals: Visuals) -> Visuals {
    let radius = CornerRadius::same(size::CONTROL_RADIUS);
    let state = |fill: Color32, border: Color32, width: f32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(width, border),
        corner_radius: radius,
        fg_stroke: Stroke::new(1.0, tokens.ink),
        expansion: 0.0,
    };
    visuals.widgets = Widgets {
        noninteractive: state(tokens.panel, tokens.line, 1.0),
        inactive: state(tokens.panel, tokens.line, 1.0),
        hovered: state(tokens.bar, tokens.soft, 1.0),
        active: state(tokens.panel, tokens.accent, 2.0),
        open: state(tokens.bar, tokens.soft, 1.0),
    };
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(tokens.soft);
    visuals.selection =
        Selection { bg_fill: tokens.accent.gamma_multiply(0.18), stroke: Stroke::new(1.5, tokens.accent) };
    visuals.hyperlink_color = tokens.accent;
    visuals.faint_bg_color = tokens.bg;
    visuals.extreme_bg_color = tokens.panel;
    visuals.text_edit_bg_color = Some(tokens.panel);
    visuals.error_fg_color = tokens.missing;
    visuals.warn_fg_color = tokens.risk;
    visuals.window_corner_radius = CornerRadius::same(size::CARD_RADIUS);
    visuals.menu_corner_radius = CornerRadius::same(size::CARD_RADIUS);
    visuals.window_fill = tokens.panel;
    visuals.window_stroke = Stroke::new(1.0, tokens.line);
    visuals.panel_fill = tokens.bg;
    let shadow = Shadow { offset: [0, 4], blur: 16, spread: 0, color: Color32::from_black_alpha(40) };
    visuals.window_shadow = shadow;
    visuals.popup_shadow = shadow;
    visuals.disabled_alpha = 0.6;
    // A blinking cursor would repaint the window twice a second.
    visuals.text_cursor.blink = false;
    visuals
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How strongly two colours differ, as the Web Content Accessibility Guidelines define it.
    fn contrast(a: Color32, b: Color32) -> f32 {
        let luminance = |color: Color32| {
            let linear = |part: u8| {
                let part = f32::from(part) / 255.0;
                if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
        };
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_stands_out_in_both_themes() {
        for theme in [LIGHT, DARK] {
            let pairs = [
                ("ink on bg", theme.ink, theme.bg),
                ("ink on panel", theme.ink, theme.panel),
                ("ink on bar", theme.ink, theme.bar),
                ("soft on bg", theme.soft, theme.bg),
                ("soft on panel", theme.soft, theme.panel),
                ("soft on bar", theme.soft, theme.bar),
                ("accent on panel", theme.accent, theme.panel),
                ("on_accent on accent", theme.on_accent, theme.accent),
                ("good on panel", theme.good, theme.panel),
                ("good on good_bg", theme.good, theme.good_bg),
                ("missing on panel", theme.missing, theme.panel),
                ("missing on bg", theme.missing, theme.bg),
                ("missing on missing_bg", theme.missing, theme.missing_bg),
                ("risk on panel", theme.risk, theme.panel),
                ("risk on risk_bg", theme.risk, theme.risk_bg),
                ("assumed on panel", theme.assumed, theme.panel),
                ("assumed on assumed_bg", theme.assumed, theme.assumed_bg),
            ];
            for (name, text, behind) in pairs {
                assert!(contrast(text, behind) >= 4.5, "{name}: {}", contrast(text, behind));
            }
            for level in [theme.silver, theme.gold] {
                assert!(contrast(level, theme.panel) >= 3.0);
            }
        }
    }
}
