//! What a page says of its article: in JSON-LD, in its `<meta>` and Open Graph, in its own text (`<h1>`, `<time>`).

use dom_query::{Document, NodeRef};
use jiff::civil::Date;

use super::linked_data;
use crate::read::formats::{Draft, day};

/// Names of `<meta>`, by what they tell, the more exact first.
const TITLE: [&str; 5] = ["og:title", "headline", "dc.title", "twitter:title", "parsely-title"];
const OUTLET: [&str; 5] = ["og:site_name", "dc.publisher", "publisher", "application-name", "cre"];
const BYLINE: [&str; 6] = ["author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author"];
const PUBLISHED: [&str; 13] = [
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "ptime",
];

/// What the page says; nothing of its text.
pub fn of(document: &Document) -> Draft {
    let mut draft = Draft::default();
    linked_data::add(document, &mut draft);
    let metas = Metas::of(document);
    let heading = only_heading(document);
    let whole_title = clean(&document.select("head title").first().text());
    draft.outlet = draft.outlet.or_else(|| metas.first(&OUTLET));
    draft.title = draft
        .title
        .or_else(|| {
            metas.first(&TITLE).map(|title| without_outlet(&title, draft.outlet.as_deref(), heading.as_deref()))
        })
        .or_else(|| heading.clone())
        .or_else(|| (!whole_title.is_empty()).then(|| without_outlet(&whole_title, draft.outlet.as_deref(), None)));
    draft.byline = draft
        .byline
        .or_else(|| metas.first(&BYLINE).filter(|name| !name.contains("://")))
        .or_else(|| first_text(document, "[rel=author], [itemprop=author]"))
        .map(|byline| byline.strip_prefix("By ").or(byline.strip_prefix("by ")).unwrap_or(&byline).trim().to_owned());
    draft.published = draft
        .published
        .or_else(|| PUBLISHED.iter().find_map(|name| metas.get(name).and_then(day)))
        .or_else(|| marked_day(document));
    draft.language = language(document, &metas).or(draft.language);
    if let Some(language) =
        draft.language.as_deref().filter(|language| !language.to_ascii_lowercase().starts_with("en"))
    {
        draft.doubts.push(format!("the page says that its language is “{language}”; only English is compared well"));
    }
    draft
}

/// The page's `<meta>` elements, by their names in lower case.
struct Metas(Vec<(String, String)>);

impl Metas {
    fn of(document: &Document) -> Self {
        let named = |node: &NodeRef| {
            let name =
                ["property", "name", "itemprop", "http-equiv"].iter().find_map(|attribute| node.attr(attribute))?;
            let content = clean(&node.attr("content")?);
            (!content.is_empty()).then(|| (name.trim().to_ascii_lowercase(), content))
        };
        Self(document.select("meta").nodes().iter().filter_map(named).collect())
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(other, _)| other == name).map(|(_, content)| content.as_str())
    }

    fn first(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.get(name)).map(str::to_owned)
    }
}

/// The heading of the first level, where there is one such heading alone: more are those of sections.
fn only_heading(document: &Document) -> Option<String> {
    let headings = document.select("h1");
    let texts: Vec<_> =
        headings.nodes().iter().map(|node| clean(&node.text())).filter(|text| !text.is_empty()).collect();
    match &texts[..] {
        [only] => Some(only.clone()),
        _ => None,
    }
}

/// A page's title without the outlet's name behind a dash or a line; the page's own heading where the title has it.
fn without_outlet(title: &str, outlet: Option<&str>, heading: Option<&str>) -> String {
    if let Some(heading) = heading.filter(|heading| title.starts_with(*heading)) {
        return heading.to_owned();
    }
    let dividers = [" | ", " - ", " – ", " — ", " · ", " :: "];
    let cut = dividers.iter().filter_map(|divider| title.rfind(divider).map(|at| (at, at + divider.len()))).max();
    let Some((end, start)) = cut else { return title.to_owned() };
    let (head, tail) = (&title[..end], &title[start..]);
    let is_outlet = outlet.is_some_and(|outlet| tail.eq_ignore_ascii_case(outlet));
    // Without knowing the outlet: a short piece behind a line that is not used inside headlines.
    let is_short = title[end..].starts_with(" | ") && tail.split_whitespace().count() <= MOST_WORDS_OF_AN_OUTLET;
    let kept = head.split_whitespace().count() >= FEWEST_WORDS_OF_A_HEADLINE;
    if is_outlet || (is_short && kept) { head.trim().to_owned() } else { title.to_owned() }
}

