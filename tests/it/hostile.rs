//! Text meant to do harm, or far too much of it: kept as it is, printed as
//! words, never a panic.
