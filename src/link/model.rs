//! Evidence added up: named numbers, each with a weight, put through a logistic function.
//!
//! The weights come from a logistic regression over annotated stories (`.ci/fit`, which reads what
//! `examples/evidence.rs` prints); each table says what it was fitted on.

/// Pieces of evidence by name with their weights, and the bias that all of them must outweigh.
#[derive(Debug)]
pub struct Model<const N: usize> {
    /// What each piece of evidence is called.
    pub names: [&'static str; N],
    /// What one unit of it counts.
    pub weights: [f64; N],
    /// What stands against it all.
    pub bias: f64,
}

impl<const N: usize> Model<N> {
    /// How probable the evidence makes it, 0 to 1.
    pub fn probability(&self, evidence: &[f64; N]) -> f64 {
        let sum: f64 = self.weights.iter().zip(evidence).map(|(weight, evidence)| weight * evidence).sum();
        1.0 / (1.0 + (-(self.bias + sum)).exp())
    }
}

/// 1 for yes, 0 for no.
pub fn yes(condition: bool) -> f64 {
    f64::from(u8::from(condition))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evidence_that_outweighs_the_bias_is_more_probable_than_not() {
        let model = Model { names: ["alike", "apart"], weights: [3.0, -2.0], bias: -1.0 };
        assert!(model.probability(&[1.0, 0.0]) > 0.5);
        assert!(model.probability(&[1.0, 1.5]) < 0.5);
        assert!((model.probability(&[1.0, 1.0]) - 0.5).abs() < 1e-9);
    }
}
