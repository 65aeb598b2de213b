//! Which news agency an article says it comes from: in its dateline (“LISBON (Reuters) -”), its byline, or a credit
//! line at its end. An agency that is only cited (“told Reuters”), thanked for help or credited for a picture is none.

use crate::segment::{Document, Shape};

/// News agencies: the folded words of a name, and the name as it is reported.
const AGENCIES: [(&[&str], &str); 26] = [
    (&["reuters"], "Reuters"),
    (&["thomson", "reuters"], "Reuters"),
    (&["ap"], "Associated Press"),
    (&["associated", "press"], "Associated Press"),
    (&["afp"], "Agence France-Presse"),
    (&["agence", "france", "presse"], "Agence France-Presse"),
    (&["agence", "france", "-", "presse"], "Agence France-Presse"),
    (&["upi"], "United Press International"),
    (&["united", "press", "international"], "United Press International"),
    (&["dpa"], "dpa"),
    (&["efe"], "EFE"),
    (&["ansa"], "ANSA"),
    (&["pa", "media"], "PA Media"),
    (&["press", "association"], "PA Media"),
    (&["xinhua"], "Xinhua"),
    (&["kyodo"], "Kyodo"),
    (&["kyodo", "news"], "Kyodo"),
    (&["yonhap"], "Yonhap"),
    (&["pti"], "Press Trust of India"),
    (&["press", "trust", "of", "india"], "Press Trust of India"),
    (&["ians"], "IANS"),
    (&["tass"], "TASS"),
    (&["interfax"], "Interfax"),
    (&["anadolu"], "Anadolu"),
    (&["anadolu", "agency"], "Anadolu"),
    (&["aap"], "Australian Associated Press"),
];

/// A dateline's credit stands among so many first words.
const DATELINE_WORDS: usize = 30;
/// So many paragraphs at either end can be a byline or a credit line.
const END_PARAGRAPHS: usize = 3;
/// A byline or credit line has at most so many words, marks included.
const CREDIT_LINE_WORDS: usize = 9;
/// A line with one of these is about a picture, or about help.
const OTHER_CREDITS: [&str; 10] =
    ["photo", "photos", "photograph", "picture", "image", "images", "video", "file", "contributed", "via"];

/// The agency that `document` credits as its origin.
pub fn credit(document: &Document) -> Option<&'static str> {
    in_dateline(document).or_else(|| in_line_of_its_own(document))
}

/// “(Reuters)”, “(AP)” near the beginning.
fn in_dateline(document: &Document) -> Option<&'static str> {
    (1..document.words.len().min(DATELINE_WORDS)).find_map(|place| {
        let (name, end) = agency_at(document, place)?;
        (document.folded(place - 1) == "(" && document.folded(end) == ")").then_some(name)
    })
}

/// “By Jane Doe, Associated Press”, “— Reuters” in a short line near either end.
fn in_line_of_its_own(document: &Document) -> Option<&'static str> {
    let count = document.paragraphs.len();
    let near_an_end = |index: &usize| *index < END_PARAGRAPHS || index + END_PARAGRAPHS >= count;
    (0..count).filter(near_an_end).find_map(|index| {
        let words = document.words_in(document.paragraphs[index].span);
        if words.len() > CREDIT_LINE_WORDS || words.clone().any(|place| OTHER_CREDITS.contains(&document.folded(place)))
        {
            return None;
        }
        let begins_credit =
            |place: usize| matches!(document.folded(place), "by" | "source" | "from" | "the" | "-" | "(" | "©");
        words.clone().find_map(|place| {
            let (name, end) = agency_at(document, place)?;
            // The agency closes the line, alone or after the one who wrote it: “Reuters raises prices” is a headline.
            let closes =
                (end..words.end).all(|after| document.folded(after).chars().all(|mark| !mark.is_alphanumeric()));
            let is_credit = place == words.start || begins_credit(words.start) || document.folded(place - 1) == ",";
            (closes && is_credit).then_some(name)
        })
    })
}

/// The agency whose name begins at word `place`, and the word after it. The longest name wins.
fn agency_at(document: &Document, place: usize) -> Option<(&'static str, usize)> {
    let is_name =
        document.words.get(place).is_some_and(|word| word.shape != Shape::Lower) || document.folded(place) == "dpa";
    let names = AGENCIES.iter().filter(|(words, _)| is_name && document.is_phrase(place, words));
    let (words, name) = names.max_by_key(|(words, _)| words.len())?;
    Some((name, place + words.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::segment;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(credit(&segment(text.into())), expected, "{text}");
    }

    #[test]
    fn datelines_bylines_and_credit_lines_name_the_origin() {
        check("LISBON (Reuters) - The river rose on Monday.", Some("Reuters"));
        check("OSLO, Norway (AP) — The river rose on Monday.", Some("Associated Press"));
        check("River rises\n\nBy Jane Doe, Associated Press\n\nThe river rose on Monday.", Some("Associated Press"));
        check("The river rose on Monday.\n\nNobody was hurt.\n\n— Agence France-Presse", Some("Agence France-Presse"));
        check("The river rose on Monday.\n\nSource: Reuters", Some("Reuters"));
    }

    #[test]
    fn agencies_that_are_cited_thanked_or_sell_pictures_are_no_origin() {
        check("The river rose on Monday, the mayor told Reuters.", None);
        check("The river rose.\n\nThe Associated Press contributed to this report.", None);
        check("The river rose.\n\nAP Photo/Jane Doe\n\nNobody was hurt.", None);
        check("Reuters raises prices\n\nThe river rose on Monday.", None);
        check("The river rose. The mayor (who spoke to Reuters) wept.", None);
        check("", None);
    }
}
