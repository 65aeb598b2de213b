//! What the rest of an article says about a word or sign that several countries have for their money: “pesos”, “$”.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::Telling;
use crate::extract::currencies::{self, Family, Member};
use crate::extract::line::Line;
use crate::segment::{Document, Shape, Term};

/// An article's currencies; looked up only when a sum needs it.
pub struct Setting<'d> {
    document: &'d Document,
    /// How many sums name each currency outright.
    told: HashMap<&'static str, usize>,
    /// Whether the writer's own dollars are not those of the United States; see [`is_contrasted`].
    has_own_dollar: bool,
    /// Whether any sum is told in dollars of some sort.
    has_dollars: bool,
    /// How often each capitalised word stands in the article.
    names: OnceCell<HashMap<Term, usize>>,
    /// The currency of a bare “$”.
    dollar: OnceCell<&'static str>,
}

impl<'d> Setting<'d> {
    /// The setting of `tellings`, all the sums of `document` in reading order.
    pub fn new(document: &'d Document, tellings: &[Telling]) -> Self {
        let mut told = HashMap::new();
        for code in tellings.iter().filter_map(|telling| telling.unit.family.only()) {
            *told.entry(code).or_insert(0) += 1;
        }
        Self {
            document,
            has_own_dollar: tellings.windows(2).any(|pair| is_contrasted(document, &pair[0], &pair[1])),
            has_dollars: tellings.iter().any(|telling| telling.unit.family.has("USD") && telling.unit.per_unit == 1),
            told,
            names: OnceCell::new(),
            dollar: OnceCell::new(),
        }
    }

    /// Which of the family the article means.
    pub fn currency(&self, family: &Family) -> &'static str {
        if let Some(only) = family.only() {
            return only;
        }
        match family.usual() {
            // Cents are of dollars or of euros.
            "USD" if family.has("EUR") && !self.has_dollars && self.told.contains_key("EUR") => "EUR",
            "USD" => self.dollar(family),
            usual => self
                .most_told(family)
                // Naming Egypt more than Britain does not make the pounds of an English paper Egyptian.
                .or_else(|| {
                    family.members.first().filter(|first| usual == "GBP" && self.names(first) > 0).map(|_| usual)
                })
                .or_else(|| self.most_named(family))
                .unwrap_or(usual),
        }
    }

    /// The member that most sums name outright; the earlier in the table of equally many.
    fn most_told(&self, family: &Family) -> Option<&'static str> {
        let counted = family.members.iter().filter_map(|member| Some((*self.told.get(member.code)?, member.code)));
        counted.rev().max_by_key(|(count, _)| *count).map(|(_, code)| code)
    }

    /// The member whose country the article names most.
    fn most_named(&self, family: &Family) -> Option<&'static str> {
        let counted = family.members.iter().map(|member| (self.names(member), member.code));
        counted.rev().max_by_key(|(count, _)| *count).filter(|(count, _)| *count > 0).map(|(_, code)| code)
    }

    /// How often the article names the member's country.
    fn names(&self, member: &Member) -> usize {
        let names = self.names.get_or_init(|| {
            let mut names = HashMap::new();
            for word in self.document.words.iter().filter(|word| matches!(word.shape, Shape::Title | Shape::Upper)) {
                *names.entry(word.term).or_insert(0) += 1;
            }
            names
        });
        member.countries.split(' ').filter_map(|name| names.get(&Term::of(name))).sum()
    }

    /// US dollars, unless the article says that its figures are “in Canadian dollars”, or sets its own against “US$”.
    fn dollar(&self, family: &Family) -> &'static str {
        self.dollar.get_or_init(|| {
            let said = (0..self.document.words.len()).find_map(|at| self.said(at));
            said.or_else(|| self.has_own_dollar.then(|| self.most_named(&without_us(family)))?).unwrap_or("USD")
        })
    }

    /// The currency of “in Canadian dollars” at word `at`.
    fn said(&self, at: usize) -> Option<&'static str> {
        let is_told = self.document.folded(at) == "in" && self.document.folded(at + 1) != "us";
        let line = is_told.then(|| Line::around(self.document, at))?;
        let found = currencies::after(line, at + 1)?;
        (line.word(found.end - 1) == "dollars").then(|| found.currency.family.only())?
    }
}

fn without_us(family: &Family) -> Family {
    Family { members: family.members.iter().filter(|member| member.code != "USD").copied().collect() }
}

/// Whether two neighbouring sums are one, told in a bare “$” and in outright US dollars: “$52 million (US$40 million)”.
/// Who writes so has dollars of his own, each worth less than a US dollar, as all others are (but for small change in
/// some years): where the figure grows, the “$” is damage done to another sign.
fn is_contrasted(document: &Document, first: &Telling, second: &Telling) -> bool {
    let is_us = |telling: &Telling| telling.unit.family.only() == Some("USD");
    let is_bare = |telling: &Telling| telling.unit.family.has("USD") && telling.unit.family.only().is_none();
    let line = Line::around(document, first.words.start);
    let is_worth_less = |own: &Telling, us: &Telling| is_bare(own) && is_us(us) && own.amount.number > us.amount.number;
    let is_bracketed = line.word(first.words.end) == "(" && second.words.start <= first.words.end + 2;
    is_bracketed && (is_worth_less(first, second) || is_worth_less(second, first))
}
