//! What names are found in a text, and what they name.

use super::*;
use crate::segment::segment;

/// Reads the names of a text in which each is marked: `[p Ana Paz]` a person, `o` an organisation, `l` a place,
/// `x` anything else.
fn check(marked: &str) {
    let mut text = String::new();
    let mut expected = Vec::new();
    let mut parts = marked.split('[');
    text.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (name, rest) = part.split_once(']').expect("a closing bracket");
        let (kind, name) = name.split_once(' ').expect("a letter and a name");
        expected.push((name.to_owned(), kind.to_owned()));
        text.push_str(name);
        text.push_str(rest);
    }
    let document = segment(text.as_str().into());
    let found: Vec<_> = names(&document)
        .iter()
        .map(|mention| {
            let Value::Name(kind) = mention.value else { panic!("not a name") };
            let letter = match kind {
                NameKind::Person => "p",
                NameKind::Organisation => "o",
                NameKind::Place => "l",
                NameKind::Other => "x",
            };
            (mention.span.of(&text).to_owned(), letter.to_owned())
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn titles_and_offices_are_no_part_of_a_name() {
    check("On Monday President [p Ana Paz] met Prime Minister [p Tom Berg] in [l Lisbon].");
    check("The speech by [l Quito] Mayor [p Rosa Lind] was short.");
    check("Former Secretary of State [p Ana Paz] and Gen. [p Peter Holm] left.");
    check("He wrote to Lt. Col. [p Ivan Marek] about it.");
    check("They saw the prime minister, the Foreign Minister and the Senator.");
}

#[test]
fn titles_that_are_words_leave_things_alone() {
    check("The staff of [o General Dynamics] went to [l King Street] with Judge [p Ruth Adler].");
}

#[test]
fn names_go_on_over_initials_particles_and_hyphens() {
    check("It was told by [p Ana M. Paz], [p Jean-Luc Moreau], [p Maria de la Cruz] and [p Omar al-Masri].");
    check("The speech of [p John Hale Jr.] was long.");
}

#[test]
fn organisations_hold_small_words_and_common_ones() {
    check("The [o Ministry of Finance] asked the [o University of Porto] and the [o Food and Drug Administration].");
    check("They sued [o Holm & Sons Ltd] and the [o People's Bank] on Friday.");
    check("An [o American Bankers Association] report named [o NATO] too.");
}

#[test]
fn a_capital_at_a_sentence_start_is_no_name_yet() {
    check("Water rose. People fled. However, [p Maria Lind] stayed. Prices fell.");
    check("He said: “Nobody knows.” “Never,” she said.");
    check("Pancake mix sold out. The [x Pancake House] closed. [x Pancake House] guests left.");
}

#[test]
fn headlines_and_shouting_say_nothing_by_capitals() {
    check("Deep Water Rises Again After Heavy Storm In [l Lisbon]\n\nThe water rose by two metres on Sunday.");
    check("WATER RISES AGAIN IN [l LISBON]\n\nThe water rose by two metres.");
}

#[test]
fn days_months_and_beliefs_are_no_names() {
    check("[l Norwegian] and [l Chinese] officials met on Tuesday in March; Muslims and Democrats came.");
    check("The Israeli [p Noa Levi] won the [x French Open] in [l South Korea], a [l South Korean] paper said.");
}

#[test]
fn places_are_told_by_lists_and_by_what_stands_around() {
    check("In [l Norway] and near [l Brunnvik], the [l Mill River] rose; a [l Lisbon]-based firm closed.");
    check("[l HALMSTAD], [l Sweden] — Rain fell for days in [l Halmstad].");
}

#[test]
fn a_surname_alone_is_the_person_of_the_full_name() {
    check("The mayor, [p Ana Sorel], resigned. [p Sorel] had led the town for years.");
}

#[test]
fn names_side_by_side_part_where_each_stands_alone_elsewhere() {
    check(
        "A [l Denver] [x Pancake House] burned. [x Pancake House] closed. The [x Pancake House] will open in [l Denver].",
    );
}

#[test]
fn addresses_and_tags_name_nothing() {
    check("See https://www.Example.com/Ana-Paz and #Vote for it, wrote [x @anapaz] on Sunday.");
}

#[test]
fn odd_text_is_no_trouble() {
    for text in
        ["", ".", "'s", "“", "A.", "@", "of the", "al-", "-A-", "Dr.", "Inc.", "21st", "X's", "The", "&", "Ä ß Ω"]
    {
        let document = segment(text.into());
        for mention in names(&document) {
            assert!(!mention.words.is_empty() && !mention.span.is_empty(), "{text}");
        }
    }
}

#[test]
fn adjectives_of_countries_speak_of_the_place() {
    check(
        "The [l Norwegian] economy and [l South Korean] ships; a [l Danish]-owned firm; [l Peruvian] and [l Chilean] mines.",
    );
    check("[l Norwegian] Prime Minister [p Ana Holm] saw [l Canadian] or [l US] officials.");
}

#[test]
fn peoples_and_languages_are_no_places() {
    check("A Norwegian and two Danes sang in Swedish. Peruvians said nothing. The French left.");
    check("It is a Norwegian word, and Danish speakers know it. The Irish-American paper closed.");
}

#[test]
fn what_a_body_does_types_it() {
    check("The airline [o Brunnair] grew. Later [o Brunnair] shrank.");
    check("He sued chipmaker [o Holmtec]. The carmaker, [o Vantora], closed.");
    check("The lawmaker [p Holm] spoke.");
}

#[test]
fn owners_and_staff_type_a_body() {
    check("They bought a stake in [o Vantora]. He saw jobs at [o Vantora].");
    check("The founder of [o Brunnair] said so. A plant owned by [o Holmtec] closed.");
    check("He has trust in [x Vantora].");
    check("Rain fell on the [l Brunnvik] district. A [l Norwegian] e-commerce giant closed.");
    check("They live in [l Brunnvik]. It is the port of [l Brunnvik].");
}

#[test]
fn appositions_type_what_they_stand_beside() {
    check("Later [o Vantora], the world's largest carmaker, closed. He left [l Brunnvik], a village in the north.");
    check("Later [p Sorel], a former lawyer, spoke. Then [p Holm], 49, left with his wife, [p Pia], and slept.");
    check("Then [x Vantora], the agency said, was wrong.");
}

#[test]
fn acronyms_and_their_expansions_are_one_kind() {
    check("The [o National Harbor Council] ([o NHC]) met.");
    check("It has a surface air missile ([x SAM]).");
    check("Under the [x Harbor Safety Act] ([x HSA]) it is banned.");
}

#[test]
fn a_long_name_and_its_first_word_are_one_kind() {
    check("A stake in [o Vantora Holm] was sold. He was skewed towards [o Vantora].");
}

#[test]
fn names_of_which_nothing_is_known_are_what_they_are_listed_with() {
    check("The airlines [o Brunnair] and [o Vantora] closed.");
    check("He saw [l Lisbon] and [x Vantora].");
}

#[test]
fn companies_in_a_country_are_no_places() {
    check("The board of [o Vantora Canada] met [o Brunn North America].");
    check("They saw [l North America] and [l West Africa].");
}

#[test]
fn directions_end_companies_and_begin_places() {
    check("They flew with [o China Western] to [l Western Australia].");
}

#[test]
fn laws_prizes_storms_and_products_are_other_things() {
    check("He won the [x Harbor Prize] after [x Hurricane Maria] and read the [x Clean Rivers Act].");
    check("He bought an [x iPod] and the [o eBay] firm.");
    check("The [x Marburg] virus spread; a [x Marburg] patient died of [x Marburg].");
}

#[test]
fn an_article_with_a_capital_begins_newspapers() {
    check("She told The [o Bystander] that it rained.");
    check("She told the [x Bystander] that it rained.");
}

#[test]
fn datelines_begin_with_a_place() {
    check("[l BRUNNVIK] ([o Reuters]) - The water rose.");
    check("FILE - The bridge fell.");
}

#[test]
fn a_common_surname_told_in_full_is_known_at_a_sentence_start() {
    check("The singer is [p Anna Banks]. [p Banks] left early.");
    check("The singer is [p Anna Holm]. Banks closed early.");
    check("The singer is [p Anna Banks]. All banks shut. Banks closed early.");
}

#[test]
fn family_names_are_people() {
    check("He heard that [p Johnson] said no.");
    check("He heard that [o Vantora] said no.");
}

#[test]
fn interjections_are_no_names() {
    check("“Yes,” he said. “Oh, wow. Thanks.”");
}

#[test]
fn who_speaks_after_a_preposition_is_somebody_before_it() {
    check("Mayor [p Ana Sorel] of [x Brunnvik] said that it rained.");
    check("He heard that [o Brunnvik] said no.");
}

#[test]
fn a_person_after_a_place_is_another_name() {
    check("Prime Minister of [l Norway] [p Ana Holm] met Chief of Staff [p Tom Berg].");
    check("He flew on [o Harbor Airlines] Flight 447.");
}

#[test]
fn titles_that_are_adjectives_make_no_person() {
    check("Three major [l United States] banks closed.");
}

#[test]
fn newspapers_keep_their_last_word() {
    check("A [o Lisbon Post] reporter asked [o Harbor News]' [p Ana Paz].");
}

#[test]
fn a_government_is_named_by_its_place() {
    check("It sued the [l United States] Government. The Norwegian Government paid.");
}

proptest::proptest! {
    #[test]
    fn names_never_overlap(text in "([A-Z][a-z]{0,5}|[a-z]{1,4}|of|the|and|al|Jr|Dr|US|South|Korean|Bank|[-'’.,&@()\"“”—]|[0-9]{1,3}|\\PC|[ \n]){0,40}") {
        let document = segment(text.as_str().into());
        let mut from = 0;
        for name in names(&document) {
            proptest::prop_assert!(!name.words.is_empty() && name.words.start >= from, "{text:?}");
            proptest::prop_assert_eq!(name.span, document.span_of(name.words.clone()));
            from = name.words.end;
        }
    }
}

#[test]
fn an_acronym_of_the_article_gives_a_sentences_first_word_to_the_name() {
    check("[o Advanced Harbor Devices] said that [o AHD] grew.");
    check("Advanced [o Harbor Devices] said that it grew.");
}

#[test]
fn letters_with_a_hyphen_are_an_acronym_and_an_ordinal_stays_with_its_office() {
    check("On Monday [o B-D] fell.");
    check("The book is on the [x 9th King] of the club.");
}

#[test]
fn two_letters_are_a_state_only_where_one_stands() {
    check("They met in [l Hartford], [l CT] and left.");
    check("The man told the [o VA] that he had left.");
}

#[test]
fn hyphenated_given_names_begin_a_persons_name() {
    check("The cellist [p Yo-Yo Ma] played.");
    check("They like [o Rolls-Royce Holdings] still.");
}

#[test]
fn an_acronym_owns_what_follows_and_is_no_part_of_it() {
    check("They left [o AHD]'s [o Harbor Alliance] and the [o People's Bank].");
}
