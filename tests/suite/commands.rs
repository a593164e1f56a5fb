//! Command lines: options, `-m` with modules of the library and of the user, folders; what they do
//! is recorded as snapshots and compared with an installed CPython 3.13.

use std::process::Command;

use crate::cpython::find_cpython;
use crate::support::{Outcome, ouro, outcome_with_input, report, root};

/// A name, the arguments, variables of the environment, standard input.
struct Case {
    name: &'static str,
    arguments: &'static str,
    environment: &'static [(&'static str, &'static str)],
    input: &'static str,
}

const fn case(name: &'static str, arguments: &'static str) -> Case {
    Case { name, arguments, environment: &[], input: "" }
}

impl Case {
    const fn with(self, environment: &'static [(&'static str, &'static str)]) -> Case {
        Case { environment, ..self }
    }

    const fn reading(self, input: &'static str) -> Case {
        Case { input, ..self }
    }
}

const CASES: &[Case] = &[
    case("optimized_no", "optimized.py"),
    case("optimized", "-O optimized.py"),
    case("optimized_twice", "-OO optimized.py"),
    case("optimized_by_variable", "optimized.py").with(&[("PYTHONOPTIMIZE", "2")]),
    case("optimized_by_any_text", "-u flags.py").with(&[("PYTHONOPTIMIZE", "yes")]),
    case("flags", "-Wd -uqO -W error::UserWarning -Xdev flags.py -O -x --"),
    case("flags_by_variables", "flags.py")
        .with(&[("PYTHONUNBUFFERED", "1"), ("PYTHONINSPECT", "1")]),
    case("arguments_after_code", "-c print(__import__('sys').argv) -O -W -- x"),
    case("arguments_after_module", "-m flags -q -- -x"),
    case("package", "-m package a -b"),
    case("package_module", "-m package.module a -b"),
    case("package_without_main", "-m package.sub"),
    case("package_module_twice", "-m package.sub.mod"),
    case("package_missing_module", "-m package.missing"),
    case("package_file_name", "-m package.module.py"),
    case("package_of_a_module", "-m package.other.inside"),
    case("module_missing", "-m missing"),
    case("module_of_missing", "-m missing.module"),
    case("module_native", "-m math"),
    case("module_relative", "-m .package"),
    case("folder", "application a -b"),
    case("folder_with_slash", "application/"),
    case("folder_without_main", "package/sub"),
    case("path_variable", "-m helper"),
    case("doctest", "-m doctest arithmetic.py"),
    case("doctest_verbose", "-m doctest -v arithmetic.py"),
    case("doctest_text", "-m doctest doctests.txt"),
    case("doctest_options", "-m doctest -o ELLIPSIS -f arithmetic.py doctests.txt"),
    case("json_tool", "-m json.tool").reading("{\"b\": [1, {\"a\": null}], \"a\": \"é\"}\n"),
    case("json_tool_options", "-m json.tool --sort-keys --indent 2 --no-ensure-ascii")
        .reading("{\"b\": [1, {\"a\": null}], \"a\": \"é\"}\n"),
    case("json_tool_lines", "-m json.tool --json-lines --no-indent").reading("{\"a\":1}\n[2]\n"),
    case("json_tool_wrong", "-m json.tool").reading("{\"a\":1\n"),
    case("json_tool_usage", "-m json.tool --bad"),
    case("unittest_right", "-m unittest -q tests_of_sums.Waiting"),
    case("unittest_one", "-m unittest tests_of_sums.Sums.test_right"),
    case("unittest_by_file", "-m unittest -v tests_of_sums.py"),
    case("unittest_by_pattern", "-m unittest -k right tests_of_sums"),
    case("unittest_discovery", "-m unittest discover -v -p tests_of_*.py"),
    case("unittest_nothing", "-m unittest"),
    case("unittest_missing", "-m unittest tests_of_sums.Missing"),
    case("unittest_main", "tests_of_sums.py -f Waiting"),
    case("timeit_error", "-m timeit -n 1 1/0"),
    case("timeit_unknown", "-m timeit -z"),
    case("calendar", "-m calendar 2025 2"),
    case("calendar_year", "-m calendar -w 3 -m 4 2024"),
    case("ast", "-m ast").reading("def f(a, *, b=1): return [a async for a in b]\n"),
];

fn run(case: &Case, mut command: Command) -> Outcome {
    command.current_dir(root().join("tests/commands"));
    for variable in ["PYTHONOPTIMIZE", "PYTHONUNBUFFERED", "PYTHONINSPECT", "PYTHONPATH"] {
        command.env_remove(variable);
    }
    // Both names: each interpreter reads its own.
    command.env("PYTHONPATH", "application").env("OUROPATH", "application");
    command.env("COLUMNS", "80").env("PYTHONUTF8", "1").env("PYTHONDONTWRITEBYTECODE", "1");
    command.envs(case.environment.iter().copied());
    let mut outcome = outcome_with_input(&mut command, case.input.as_bytes());
    outcome.stderr = without_times(&outcome.stderr);
    outcome
}

/// `Ran 3 tests in 0.001s` says nothing by its time.
fn without_times(text: &str) -> String {
    let lines = text.split_inclusive('\n').map(|line| match line.split_once(" in 0.") {
        Some((before, _)) if line.starts_with("Ran ") => format!("{before} in …\n"),
        _ => line.to_owned(),
    });
    lines.collect()
}

#[test]
fn what_command_lines_do() {
    let cpython = find_cpython();
    if cpython.is_none() {
        report("commands: no CPython 3.13 found (set OURO_CPYTHON), nothing was compared");
    }
    for case in CASES {
        let arguments: Vec<&str> = case.arguments.split(' ').collect();
        let actual = run(case, ouro(&arguments)).recording();
        if let Some(cpython) = &cpython {
            let mut command = Command::new(cpython);
            command.args(&arguments);
            let mut expected = run(case, command);
            let path = cpython.display().to_string();
            let name = cpython.file_name().unwrap_or_default().to_string_lossy();
            for text in [&mut expected.stdout, &mut expected.stderr] {
                *text = text.replace(&path, "ouro").replace(&format!("{name} -m"), "ouro -m");
            }
            assert_eq!(expected.recording(), actual, "{}", case.name);
        }
        insta::assert_snapshot!(case.name, actual);
    }
}
