//! Who or what is named, mention by mention, as a concordance prints it: the names under each other, the words around
//! them on both sides. There may be thousands, so that each row is made only when it is seen.

use super::readings::{around, beginning, ending, one_line, siglum};
use super::{Look, Row};
use crate::analysis::Analysis;
use crate::read::{ArticleId, Excerpt};
use crate::text::width::{columns, shorten};
use crate::tui::paint::Mark;

/// The forms of a name are taken from so many of its mentions in an article: more than a row shows.
const FORMS_LOOKED_AT: usize = 30;
/// Of the room of a row, the words before the name get one part in so many, and the name at most as much.
const PART_BEFORE: usize = 3;

/// A row for each article that names it: how often, and in which forms.
pub fn by_article(analysis: &Analysis, places: &[Excerpt], room: usize) -> Vec<Row> {
    let sigla = widest(analysis, places);
    let row = |places: &[Excerpt]| {
        let mut forms: Vec<String> = Vec::new();
        for &place in places.iter().take(FORMS_LOOKED_AT) {
            let form = one_line(analysis.words_of(place));
            if !forms.contains(&form) {
                forms.push(form);
            }
        }
        let siglum = format!("{:<sigla$} ", siglum(analysis, places[0].article));
        let count = format!("{:<4} ", format!("{}×", places.len()));
        let room = room.saturating_sub(columns(&siglum) + columns(&count));
        vec![(siglum, Look::Strong), (count, Look::Quiet), (shorten(&forms.join(" · "), room), Look::Plain)]
    };
    places.chunk_by(|one, other| one.article == other.article).map(row).collect()
}

/// The mention at `place`, one of `places`, in its sentence.
pub fn mention(analysis: &Analysis, places: &[Excerpt], place: Excerpt, room: usize) -> Row {
    let sigla = widest(analysis, places);
    let siglum = format!("{:<sigla$} ", siglum(analysis, place.article));
    let number = format!("{:<4} ", format!("¶{}", analysis.paragraph_number(place.article, place.span.start)));
    let room = room.saturating_sub(columns(&siglum) + columns(&number)).max(1);
    let part = room / PART_BEFORE;
    let (before, after) = around(analysis, place);
    let before = ending(&one_line(before), part);
    let blank = " ".repeat(part - columns(&before));
    let name = shorten(&one_line(analysis.words_of(place)), room - part);
    let after = beginning(&one_line(after), room - part - columns(&name));
    vec![
        (siglum, Look::Strong),
        (number, Look::Quiet),
        (blank + &before, Look::Plain),
        (name, Look::Words(Mark::Name)),
        (after, Look::Plain),
    ]
}

/// The index of the mention at byte `position` of `article`.
pub fn mention_at(places: &[Excerpt], article: ArticleId, position: usize) -> Option<usize> {
    let next = places.partition_point(|place| (place.article, place.span.start) <= (article, position));
    let index = next.checked_sub(1)?;
    (places[index].article == article && places[index].span.holds(position)).then_some(index)
}

/// Columns of the longest siglum; the last article's, because they grow with their number.
fn widest(analysis: &Analysis, places: &[Excerpt]) -> usize {
    places.last().map_or(0, |place| columns(siglum(analysis, place.article)))
}
