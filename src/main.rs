//! The program `kichban`.

fn main() {}
