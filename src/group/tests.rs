use super::*;

/// Two events of one sort, in the words of three reports each, and one that has nothing to do with either.
const FIRE: [&str; 3] = [
    "Fire destroys Ottery mill\n\nA fire destroyed the old Ottery mill on Tuesday night, said fire chief Ana Ruiz. \
     Forty residents of Tamsin Street were led to safety.",
    "Ottery mill burns down\n\nFire chief Ana Ruiz said that nobody was hurt when flames tore through the mill at \
     Ottery. About 40 people from Tamsin Street had to leave.",
    "Blaze at Ottery\n\nThe mill on Tamsin Street in Ottery burnt to the ground late Tuesday. It took Ruiz and 60 \
     firefighters five hours to stop the blaze.",
];
const OTHER_FIRE: [&str; 3] = [
    "Warehouse fire in Kelso\n\nA fire broke out in a Lundgren warehouse in Kelso on Friday. Fire chief Bo Sandoval said \
     that two people were taken to hospital.",
    "Two hurt in Kelso blaze\n\nTwo workers of Lundgren were hurt when the firm's warehouse burnt, said fire chief Bo \
     Sandoval of Kelso.",
    "Lundgren warehouse burns\n\nKelso's fire chief, Bo Sandoval, blamed a cable for the flames in the Lundgren \
     warehouse that hurt two.",
];
const STRAY: &str = "Chess title for Imke Voss\n\nImke Voss, 19, won the women's chess title in Graz with a draw.";

fn articles(texts: &[&str]) -> Vec<Article> {
    texts.iter().map(|text| Article::from_text(text)).collect()
}

fn places(stories: &[Story]) -> Vec<Vec<usize>> {
    stories.iter().map(|story| story.articles.iter().map(|article| article.0).collect()).collect()
}

#[test]
fn two_events_of_one_sort_are_two_stories() {
    let mixed = [FIRE[0], OTHER_FIRE[0], FIRE[1], STRAY, OTHER_FIRE[1], OTHER_FIRE[2], FIRE[2]];
    let found = stories(&articles(&mixed));
    assert_eq!(places(&found), [vec![0, 2, 6], vec![1, 4, 5], vec![3]]);
    assert!(found[..2].iter().all(|story| story.articles.contains(&story.middle) && story.likeness < 1.0));
}

#[test]
fn the_order_of_the_articles_changes_nothing() {
    let mut texts = [&FIRE[..], &OTHER_FIRE, &[STRAY]].concat();
    let told = |texts: &[&str]| {
        let mut stories: Vec<_> = stories(&articles(texts))
            .iter()
            .map(|story| {
                let mut told: Vec<_> = story.articles.iter().map(|article| texts[article.0].to_owned()).collect();
                told.sort();
                (told, texts[story.middle.0].to_owned(), story.likeness.to_bits())
            })
            .collect();
        stories.sort();
        stories
    };
    let expected = told(&texts);
    for _ in 0..texts.len() {
        texts.rotate_left(3);
        texts.swap(1, 4);
        assert_eq!(told(&texts), expected);
    }
}

#[test]
fn a_reader_is_asked_only_where_there_are_several_stories() {
    let several = |texts: &[&str]| several_stories(&articles(texts)).is_some();
    assert!(several(&[FIRE, OTHER_FIRE].concat()));
    assert!(!several(&FIRE), "one story");
    assert!(!several(&[&FIRE[..], &[STRAY]].concat()), "one story and a stray article");
    assert!(!several(&[FIRE[0], OTHER_FIRE[0], STRAY]), "three articles that somebody chose");
    assert!(several(&[FIRE[0], OTHER_FIRE[0], STRAY, "Rain in Ulm\n\nIt rained in Ulm."]), "nothing in common");
    assert!(!several(&[]));
}

#[test]
fn one_article_twice_and_articles_without_words_are_stories_too() {
    let found = stories(&articles(&[STRAY, "", STRAY, "…"]));
    assert_eq!(places(&found), [vec![0, 2], vec![1], vec![3]]);
    assert!((found[0].likeness - 1.0).abs() < 1e-9);
}

#[test]
fn a_story_of_many_articles_is_not_torn() {
    // More articles than an article looks at in the index.
    let texts: Vec<String> = (0..400)
        .map(|number| {
            let (event, report) = if number % 2 == 0 { (FIRE, number / 2) } else { (OTHER_FIRE, number / 2) };
            format!("{}\n\nIt was told by reporter Q{}x.", event[report % 3], number)
        })
        .collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let found = stories(&articles(&texts));
    assert_eq!(found.iter().map(|story| story.articles.len()).collect::<Vec<_>>(), [200, 200]);
    assert!(found[0].articles.iter().all(|article| article.0 % 2 == 0));
}
