//! Collects the Python sources of `src/lib` into a table that the interpreter embeds.

use std::fmt::Write;
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("src/lib");
    println!("cargo::rerun-if-changed=src/lib");
    let mut rows = Vec::new();
    collect(&root, "", &mut rows)?;
    rows.sort();
    let mut table = String::from("pub static SOURCES: &[Source] = &[\n");
    for (name, is_package, relative, path) in rows {
        let _ = writeln!(
            table,
            "    Source {{ name: {name:?}, is_package: {is_package}, path: {relative:?}, \
             text: include_str!({path:?}) }},"
        );
    }
    table.push_str("];\n");
    let target = Path::new(&env::var("OUT_DIR").unwrap_or_default()).join("embedded.rs");
    fs::write(target, table)
}

type Row = (String, bool, String, String);

fn collect(folder: &Path, prefix: &str, rows: &mut Vec<Row>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let Some(stem) = path.file_stem().and_then(|stem| stem.to_str()) else { continue };
        let dotted = if prefix.is_empty() { stem.to_owned() } else { format!("{prefix}.{stem}") };
        if path.is_dir() {
            println!("cargo::rerun-if-changed={}", path.display());
            collect(&path, &dotted, rows)?;
        } else if path.extension().is_some_and(|extension| extension == "py") {
            let is_package = stem == "__init__";
            let name = if is_package { prefix.to_owned() } else { dotted };
            let file = if is_package { format!("{}/__init__", name) } else { name.clone() };
            let relative = format!("{}.py", file.replace('.', "/"));
            rows.push((name, is_package, relative, path.display().to_string()));
        }
    }
    Ok(())
}
