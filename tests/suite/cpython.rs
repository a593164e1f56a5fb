//! Finding an installed CPython 3.13, for the tests and the benchmarks that compare with it.

use std::env;
use std::path::PathBuf;
use std::process::Command;

/// The program named by the variable OURO_CPYTHON, else the newest 3.13 among pyenv's versions,
/// else `python3.13`.
pub fn find_cpython() -> Option<PathBuf> {
    let mut candidates: Vec<PathBuf> =
        env::var_os("OURO_CPYTHON").map(PathBuf::from).into_iter().collect();
    let pyenv = env::var_os("PYENV_ROOT")
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".pyenv")));
    if let Some(versions) = pyenv.and_then(|root| root.join("versions").read_dir().ok()) {
        let mut found: Vec<PathBuf> = versions
            .filter_map(|version| Some(version.ok()?.path()))
            .filter(|path| {
                path.file_name().is_some_and(|n| n.to_string_lossy().starts_with("3.13."))
            })
            .map(|path| path.join("bin/python3"))
            .collect();
        found.sort();
        candidates.append(&mut found);
    }
    candidates.push(PathBuf::from("python3.13"));
    candidates.into_iter().find(|candidate| {
        let version = Command::new(candidate).arg("--version").output();
        version.is_ok_and(|out| String::from_utf8_lossy(&out.stdout).starts_with("Python 3.13."))
    })
}
