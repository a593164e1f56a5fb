//! What the compiler makes of programs: listings of `tests/bytecode/*.py`, and whether all code
//! passes the verifier.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use ouro::code::disassemble::disassemble;
use ouro::code::verify::verify;
use ouro::code::{Code, Const};
use ouro::compiler::{Mode, Options, compile};
use ouro::source::SourceFile;

fn compile_file(path: &Path) -> Result<Rc<Code>, String> {
    let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
    let text = ouro_grammar::decode(&bytes).map_err(|error| format!("{error:?}"))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let source = Rc::new(SourceFile::new(name, text));
    let module = ouro_grammar::parse(&source.text, ouro_grammar::Mode::Module)
        .map_err(|error| error.to_string())?;
    compile(&module, &source, Options::default()).map_err(|error| error.to_string())
}

/// Verifies a code object and all inside it.
fn verify_all(code: &Code) -> Result<(), String> {
    verify(code).map_err(|error| format!("{error}\n{}", disassemble(code)))?;
    for constant in &code.constants {
        if let Const::Code(inner) = constant {
            verify_all(inner)?;
        }
    }
    Ok(())
}

#[test]
fn listings() {
    insta::glob!("bytecode/*.py", |path| {
        let code = compile_file(path).expect("compiles");
        verify_all(&code).expect("passes the verifier");
        insta::assert_snapshot!(disassemble(&code));
    });
}

/// The same program for the prompt, for `eval`, for `exec` with two mappings and with `-O`.
#[test]
fn modes() {
    let list = |text: &'static str, mode, options| {
        let source = Rc::new(SourceFile::new("mode.py", text));
        let module = ouro_grammar::parse(text, mode).expect("parses");
        let code = compile(&module, &source, options).expect("compiles");
        verify_all(&code).expect("passes the verifier");
        format!("{text}\n{}\n", disassemble(&code))
    };
    let options = Options::default();
    let report = [
        list(
            "if x: y\n",
            ouro_grammar::Mode::Interactive,
            Options { mode: Mode::Interactive, ..options },
        ),
        list(
            "a + b",
            ouro_grammar::Mode::Expression,
            Options { mode: Mode::Expression, ..options },
        ),
        list("x = y", ouro_grammar::Mode::Module, Options { locals_mapping: true, ..options }),
        list(
            "assert x\ny = __debug__",
            ouro_grammar::Mode::Module,
            Options { optimize: 1, ..options },
        ),
        list(
            "x = [y async for y in await z]",
            ouro_grammar::Mode::Module,
            Options { top_level_await: true, ..options },
        ),
        list(
            "def f(x: int | None): ...",
            ouro_grammar::Mode::Module,
            Options { future_annotations: true, ..options },
        ),
    ];
    insta::assert_snapshot!(report.concat());
}

/// Compiles every Python file of this repository, and of the folder that the environment variable
/// `OURO_CORPUS` names, such as CPython's `Lib`.
#[test]
fn all_code_passes_the_verifier() {
    // Deep trees need a deep stack; the interpreter's own thread has one too.
    let check = || {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut folders = vec![root.join("src/lib"), root.join("examples"), root.join("tests")];
        folders.extend(std::env::var_os("OURO_CORPUS").map(PathBuf::from));
        let mut failures = Vec::new();
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
                let path = entry.path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|extension| extension == "py")
                    && let Ok(code) = compile_file(&path)
                    && let Err(problem) = verify_all(&code)
                {
                    failures.push(format!("{}: {problem}", path.display()));
                }
            }
        }
        failures
    };
    let failures = std::thread::Builder::new()
        .stack_size(256 << 20)
        .spawn(check)
        .expect("a thread starts")
        .join()
        .expect("no panic");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
