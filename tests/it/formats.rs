//! Files for other programs, read back by readers that did not write them.

mod archives;
mod calendars;
mod package;
mod tables;
mod words;
