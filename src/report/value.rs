//! A mention as other programs see it: its place in code points, its kind and its normalised value.

use std::borrow::Cow;

use serde::Serialize;

use super::excerpts::Veil;
use crate::extract::{Amount, Hedge, Mention, Value};
use crate::link::FactKind;
use crate::text::{CodePoints, Span};

/// A mention as `extract` gives it.
#[derive(Debug, Serialize)]
pub struct Found<'t> {
    start: usize,
    end: usize,
    text: &'t str,
    kind: &'static str,
    value: Option<Shape<'t>>,
}

/// `mention` of `text`, of which `points` is the index.
pub fn found<'t>(mention: &'t Mention, text: &'t str, points: &CodePoints) -> Found<'t> {
    let place = points.range(mention.span);
    Found {
        start: place.start,
        end: place.end,
        text: mention.span.of(text),
        kind: kind(&mention.value),
        value: shape(&mention.value, text),
    }
}

/// What a mention says, in the form of its kind. Numbers are decimal strings, so that no reader rounds them.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Shape<'t> {
    Money {
        #[serde(flatten)]
        number: Number,
        currency: &'static str,
    },
    Percent(Number),
    Quantity {
        #[serde(flatten)]
        number: Number,
        unit: &'static str,
    },
    Number {
        #[serde(flatten)]
        number: Number,
        of: Option<&'t str>,
    },
    Ordinal {
        number: String,
    },
    Date {
        timex: &'t str,
    },
    Duration {
        timex: &'t str,
        hedge: &'static str,
    },
    Quote {
        words: Cow<'t, str>,
        speaker_text: Option<Cow<'t, str>>,
    },
    /// A quotation where the entities are known.
    Utterance {
        words: Cow<'t, str>,
        speaker_text: Option<Cow<'t, str>>,
        /// The id of the entity that speaks.
        speaker: Option<String>,
    },
}

#[derive(Debug, Serialize)]
pub(super) struct Number {
    #[serde(rename = "number")]
    lower: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    upper: Option<String>,
    hedge: &'static str,
}

impl From<&Amount> for Number {
    fn from(amount: &Amount) -> Self {
        Self {
            lower: amount.number.normalize().to_string(),
            upper: amount.upper.map(|upper| upper.normalize().to_string()),
            hedge: amount.hedge.name(),
        }
    }
}

impl Shape<'_> {
    /// The same with only such words as `veil` lets through; figures and dates are no words.
    pub(super) fn veiled(self, veil: &Veil) -> Self {
        let few = |words: Cow<str>| Cow::Owned(veil.named(&words).into_owned());
        match self {
            _ if veil.is_open() => self,
            Self::Utterance { words, speaker_text, speaker } => Self::Utterance {
                words: Cow::Owned(veil.cited(&words).into_owned()),
                speaker_text: speaker_text.map(few),
                speaker,
            },
            Self::Quote { words, speaker_text } => {
                Self::Quote { words: Cow::Owned(veil.cited(&words).into_owned()), speaker_text: speaker_text.map(few) }
            }
            _ => self,
        }
    }

    /// A rank where the form of a number is promised.
    pub(super) const fn rank(number: String) -> Self {
        Self::Number { number: Number { lower: number, upper: None, hedge: Hedge::Exact.name() }, of: None }
    }

    /// An age where the form of a number is promised.
    pub(super) const fn years(number: String) -> Self {
        Self::Number { number: Number { lower: number, upper: None, hedge: Hedge::Exact.name() }, of: Some("year") }
    }
}

/// The value of a mention in `text`; `None` for a name, which its text says.
pub(super) fn shape<'t>(value: &'t Value, text: &'t str) -> Option<Shape<'t>> {
    Some(match value {
        Value::Money { amount, currency } => Shape::Money { number: amount.into(), currency },
        Value::Percent { amount, .. } => Shape::Percent(amount.into()),
        Value::Quantity { amount, unit } => Shape::Quantity { number: amount.into(), unit },
        Value::Number { amount, of } => Shape::Number { number: amount.into(), of: of.as_deref() },
        Value::Ordinal { number } => Shape::Ordinal { number: number.normalize().to_string() },
        Value::Date { timex } => Shape::Date { timex },
        Value::Duration { timex, hedge } => Shape::Duration { timex, hedge: hedge.name() },
        Value::Quote(quote) => Shape::Quote {
            words: quote.words.of(text).into(),
            speaker_text: quote.speaker.map(|speaker: Span| speaker.of(text).into()),
        },
        Value::Name(_) => return None,
    })
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Name(kind) => kind.name(),
        // A rank is told as a number is, but extracted as what it is.
        Value::Ordinal { .. } => "ordinal",
        value => FactKind::of(value).map_or("other", FactKind::name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{Decimal, Hedge, NameKind, Quote};
    use crate::report::to_json;

    const TEXT: &str = "Zoë: “No.”";

    fn check(value: Value, expected: &str) {
        let mention = Mention { span: Span::new(0, 4), words: 0..1, sentence: 0, value };
        let found = to_json(&found(&mention, TEXT, &CodePoints::new(TEXT)));
        assert_eq!(found, format!(r#"{{"start":0,"end":3,"text":"Zoë",{expected}}}"#));
    }

    fn amount(number: &str, upper: Option<&str>, hedge: Hedge) -> Amount {
        let decimal = |written: &str| written.parse::<Decimal>().unwrap();
        Amount { number: decimal(number), upper: upper.map(decimal), hedge, precision: Decimal::ONE }
    }

    #[test]
    fn sums_are_scaled_decimal_strings() {
        let amount = amount("53500000000.0", Some("60000000000"), Hedge::AtLeast);
        check(
            Value::Money { amount, currency: "EUR" },
            r#""kind":"money","value":{"number":"53500000000","upper":"60000000000","hedge":"at_least","currency":"EUR"}"#,
        );
    }

    #[test]
    fn a_range_s_upper_end_is_left_out_where_there_is_none() {
        let amount = amount("12.50", None, Hedge::Exact);
        check(
            Value::Percent { amount, points: false },
            r#""kind":"percent","value":{"number":"12.5","hedge":"exact"}"#,
        );
        check(
            Value::Number { amount, of: None },
            r#""kind":"number","value":{"number":"12.5","hedge":"exact","of":null}"#,
        );
    }

    #[test]
    fn a_quotation_names_its_speaker_s_words() {
        let quote = Quote { words: Span::new(9, 12), speaker: Some(Span::new(0, 4)), is_speech: true, unclosed: false };
        check(Value::Quote(quote), r#""kind":"quote","value":{"words":"No.","speaker_text":"Zoë"}"#);
    }

    #[test]
    fn names_and_places_in_an_order_have_kinds_too() {
        check(Value::Name(NameKind::Person), r#""kind":"person","value":null"#);
        check(Value::Ordinal { number: 3.into() }, r#""kind":"ordinal","value":{"number":"3"}"#);
    }
}
