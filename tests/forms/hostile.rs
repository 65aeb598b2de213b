//! Articles that try everything: in every form they arrive as text and as nothing else.

use variorum::analysis::Analysis;
use variorum::notes::Notebook;
use variorum::read::{Article, harmless};
use variorum::report::{Excerpts, Form, Making, Manner, write};

use crate::html::tags;
use crate::stories::notes;
use crate::tei::parsed;

/// Two accounts of one event; every trick stands in a figure, a name, a quotation or a title that both have, so that it
/// reaches findings, tables and texts alike.
const TEXTS: [&str; 2] = [
    "=cmd('x')|<script>alert(1)</script> `rm` | flood\0 ]]> -->\n\nMayor Ann <b>Lee</b> said \"the flood took | <img src=x \
     onerror=alert(1)> `all` of ]]> it --> =1+1\" on 3 May 2024 that 40 =SUM(A1) houses\u{1b}[2J\u{1b}]0;owned\u{7} fell, \
     \u{202e}gnp.exe\u{2066}, &#xD800; &#0; &lt;i&gt; ${x} {{ 7*7 }} {% raw %} \u{9b}31m \u{ffff}\u{fffe}.\n\n+1 -2 @home \
     \u{feff}[x](javascript:alert(1)) ![y](http://x.example/y.png) <!-- <?php ?> <![CDATA[ ]]> 'a' \"b\" \\ \r\n# h\n> q",
    "@SUM(1)|<style>*{}</style> ```flood``` </title></style></script> ]]>\n\nMayor Ann <b>Lee</b> said \"the flood took | <img \
     src=x onerror=alert(1)> `none` of ]]> it --> =1+1\" on 4 May 2024 that 50 =SUM(A1) houses\u{1b}[2J\u{90}q\u{9c} fell, \
     \u{200b}\u{200d}\u{e0041}\u{2028}&#xDFFF;</p></div></body></html>.",
];
/// A file may have any name, too.
const LOCATION: &str = "\"><script>alert(2)</script>|`=cmd()\u{1b}[31m\u{202e}]]>-->.txt";

fn story() -> Analysis {
    let mut articles: Vec<_> = TEXTS.iter().map(|text| Article::from_bytes(LOCATION, text.as_bytes())).collect();
    variorum::read::number(&mut articles);
    variorum::analysis::analyze(articles)
}

/// The report in every form, with every way of telling words, and with hostile notes.
fn reports(form: Form) -> Vec<String> {
    let story = story();
    assert!(!story.discrepancies.is_empty() && story.grades.iter().flatten().count() > 2, "nothing to report on");
    let command = format!("variorum report '{}'", harmless(LOCATION, &mut Vec::new()));
    let notebooks = [Notebook::default(), notes(&story)];
    (notebooks.iter())
        .flat_map(|notebook| [Excerpts::Full, Excerpts::Short, Excerpts::None].map(|excerpts| (notebook, excerpts)))
        .map(|(notebook, excerpts)| {
            let making = Some(Making { at: Some("2025-01-01T00:00:00Z".to_owned()), command: command.clone() });
            write(form, &story, notebook, &Manner { excerpts, making })
        })
        .collect()
}

#[test]
fn nothing_steers_a_terminal_or_hides_in_any_form() {
    for form in Form::ALL {
        for report in reports(form) {
            let report = if form == Form::Csv { report.replace("\r\n", "\n") } else { report };
            let plain = harmless(&report, &mut Vec::new());
            let at = report.chars().zip(plain.chars()).position(|(one, other)| one != other);
            assert!(plain == report, "{form:?} at {at:?}");
        }
    }
}

#[test]
fn html_has_only_the_elements_of_its_template() {
    const KNOWN: &[&str] = &[
        "!doctype",
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "header",
        "nav",
        "main",
        "section",
        "article",
        "footer",
        "a",
        "b",
        "br",
        "code",
        "desc",
        "div",
        "em",
        "figcaption",
        "figure",
        "g",
        "h1",
        "h2",
        "h3",
        "li",
        "mark",
        "ol",
        "p",
        "q",
        "rect",
        "span",
        "strong",
        "sup",
        "svg",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "text",
        "time",
        "ul",
        "details",
        "summary",
    ];
    for report in reports(Form::Html) {
        for tag in tags(&report) {
            assert!(KNOWN.contains(&&*tag.name), "<{}>", tag.name);
            assert!(tag.attributes.iter().all(|(name, _)| !name.starts_with("on")), "{:?}", tag.attributes);
        }
        assert_eq!(report.matches("</style>").count(), 1);
        assert_eq!(report.matches("</html>").count(), 1);
    }
    assert!(reports(Form::Html)[0].contains("alert(1)"), "the text itself is there");
}

#[test]
fn tei_is_well_formed_and_gives_the_text_back() {
    for (place, report) in reports(Form::Tei).iter().enumerate() {
        let document = parsed(report);
        assert!(document.elements.iter().all(|element| !["script", "img", "b", "style"].contains(&&*element.name)));
        if place == 0 {
            for words in
                ["<script>alert(1)</script> `rm` |", "]]> it --> =1+1", "&#xD800; &#0; &lt;i&gt;", "<![CDATA[ ]]>"]
            {
                assert!(document.text.contains(words), "{words}");
            }
        }
    }
}

#[test]
fn json_forms_give_the_text_back() {
    for form in [Form::Json, Form::Annotations] {
        for report in reports(form) {
            serde_json::from_str::<serde_json::Value>(&report).expect("JSON");
        }
    }
    let report: serde_json::Value = serde_json::from_str(&reports(Form::Json)[0]).expect("JSON");
    assert_eq!(report["sources"][0]["text"], harmless(TEXTS[0], &mut Vec::new()));
}

#[test]
fn no_cell_of_the_table_is_a_formula_and_every_row_is_whole() {
    for report in reports(Form::Csv) {
        let mut table = csv::ReaderBuilder::new().has_headers(false).from_reader(report.as_bytes());
        let rows: Vec<_> = table.records().map(|row| row.expect("as many cells as there are columns")).collect();
        assert!(rows.len() > 2);
        for cell in rows.iter().flat_map(|row| row.iter()) {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
        }
    }
}

#[test]
fn markdown_escapes_whatever_is_markup() {
    for report in reports(Form::Markdown) {
        let mut bare = String::new();
        let mut characters = report.chars();
        while let Some(character) = characters.next() {
            if character == '\\' {
                characters.next();
            } else {
                bare.push(character);
            }
        }
        for markup in ["<", "](", "![", "&#", "http:/", "```", "~~", "$", "@"] {
            assert!(!bare.contains(markup), "{markup} in\n{report}");
        }
    }
}

#[test]
fn plain_lines_have_the_text_and_no_line_of_its_own_making() {
    let report = &reports(Form::Plain)[0];
    assert!(report.contains("<script>alert(1)</script>"), "{report}");
    assert!(report.lines().all(|line| !line.contains('\t')), "{report}");
}
