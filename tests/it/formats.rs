//! Files for other programs, read back by readers that did not write them.

mod archives;
mod calendars;
mod tables;
mod words;
