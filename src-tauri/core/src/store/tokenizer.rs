//! The FTS5 tokenizer `indonesian`: words, folded and stemmed, so that
//! "layanan" finds "pelayanan" and "dilayani".
//!
//! SQLite keeps tokenizers per connection, so [`register`] runs on every one.
//! This is the only unsafe code of the crate: SQLite's tokenizer interface is a
//! table of C function pointers.
#![allow(
    unsafe_code,
    reason = "SQLite's tokenizer interface is a table of C functions"
)]

use std::ffi::{c_char, c_int, c_void};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr;

use rusqlite::{Connection, ffi};
use snowball_stemmers_rs::{Algorithm, Stemmer};

type OnToken =
    unsafe extern "C" fn(*mut c_void, c_int, *const c_char, c_int, c_int, c_int) -> c_int;

/// Words as long as this are indexed unstemmed, longer ones cut to it; in bytes.
const LONGEST_WORD: usize = 64;

/// Adds the tokenizer to `connection`.
///
/// # Errors
/// When SQLite was built without FTS5 or is out of memory.
pub(super) fn register(connection: &Connection) -> rusqlite::Result<()> {
    let api = fts5_api(connection)?;
    let mut functions = ffi::fts5_tokenizer {
        xCreate: Some(create),
        xDelete: Some(delete),
        xTokenize: Some(tokenize),
    };
    // SAFETY: `api` was just handed out by this connection and outlives the
    // call; SQLite copies `functions`; there is no user data to destroy.
    let code = unsafe {
        let create_tokenizer = (*api)
            .xCreateTokenizer
            .ok_or(rusqlite::Error::InvalidQuery)?;
        create_tokenizer(
            api,
            c"indonesian".as_ptr(),
            ptr::null_mut(),
            &raw mut functions,
            None,
        )
    };
    check(code)
}

fn check(code: c_int) -> rusqlite::Result<()> {
    if code == ffi::SQLITE_OK {
        return Ok(());
    }
    Err(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None))
}

/// Asks the connection for its FTS5 interface, the documented way: a pointer
/// bound to `SELECT fts5(?1)`.
fn fts5_api(connection: &Connection) -> rusqlite::Result<*mut ffi::fts5_api> {
    let mut api: *mut ffi::fts5_api = ptr::null_mut();
    let mut statement: *mut ffi::sqlite3_stmt = ptr::null_mut();
    // SAFETY: the handle is open for the whole call, the statement is finalised
    // before leaving, and the pointer type name is the one SQLite documents.
    unsafe {
        let handle = connection.handle();
        let sql = c"SELECT fts5(?1)".as_ptr();
        check(ffi::sqlite3_prepare_v2(
            handle,
            sql,
            -1,
            &raw mut statement,
            ptr::null_mut(),
        ))?;
        let name = c"fts5_api_ptr".as_ptr();
        let target = (&raw mut api).cast::<c_void>();
        let bound = check(ffi::sqlite3_bind_pointer(statement, 1, target, name, None));
        ffi::sqlite3_step(statement);
        ffi::sqlite3_finalize(statement);
        bound?;
    }
    if api.is_null() {
        Err(rusqlite::Error::InvalidQuery)
    } else {
        Ok(api)
    }
}

unsafe extern "C" fn create(
    _context: *mut c_void,
    _arguments: *mut *const c_char,
    _count: c_int,
    out: *mut *mut ffi::Fts5Tokenizer,
) -> c_int {
    let stemmer = Box::new(Stemmer::create(Algorithm::Indonesian));
    // SAFETY: SQLite passes a valid place for the new tokenizer, which it gives
    // back to `delete` exactly once.
    unsafe { *out = Box::into_raw(stemmer).cast() };
    ffi::SQLITE_OK
}

unsafe extern "C" fn delete(tokenizer: *mut ffi::Fts5Tokenizer) {
    // SAFETY: made by `create` from a Box of the same type, deleted once.
    drop(unsafe { Box::from_raw(tokenizer.cast::<Stemmer>()) });
}

