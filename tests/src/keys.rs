//! Keys by their DOM names, and chords of them: `Control+n`, `Shift+ArrowDown`.

use crate::fault::{Fault, Outcome};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};

/// The presses and releases of a chord.
pub(crate) fn chord(keys: &str) -> Outcome<KeyActions> {
    let keys: Vec<char> = keys.split('+').map(key).collect::<Outcome<_>>()?;
    let down = keys.iter().map(|&value| KeyAction::Down { value });
    let up = keys.iter().rev().map(|&value| KeyAction::Up { value });
    Ok(sequence(down.chain(up)))
}

/// Typing a text, key by key.
pub(crate) fn typing(text: &str) -> KeyActions {
    sequence(text.chars().flat_map(|letter| {
        let value = if letter == '\n' { ENTER } else { letter };
        [KeyAction::Down { value }, KeyAction::Up { value }]
    }))
}

fn sequence(actions: impl Iterator<Item = KeyAction>) -> KeyActions {
    actions.fold(KeyActions::new("keyboard".into()), |keys, action| {
        keys.then(action)
    })
}

const ENTER: char = '\u{e007}';

/// The code points that WebDriver gives to keys without a letter.
fn key(name: &str) -> Outcome<char> {
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return Ok(letter);
    }
    Ok(match name {
        "Plus" => '+',
        "Space" => ' ',
        "Backspace" => '\u{e003}',
        "Tab" => '\u{e004}',
        "Enter" => ENTER,
        "Shift" => '\u{e008}',
        "Control" => '\u{e009}',
        "Alt" => '\u{e00a}',
        "Escape" => '\u{e00c}',
        "PageUp" => '\u{e00e}',
        "PageDown" => '\u{e00f}',
        "End" => '\u{e010}',
        "Home" => '\u{e011}',
        "ArrowLeft" => '\u{e012}',
        "ArrowUp" => '\u{e013}',
        "ArrowRight" => '\u{e014}',
        "ArrowDown" => '\u{e015}',
        "Insert" => '\u{e016}',
        "Delete" => '\u{e017}',
        "F1" => '\u{e031}',
        "F2" => '\u{e032}',
        "F5" => '\u{e035}',
        "Meta" => '\u{e03d}',
        unknown => return Err(Fault::Key(unknown.into())),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_names_are_keys_and_nothing_else() {
        assert_eq!(key("n").unwrap(), 'n');
        assert_eq!(key("Escape").unwrap(), '\u{e00c}');
        assert!(key("Ctrl").is_err());
        assert!(key("").is_err());
    }
}
