-- Parts of words are looked up among the distinct words instead of in a second
-- full-text index of letters, which cost more to write than all else of a save.
DROP TABLE letters;

CREATE TABLE word (
    word TEXT PRIMARY KEY,
    -- How many records say it.
    records INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