/// “The New Harbour Evening Herald”
const MOST_WORDS_OF_AN_OUTLET: usize = 5;
/// “River rises”
const FEWEST_WORDS_OF_A_HEADLINE: usize = 2;

/// The day that the page's own elements mark as that of publication; else the only day that they mark, or the first in
/// the article.
fn marked_day(document: &Document) -> Option<Date> {
    let of = |node: &NodeRef| {
        let told = node.attr("datetime").or_else(|| node.attr("content")).unwrap_or_else(|| node.text());
        day(&told)
    };
    let first = |selector: &str| document.select(selector).nodes().iter().find_map(of);
    first("[itemprop=datePublished], time[pubdate], time.published, time.entry-date")
        .or_else(|| first("article header time, article time, main time"))
        .or_else(|| {
            let days: Vec<_> = document.select("time").nodes().iter().filter_map(of).collect();
            days.first().copied().filter(|first| days.iter().all(|day| day == first))
        })
}

fn language(document: &Document, metas: &Metas) -> Option<String> {
    let told = document.html_root().attr("lang").map(|language| clean(&language));
    told.or_else(|| metas.first(&["content-language", "og:locale"])).filter(|language| !language.is_empty())
}

fn first_text(document: &Document, selector: &str) -> Option<String> {
    document.select(selector).nodes().iter().map(|node| clean(&node.text())).find(|text| !text.is_empty())
}

fn clean(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn told(page: &str) -> Draft {
        of(&Document::from(page))
    }

    #[test]
    fn open_graph_and_meta_are_read() {
        let draft = told(
            "<html lang='en-US'><head><title>River rises - The Herald</title><meta property='og:title' content='River rises'>\
             <meta property='og:site_name' content='The Herald'><meta name='Author' content='By Ann Lee'>\
             <meta property='article:published_time' content='2024-05-02T10:00:00+02:00'></head></html>",
        );
        assert_eq!((draft.title.as_deref(), draft.outlet.as_deref()), (Some("River rises"), Some("The Herald")));
        assert_eq!((draft.byline.as_deref(), draft.language.as_deref()), (Some("Ann Lee"), Some("en-US")));
        assert_eq!((draft.published, draft.doubts.len()), (Some(date(2024, 5, 2)), 0));
    }

    #[test]
    fn a_day_is_taken_from_the_page_s_elements_where_it_is_clear_which() {
        let published = |body: &str| told(&format!("<html><body>{body}</body></html>")).published;
        assert_eq!(
            published("<span itemprop='datePublished' content='2024-05-02'>today</span>"),
            Some(date(2024, 5, 2))
        );
        assert_eq!(published("<article><time datetime='2024-05-02'>2 May</time></article>"), Some(date(2024, 5, 2)));
        assert_eq!(published("<article><time>May 2, 2024</time></article>"), Some(date(2024, 5, 2)));
        assert_eq!(
            published("<time datetime='2024-05-02'></time><time datetime='2024-05-02T09:00'></time>"),
            Some(date(2024, 5, 2))
        );
        assert_eq!(published("<time datetime='2024-05-02'></time><time datetime='2023-01-01'></time>"), None);
        assert_eq!(published("<p>On May 2, 2024, it rained.</p>"), None);
    }

    #[test]
    fn the_outlet_s_name_is_no_part_of_a_headline() {
        let title = |title: &str| told(&format!("<html><head><title>{title}</title></head></html>")).title;
        assert_eq!(title("River rises | The Herald").as_deref(), Some("River rises"));
        assert_eq!(title("River rises - again").as_deref(), Some("River rises - again"));
        assert_eq!(title(""), None);
    }

    #[test]
    fn another_language_is_a_doubt() {
        assert_eq!(told("<html lang=pt-BR></html>").doubts.len(), 1);
    }
}
