//! The reader: the articles side by side in a terminal, with the apparatus beneath them.
