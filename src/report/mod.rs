//! [`Analysis`](crate::analysis::Analysis) and [`Notebook`](crate::notes::Notebook) → text for others.
