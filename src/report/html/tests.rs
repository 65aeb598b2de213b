use super::*;
use crate::analysis::analyze;
use crate::notes::Note;
use crate::read::{Article, ArticleId, number};
use crate::text::Span;

fn page(texts: &[&str]) -> String {
    let mut articles: Vec<_> = texts.iter().map(|text| Article::from_text(text)).collect();
    number(&mut articles);
    render(&analyze(articles), &Notebook::default(), &Manner::default())
}

const SOUND: &str = "The bank will pay 40 million euros to 300 customers in Lund, its chief executive, Ann Berg, said.";
const OTHER: &str = "The bank will pay 50 million euros to 300 customers in Lund, its chief executive, Ann Berg, said.";

#[test]
fn every_link_leads_to_a_place_in_the_page() {
    let page = page(&[SOUND, OTHER]);
    let targets: Vec<_> = page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(targets.iter().any(|target| target.starts_with("t2-")));
    assert!(targets.contains(&"d1"));
    for target in targets {
        assert_eq!(page.matches(&format!("id=\"{target}\"")).count(), 1, "{target}");
    }
}

#[test]
fn nothing_comes_from_elsewhere_and_nothing_runs() {
    let page = page(&[
        "<script>alert(1)</script> & \"quoted\" http://example.org/x.js fell.",
        "<img src=x onerror=alert(1)> javascript:alert(1) fell.",
    ]);
    for hostile in ["<script", "<img", "src=\"", "href=\"http", "url(", "@import", "<link"] {
        assert!(!page.contains(hostile), "{hostile}");
    }
    assert!(page.contains("&#60;script&#62;alert(1)") || page.contains("&lt;script&gt;alert(1)"));
}

#[test]
fn the_whole_of_each_text_is_there() {
    let page = page(&["One.\n\nTwo fled on Monday.", "Three fled on Monday."]);
    let texts = &page[page.find("class=\"texts\"").expect("texts")..];
    // The names of the findings are beside the text, not in it.
    let texts: String =
        texts.split("<sup").map(|piece| piece.split_once("</sup>").map_or(piece, |(_, rest)| rest)).collect();
    let mut plain = String::new();
    let mut inside = false;
    for character in texts.chars() {
        match character {
            '<' => inside = true,
            '>' => inside = false,
            _ if !inside => plain.push(character),
            _ => {}
        }
    }
    assert!(plain.contains("¶2Two fled on Monday."), "{plain}");
}

#[test]
fn what_no_page_may_hold_is_in_none() {
    let analysis = analyze(vec![Article::from_text("Ten men\u{ffff} fled.")]);
    let folder = tempfile::tempdir().unwrap();
    let mut notebook = Notebook::open(&analysis.articles, Some(folder.path().join("notes.json"))).unwrap();
    let places = vec![Excerpt { article: ArticleId(0), span: Span::new(0, 3) }];
    let comment = "Ten\u{fdd0} men\u{1fffe} fled\u{ffff} to 世界 😀.".to_owned();
    notebook.set(Note { rule: None, places, comment, verdict: Verdict::NeedsChecking });
    let page = render(&analysis, &notebook, &Manner::default());
    assert!(page.contains("Ten▯ men▯ fled▯ to 世界 😀.") && page.contains("Ten men▯ fled."), "{page}");
}

#[test]
fn of_many_articles_each_reading_is_told_once_with_all_who_have_it() {
    let page = page(&[[SOUND; MOST_COLUMNS].as_slice(), &[OTHER]].concat());
    assert!(page.contains("<th scope=\"col\">Readings</th>"));
    assert_eq!(page.matches("<p>40 million euros <span").count(), 1);
    assert!(page.contains("<p>50 million euros <span class=\"meta\">(<a href=\"#t13-"), "{page}");
    assert!(page.contains("<td class=\"figure\">13</td><td class=\"figure\">13</td>"), "{page}");
}

#[test]
fn an_empty_story_has_a_page() {
    assert!(page(&[""]).contains("Comparison of 1 article<"));
    assert!(
        render(&analyze(Vec::new()), &Notebook::default(), &Manner::default()).contains("Comparison of 0 articles")
    );
}
