//! Which forms belong together: a forest of unions, and for a short name that several bear the choice made for each of
//! its mentions.

use std::collections::BTreeMap;

use crate::link::MentionId;

/// Forms put together.
pub struct Clusters {
    parents: Vec<usize>,
    sizes: Vec<usize>,
    /// Mentions that belong to another form's cluster than their own form.
    placed: BTreeMap<MentionId, usize>,
}

impl Clusters {
    /// Every one of `forms` forms alone.
    pub fn new(forms: usize) -> Self {
        Self { parents: (0..forms).collect(), sizes: vec![1; forms], placed: BTreeMap::new() }
    }

    /// The form that stands for the cluster of `form`.
    pub fn root(&self, form: usize) -> usize {
        let mut root = form;
        while self.parents[root] != root {
            root = self.parents[root];
        }
        root
    }

    /// Puts the clusters of two forms together, the smaller under the larger, so that no path grows long.
    pub fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if a != b {
            let (large, small) = if self.sizes[a] >= self.sizes[b] { (a, b) } else { (b, a) };
            self.parents[small] = large;
            self.sizes[large] += self.sizes[small];
        }
    }

    /// Whether the cluster of `form` has no other form.
    pub fn is_alone(&self, form: usize) -> bool {
        self.sizes[self.root(form)] == 1
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
