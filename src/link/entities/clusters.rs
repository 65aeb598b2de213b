//! Which forms belong together: a forest of unions, and for a short name that several bear the choice made for each of
//! its mentions.

use std::collections::BTreeMap;

use crate::link::MentionId;

/// Forms put together.
pub struct Clusters {
    parents: Vec<usize>,
    /// Mentions that belong to another form's cluster than their own form.
    placed: BTreeMap<MentionId, usize>,
}

impl Clusters {
    /// Every one of `forms` forms alone.
    pub fn new(forms: usize) -> Self {
        Self { parents: (0..forms).collect(), placed: BTreeMap::new() }
    }

    /// The form that stands for the cluster of `form`.
    pub fn root(&self, form: usize) -> usize {
        let mut root = form;
        while self.parents[root] != root {
            root = self.parents[root];
        }
        root
    }

    /// Puts the clusters of two forms together.
    pub fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        let (low, high) = (a.min(b), a.max(b));
        self.parents[high] = low;
        // Every path stays short: whoever pointed to `high` is two steps from `low`, and halved on the next join.
        let grandparent = self.parents[low];
        self.parents[high] = grandparent;
    }

    /// Puts one mention into the cluster of `form`, whatever its own form's is.
    pub fn place(&mut self, mention: MentionId, form: usize) {
        self.placed.insert(mention, form);
    }

    /// Whether the mention has been put somewhere.
    pub fn is_placed(&self, mention: MentionId) -> bool {
        self.placed.contains_key(&mention)
    }

    /// The cluster of a mention of `form`.
    pub fn of(&self, mention: MentionId, form: usize) -> usize {
        self.root(self.placed.get(&mention).copied().unwrap_or(form))
    }
}
