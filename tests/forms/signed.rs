//! Who wrote a note, when, and with which tags, is said in every form.

use variorum::report::{Form, Manner, write};

use crate::stories::{notes, story};

#[test]
fn every_form_says_who_wrote_a_note_when_and_its_tags() {
    let story = story(&[
        "The bank paid 40 million euros to 300 customers.",
        "The bank paid 50 million euros to 300 customers.",
    ]);
    let notebook = notes(&story);
    for form in Form::ALL {
        let report = write(form, &story, &notebook, &Manner::default());
        let told = report.replace("&#60;", "<").replace("&lt;", "<").replace("&#62;", ">").replace("&gt;", ">");
        let told = told.replace("&#38;", "&").replace("&amp;", "&").replace('\\', "");
        for said in ["Ann & <Bo>", "2026-11-26", "to-ask"] {
            assert!(told.contains(said), "{}: {said}\n{report}", form.name());
        }
    }
}
