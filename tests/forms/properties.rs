//! Whatever the articles say: every form is made, and what it promises holds.

use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use variorum::report::{Excerpts, Form, Manner, write};

use crate::excerpts::{copied, told};
use crate::stories::{notes, story};
use crate::tei::parsed;

/// Pieces that make findings, and pieces that break forms.
const PIECES: [&str; 28] = [
    "Ten people fled the flood in Lund. ",
    "Twelve people fled the flood in Lund. ",
    "“We will not close the old bridge,” said Ann Lee. ",
    "“We will not close the new bridge”, said Ann Lee",
    "on 3 May 2024 ",
    "on 4 May 2024 ",
    "$3 million ",
    "£3 million ",
    "the the ",
    "Ann Lee ",
    "mayor ",
    "\n\n",
    "\n",
    "\t",
    "<u>",
    "&amp;",
    "]]>",
    "|",
    "`",
    "=1+1",
    "“",
    "”",
    "\"",
    "\u{ffff}",
    "\u{0}",
    "\u{202e}",
    "世界",
    "…",
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 48,
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("regressions"))),
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_form_is_made_and_keeps_to_its_bounds(texts in prop::collection::vec(text(), 0..4)) {
        let texts: Vec<_> = texts.iter().map(String::as_str).collect();
        let story = story(&texts);
        let notebook = notes(&story);
        for (excerpts, most) in [(Excerpts::Full, None), (Excerpts::Short, Some(10)), (Excerpts::None, Some(4))] {
            for form in Form::ALL {
                let report = write(form, &story, &notebook, &Manner { excerpts, making: None });
                prop_assert_eq!(&report, &write(form, &story, &notebook, &Manner { excerpts, making: None }));
                if form == Form::Tei {
                    parsed(&report);
                }
                if let Some(most) = most {
                    prop_assert_eq!(copied(&told(form, &report), &story, most), None, "{:?}", form);
                }
            }
        }
    }
}
