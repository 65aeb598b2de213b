//! Times in a row, of which only the last tells that they are times: “at 6, 10 and 12 o'clock”, “at 5 and 11 p.m.”.

use super::hours::{Form, Half, Told};
use super::{Reader, Reading};

/// So many times a row may have besides the last.
const ROW_TIMES: usize = 4;

impl Reader<'_> {
    /// A bare hour in such a row, in the half of the day that the last one tells, unless that would put it behind.
    pub(super) fn listed_time(&self, at: usize, told: &Told) -> Option<Reading> {
        if told.half.is_some() || told.form != Form::Bare || !self.in_row(at) {
            return None;
        }
        let last = self.last_of_row(told.end)?;
        let end = last.time.in_half(last.half)?;
        let time = [last.half, Some(Half::Morning)]
            .into_iter()
            .filter_map(|half| told.time.in_half(half))
            .find(|time| time.minutes() < end.minutes())?;
        Some(Reading { end: told.end, timex: time.timex() })
    }

    /// Whether “at” opens the row in which word `at` stands.
    fn in_row(&self, at: usize) -> bool {
        let mut place = at;
        for _ in 0..ROW_TIMES {
            match self.before(place) {
                "at" => return true,
                "and" | "or" | "," => {}
                _ => return false,
            }
            let joint = if self.is_before(place, &["and", "or"]) && self.back(place, 2) == "," { 2 } else { 1 };
            match place.checked_sub(joint + 1) {
                Some(before) if self.same_sentence(before, at) && self.told_time(before).is_some() => place = before,
                _ => return false,
            }
        }
        false
    }

    /// The time that ends the row going on at `end`: the first with “o'clock” or its half of the day.
    fn last_of_row(&self, mut end: usize) -> Option<Told> {
        for _ in 0..ROW_TIMES {
            let comma = usize::from(self.word(end) == ",");
            let word = usize::from(self.is(end + comma, &["and", "or"]));
            let next = self.told_time(end + comma + word).filter(|_| comma + word > 0)?;
            if next.form == Form::OClock || next.half.is_some() {
                return self.same_sentence(end - 1, next.end - 1).then_some(next);
            }
            if next.form != Form::Bare {
                return None;
            }
            end = next.end;
        }
        None
    }
}
