//! Compiles the Python sources of `src/lib` and collects them, text and code, into a table that the
//! interpreter embeds.
//!
//! The compiler is the interpreter's own: its modules are part of this program too, so that there
//! is one definition of what a source means.

// Each is one of the interpreter's modules; what only the interpreter uses of it is dead code here.
#[allow(dead_code)] // running code: disassembly, reading what is stored
mod code;
#[allow(dead_code, unused_imports)] // compiling at run time: prompt, `eval`, `exec`
mod compiler;
#[allow(dead_code)] // lines and columns of tracebacks
mod source;
#[allow(dead_code, unused_imports)] // the texts of values
mod text;

use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::{env, fs, io};

use source::SourceFile;

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("src/lib");
    println!("cargo::rerun-if-changed=src/lib");
    let target = PathBuf::from(env::var("OUT_DIR")?);
    let mut modules = Vec::new();
    collect(&root, "", &mut modules)?;
    modules.sort();
    let mut table = String::from("pub static SOURCES: &[Source] = &[\n");
    for Module { name, is_package, relative, path } in &modules {
        let code = target.join(format!("{name}.code"));
        fs::write(&code, compile(path)?)?;
        writeln!(
            table,
            "    Source {{ name: {name:?}, is_package: {is_package}, path: {relative:?}, \
             text: include_str!({path:?}), code: include_bytes!({code:?}) }},"
        )?;
    }
    table.push_str("];\n");
    fs::write(target.join("embedded.rs"), table)?;
    link_for_a_quick_start()
}

/// Most of what a process does before an empty program has ended is done by the dynamic linker. Its
/// largest part is to write the thousands of addresses in the tables of natives; where the command
/// lies at a fixed place, they are in the file already.
fn link_for_a_quick_start() -> Result<(), Box<dyn Error>> {
    let is_gnu_linux =
        env::var("CARGO_CFG_TARGET_OS")? == "linux" && env::var("CARGO_CFG_TARGET_ENV")? == "gnu";
    if is_gnu_linux {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
    Ok(())
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Module {
    /// With dots.
    name: String,
    is_package: bool,
    /// Its file, seen from the library's folder.
    relative: String,
    path: PathBuf,
}

fn collect(folder: &Path, prefix: &str, modules: &mut Vec<Module>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let Some(stem) = path.file_stem().and_then(|stem| stem.to_str()) else { continue };
        let dotted = if prefix.is_empty() { stem.to_owned() } else { format!("{prefix}.{stem}") };
        if path.is_dir() {
            println!("cargo::rerun-if-changed={}", path.display());
            collect(&path, &dotted, modules)?;
        } else if path.extension().is_some_and(|extension| extension == "py") {
            let is_package = stem == "__init__";
            let name = if is_package { prefix.to_owned() } else { dotted };
            let file = if is_package { format!("{name}/__init__") } else { name.clone() };
            let relative = format!("{}.py", file.replace('.', "/"));
            modules.push(Module { name, is_package, relative, path });
        }
    }
    Ok(())
}

/// The stored code of a module.
fn compile(path: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    let source = Rc::new(SourceFile::new(path.display().to_string(), fs::read_to_string(path)?));
    let wrong = |message: &str, line: u32| format!("{}:{line}: {message}", source.name);
    let tree = ouro_grammar::parse(&source.text, ouro_grammar::Mode::Module)
        .map_err(|error| wrong(&error.message, source.line(error.span.start)))?;
    let compiler::Compiled { code, warnings, .. } =
        compiler::compile_with_warnings(&tree, &source, Default::default())
            .map_err(|error| wrong(&error.message, source.line(error.span.start)))?;
    if let Some(warning) = tree.warnings.iter().chain(&warnings).next() {
        return Err(wrong(&warning.message, source.line(warning.span.start)).into());
    }
    code::verify::verify_all(&code).map_err(|error| wrong(&error.to_string(), 1))?;
    Ok(code::stored::encode(&code)?)
}
