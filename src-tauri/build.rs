//! What the shell is built from: the window settings, the permissions, the UI.

fn main() {}
