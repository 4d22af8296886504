//! Planning scenarios for a province: output, labour and shares by sector to 2030.

pub mod lang;
pub mod text;
