//! Temporary dump.
use std::io::Write;
use variorum::{analysis::analyze, link::dump_pairs, read::Article, text::CodePoints};
fn main() {
    let articles: Vec<Article> = std::env::args().skip(1).map(|p| Article::from_text(&String::from_utf8_lossy(&std::fs::read(p).unwrap()))).collect();
    let a = analyze(articles);
    let mut out = std::io::BufWriter::new(std::io::stdout());
    let points: Vec<CodePoints> = a.documents.iter().map(|d| CodePoints::new(&d.text)).collect();
    for (x, y, f) in dump_pairs(&a.documents, &a.mentions) {
        let s = |i: variorum::link::SentenceId| { let r = points[i.article.0].range(a.documents[i.article.0].sentences[i.index].span); (i.article.0, r.start, r.end) };
        writeln!(out, "{}", serde_json::to_string(&(s(x), s(y), f)).unwrap()).unwrap();
    }
}