unsafe extern "C" fn tokenize(
    tokenizer: *mut ffi::Fts5Tokenizer,
    context: *mut c_void,
    _flags: c_int,
    text: *const c_char,
    length: c_int,
    on_token: Option<OnToken>,
) -> c_int {
    let (Some(on_token), Ok(length)) = (on_token, usize::try_from(length)) else {
        return ffi::SQLITE_OK;
    };
    if text.is_null() {
        return ffi::SQLITE_OK;
    }
    // SAFETY: SQLite passes `length` readable bytes and the tokenizer that
    // `create` made, both for the duration of the call.
    let (bytes, stemmer) = unsafe {
        (
            std::slice::from_raw_parts(text.cast::<u8>(), length),
            &*tokenizer.cast::<Stemmer>(),
        )
    };
    let mut emit = |token: &str, start: usize, end: usize| -> c_int {
        // SAFETY: the token is readable for the call, which copies it; the
        // offsets lie inside a text whose length fits a C int.
        unsafe {
            let token_length = token.len() as c_int;
            on_token(
                context,
                0,
                token.as_ptr().cast(),
                token_length,
                start as c_int,
                end as c_int,
            )
        }
    };
    // A panic must not cross into C.
    catch_unwind(AssertUnwindSafe(|| each_word(bytes, stemmer, &mut emit)))
        .unwrap_or(ffi::SQLITE_ERROR)
}

/// Calls `emit` with the stem and byte range of each word, until it says stop.
fn each_word(
    bytes: &[u8],
    stemmer: &Stemmer,
    emit: &mut dyn FnMut(&str, usize, usize) -> c_int,
) -> c_int {
    // FTS5 may hand over text cut in the middle of a character.
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default(),
    };
    for (from, word) in words(text) {
        let code = emit(&stem(word, stemmer), from, from + word.len());
        if code != ffi::SQLITE_OK {
            return code;
        }
    }
    ffi::SQLITE_OK
}

/// The words of a text as they stand in it, each with where it begins, in bytes.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text[from..].find(is_word_character)?;
        let rest = &text[start..];
        let length = rest.find(|c| !is_word_character(c)).unwrap_or(rest.len());
        from = start + length;
        Some((start, &text[start..from]))
    })
}

/// Letters, digits and the marks that Arabic and Javanese put on letters.
fn is_word_character(character: char) -> bool {
    character.is_alphanumeric()
        || ('\u{0300}'..='\u{036f}').contains(&character)
        || ('\u{064b}'..='\u{065f}').contains(&character)
        || ('\u{a980}'..='\u{a9c0}').contains(&character)
}

fn stem(word: &str, stemmer: &Stemmer) -> String {
    let folded = fold(word);
    if folded.len() < LONGEST_WORD {
        return stemmer.stem(&folded).into_owned();
    }
    folded
}

/// A word without its capitals, and cut when it is longer than any word is.
pub(super) fn fold(word: &str) -> String {
    let mut folded = word.to_lowercase();
    let end = (0..=LONGEST_WORD.min(folded.len()))
        .rev()
        .find(|&at| folded.is_char_boundary(at));
    folded.truncate(end.unwrap_or(0));
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn database(texts: &[&str]) -> Connection {
        let connection = Connection::open_in_memory().unwrap();
        register(&connection).unwrap();
        connection
            .execute_batch("CREATE VIRTUAL TABLE note USING fts5(body, tokenize='indonesian')")
            .unwrap();
        for text in texts {
            connection
                .execute("INSERT INTO note VALUES (?1)", [text])
                .unwrap();
        }
        connection
    }

    fn hits(connection: &Connection, query: &str) -> i64 {
        connection
            .query_row(
                "SELECT count(*) FROM note WHERE note MATCH ?1",
                [query],
                |row| row.get(0),
            )
            .unwrap()
    }

    #[test]
    fn layanan_finds_pelayanan_and_dilayani() {
        let texts = [
            "Mall Pelayanan Publik",
            "warga dilayani satu loket",
            "pantai dan wisata",
        ];
        assert_eq!(hits(&database(&texts), "layanan"), 2);
    }

    #[test]
    fn capitals_digits_and_very_long_words_are_found() {
        let long = "x".repeat(5000);
        let connection = database(&["Loket 12 ANTREAN", &long]);
        assert_eq!(hits(&connection, "antrean"), 1);
        assert_eq!(hits(&connection, "12"), 1);
        assert_eq!(hits(&connection, &long), 1);
    }
}
