//! A story of two articles, all of whose findings are noted, is read again with a third article before them: the notes are
//! on the findings that say the same, whatever their numbers are now.

use std::collections::BTreeSet;
use std::path::Path;

use variorum::analysis::{Analysis, analyze};
use variorum::notes::{Note, Notebook, Verdict};
use variorum::read::{self, Article, Excerpt, number};
use variorum::report::follow;

fn story(names: &[&str]) -> Vec<Article> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join("corpus").join("alibaba-2025");
    let names: Vec<_> = names.iter().map(|name| folder.join(name)).collect();
    let mut articles = read::open(&names, &read::Limits::default()).expect("articles").articles;
    number(&mut articles);
    articles
}

fn words(analysis: &Analysis, places: &[Excerpt]) -> BTreeSet<String> {
    let on_one_line = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    places.iter().map(|&place| on_one_line(analysis.words_of(place))).collect()
}

#[test]
fn verdicts_are_on_what_says_the_same_when_an_article_joins_the_story() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("notes.json");
    let two = analyze(story(&["b.txt", "c.txt"]));
    let mut notebook = Notebook::open(&two.articles, Some(file.clone())).expect("no notes yet");
    for found in &two.discrepancies {
        let said: Vec<_> = words(&two, &found.evidence).into_iter().collect();
        let rule = Some(found.rule.to_owned());
        let comment = said.join("\n");
        notebook.set(Note { rule, places: found.evidence.clone(), comment, verdict: Verdict::Confirmed });
    }
    let count = notebook.notes().len();
    assert!(count >= 5, "{count} findings are too few to tell anything");
    notebook.save().expect("saved");

    let three = analyze(story(&["a.txt", "b.txt", "c.txt"]));
    let mut notebook = Notebook::open(&three.articles, Some(file)).expect("notes");
    follow(&mut notebook, &three);
    assert_eq!(notebook.notes().len(), count);
    let mut followed = 0;
    for found in &three.discrepancies {
        let Some(note) = notebook.note_on(Some(found.rule), &found.evidence) else { continue };
        followed += 1;
        assert_eq!(note.verdict, Verdict::Confirmed);
        let said: BTreeSet<_> = note.comment.lines().map(str::to_owned).collect();
        assert!(said.is_subset(&words(&three, &found.evidence)), "{said:?} is not {}", found.summary);
    }
    // What the third article says may settle some; the others keep their verdicts.
    assert!(followed * 2 > count, "{followed} of {count} verdicts followed");
}
