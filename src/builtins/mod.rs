//! What every program sees without importing anything.

pub mod docs;
pub mod exceptions;
pub mod functions;
pub mod percent_format;
pub mod site;
pub mod template_format;
pub mod types;
