//! What the words around a name say of what it names: “the airline …”, “… said”, “…, a village in”.

use super::casing::{Casing, has_capital};
use super::cues::{self, Cues};
use super::gazetteer::{self, Sorts};
use super::pieces::Piece;
use super::votes::Votes;
use crate::segment::{Document, Shape, Term, WordKind};
use crate::text::Classes;

/// How many words an apposition may have up to its noun: “, the world's second largest carmaker,”.
const APPOSITION: usize = 7;

/// Reads what stands around the names of one document.
pub struct Around<'d> {
    pub document: &'d Document,
    pub casing: &'d Casing,
}

impl Around<'_> {
    /// The votes of the words around `piece`, whose key is `key`.
    pub fn votes(&self, piece: &Piece, key: Term) -> Votes {
        let mut votes = Votes { mentions: 1, ..Votes::default() };
        // “President Georgia Holm”, but “Commander Europe”.
        let whole = gazetteer::sorts(key);
        let country = whole.any(Sorts::COUNTRY) && !whole.any(Sorts::GIVEN);
        votes.person += if piece.titled && !country { 3 } else { 0 };
        votes += self.before(piece);
        votes += self.after(piece);
        votes += self.dateline(piece);
        votes
    }

    /// Word `index` in lower case where it stands in `sentence`, else nothing.
    fn folded(&self, index: Option<usize>, sentence: usize) -> &str {
        index
            .filter(|&index| self.document.words.get(index).is_some_and(|word| word.sentence() == sentence))
            .map_or("", |index| self.document.folded(index))
    }

    fn sorts(&self, index: usize) -> Sorts {
        self.document.words.get(index).map_or(Sorts::default(), |word| gazetteer::sorts(word.term))
    }

    fn before(&self, piece: &Piece) -> Votes {
        let mut votes = Votes::default();
        let (start, sentence) = (piece.words.start, self.document.words[piece.words.start].sentence());
        let back = |words: usize| self.folded(start.checked_sub(words), sentence);
        let article = matches!(back(1), "the" | "a" | "an");
        let skip = usize::from(article);
        let (word, further) = (back(1 + skip), back(2 + skip));
        // “The Hill”, “The Hague”: inside a sentence the capital makes the article a part of the name, as newspapers
        // and few places have it.
        let capital_article =
            back(1) == "the" && has_capital(&self.document.words[start - 1]) && !self.casing.is_forced(start - 1);
        if capital_article && !matches!(back(2), "\"" | "'") {
            votes.organisation += 1;
        }
        let apart = word == "," && matches!(self.folded(Some(piece.words.end), sentence), "," | "." | "'s");
        // “his wife, Ana,”, “the mayor, Ana Paz,”, “her son Tom”
        let office = |form: &str| cues::of(form).any(Cues::KIN) || gazetteer::sorts(Term::of(form)).any(Sorts::TITLE);
        votes.person += 3 * i32::from(cues::of(word).any(Cues::KIN) || (apart && office(further)));
        if piece.titled {
            // “producer Ana Paz”
        } else if cues::is_trade(word) || (apart && cues::is_trade(further)) || word == "based" {
            votes.organisation += 3;
        }
        if (matches!(word, "in" | "of") && cues::of(further).any(Cues::SHARE)) || cues::is_staff(further, word) {
            votes.organisation += 3;
        } else if word == "by" && cues::of(further).any(Cues::DONE_BY_COMPANY) {
            votes.organisation += 2;
        } else if word == "of" && cues::of(further).any(Cues::SETTLEMENT) {
            votes.place += 3;
        } else if !(self.is_of_another(piece)
            || article && !capital_article
            || word == "in" && cues::of(further).any(Cues::SHARE | Cues::TRUST))
        {
            votes.place += cues::before_place(word);
        }
        // A person's name has no article, unless a noun follows: “the Brunn Holm plan”.
        if article && piece.words.len() > 1 {
            votes.person -= 1;
        }
        if matches!(back(1), "a" | "an" | "its" | "their" | "his" | "her" | "my" | "your") && self.ends_phrase(piece) {
            votes.other += 2; // “bought an iPad”
        }
        votes
    }

    /// Whether a place that a preposition speaks of is rather what follows: “in Acme's plan”, “in Acme shares”.
    fn is_of_another(&self, piece: &Piece) -> bool {
        let sentence = self.document.words[piece.words.start].sentence();
        let next = self.folded(Some(piece.words.end), sentence);
        let common = piece.words.len() == 1 && {
            let word = &self.document.words[piece.words.start];
            word.is_known() && word.entry.capital_share() < 0.3
        };
        common || next == "'s" || cues::of(next).any(Cues::OF_ORGANISATION)
    }

    /// Whether no noun can follow the name: it ends a phrase.
    fn ends_phrase(&self, piece: &Piece) -> bool {
        let Some(next) = self.document.words.get(piece.words.end) else { return true };
        match next.kind {
            WordKind::Mark => matches!(self.document.folded(piece.words.end), "," | "." | ";" | "?" | "!" | ")"),
            WordKind::Word => {
                let classes = next.classes();
                classes.any(Classes::PREPOSITION | Classes::CONJUNCTION | Classes::AUXILIARY | Classes::PRONOUN)
                    && next.shape == Shape::Lower
                    && !classes.any(Classes::NOUN | Classes::ADJECTIVE)
            }
            WordKind::Clitic | WordKind::Figure => false,
        }
    }

    fn after(&self, piece: &Piece) -> Votes {
        let mut votes = Votes::default();
        let (start, end) = (piece.words.start, piece.words.end);
        let sentence = self.document.words[start].sentence();
        let after = |offset: usize| self.folded(end.checked_add(offset), sentence);
        let possessed = after(0) == "'s";
        let (next, second) = if possessed { (after(1), after(2)) } else { (after(0), after(1)) };
        let cue = cues::of(next);
        let chief = next == "chief" && cues::of(second).any(Cues::CHIEF);
        votes.organisation += 2 * i32::from(cue.any(Cues::OF_ORGANISATION) || chief);
        votes.other += 2 * i32::from(cue.any(Cues::OF_THING));
        if possessed {
            votes.person += 2 * i32::from(cue.any(Cues::OF_PERSON));
            votes.place += 2 * i32::from(cue.any(Cues::OF_PLACE));
            return votes;
        }
        // “the Brunnvik district”
        let settlement = cue.any(Cues::SETTLEMENT) && !matches!(next, "capital" | "city" | "resort");
        votes.place += 2 * i32::from(settlement);
        let figure = self
            .document
            .words
            .get(end)
            .is_some_and(|word| word.kind == WordKind::Figure && word.sentence() == sentence && !word.glued);
        if figure && piece.words.len() == 1 && self.document.words[start].shape != Shape::Title {
            votes.other += 2; // “iPhone 4”
        }
        votes.person += 2 * i32::from(next == "who" || (next == "," && second == "who"));
        votes.organisation += i32::from(next == "," && second == "which");
        // “The mayor of Brunnvik said”: the mayor did.
        let object =
            matches!(self.folded(start.checked_sub(1), sentence), "of" | "from" | "in" | "for" | "at" | "with");
        votes.acts += i32::from(cue.any(Cues::ACT) && !object);
        votes.organisation += 2 * i32::from(cue.any(Cues::ACT_OF_ORGANISATION));
        votes.person += 2 * i32::from(cue.any(Cues::ACT_OF_PERSON));
        let age = next == ","
            && matches!(after(2), "," | ".")
            && second.parse::<u32>().is_ok_and(|age| (5..110).contains(&age));
        votes.person += 4 * i32::from(age);
        if next == "-" {
            votes.place += 4 * i32::from(matches!(second, "based" | "area" | "born"));
            votes.organisation += 2 * i32::from(matches!(second, "owned" | "made" | "built"));
        }
        if next == "," {
            let place =
                self.document.words.get(end + 1).is_some_and(has_capital) && self.sorts(end + 1).any(Sorts::PLACE);
            if place && after(2) != "'s" {
                votes.place += 2;
            }
            votes += self.apposition(end + 1, sentence);
        }
        votes
    }

    /// What the noun of “the carmaker”, “a former lawyer”, “Acme's rival” says, where such words begin at `index`.
    fn apposition(&self, index: usize, sentence: usize) -> Votes {
        let mut votes = Votes::default();
        let determined = matches!(self.folded(Some(index), sentence), "the" | "a" | "an" | "its" | "another");
        let (mut begun, mut noun, mut ended) = (determined, None, false);
        let index = index + usize::from(determined);
        for place in index..index + APPOSITION {
            let form = self.folded(Some(place), sentence);
            begun |= form == "'s" && place <= index + 2;
            let Some(word) = self.document.words.get(place).filter(|_| !form.is_empty()) else { break };
            let stops = word.kind == WordKind::Mark && form != "-"
                || (word.classes().any(Classes::PREPOSITION | Classes::CONJUNCTION | Classes::AUXILIARY)
                    && !word.classes().any(Classes::NOUN | Classes::ADJECTIVE))
                || matches!(form, "of" | "in" | "for" | "who" | "that" | "which" | "and");
            if stops {
                ended = true;
                break;
            }
            noun = Some(place);
        }
        let Some(noun) = noun.filter(|_| begun && ended) else { return votes };
        let sorts = cues::apposition(self.document.folded(noun));
        votes.organisation += 3 * i32::from(sorts.any(Sorts::ORGANISATION));
        votes.place += 3 * i32::from(sorts.any(Sorts::PLACE));
        votes.person += 2 * i32::from(sorts.any(Sorts::TITLE));
        votes
    }

    /// A dateline's place: “HALMSTAD (Agency) -”, “LISBON -”.
    fn dateline(&self, piece: &Piece) -> Votes {
        let sentence = self.document.words[piece.words.start].sentence();
        let begins = self.document.sentences.get(sentence).is_some_and(|whole| whole.words.start == piece.words.start);
        let end = piece.words.end;
        // The agency has at most four words: “(The Harbor Gazette)”.
        let dash = match self.folded(Some(end), sentence) {
            "(" => (end + 2..end + 6)
                .find(|&close| self.folded(Some(close), sentence) == ")")
                .is_some_and(|close| self.folded(Some(close + 1), sentence) == "-"),
            "-" => {
                // Not “FILE - The bridge in May”.
                let first = &self.document.words[piece.words.start];
                first.shape == Shape::Upper
                    && !(first.is_known() && first.entry.capital_share() < 0.3)
                    && !self.document.words[end].glued
            }
            _ => false,
        };
        Votes { place: 3 * i32::from(begins && dash), ..Votes::default() }
    }
}
