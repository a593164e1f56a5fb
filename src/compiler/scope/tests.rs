//! How names are resolved, read off whole symbol tables.

use super::*;

/// Each scope on a line: its name and its symbols with the initial of their binding (explicit
/// globals `g`, implicit ones `-`).
fn table(source: &str) -> String {
    let module =
        ouro_grammar::parse(source, ouro_grammar::Mode::Module).expect("the source parses");
    let table = match SymbolTable::new(&module, false, false) {
        Ok(table) => table,
        Err(error) => return error.message,
    };
    let lines = table.scopes.iter().map(|scope| {
        let symbols = scope.symbols.iter().map(|(name, symbol)| {
            let binding = match symbol.binding {
                Binding::Local => "local",
                Binding::GlobalExplicit => "global",
                Binding::GlobalImplicit => "-",
                Binding::Free => "free",
                Binding::Cell => "cell",
            };
            format!(" {name}:{binding}")
        });
        let inlined = if scope.inlined { " (inlined)" } else { "" };
        format!("{}{inlined}:{}", scope.name, symbols.collect::<String>())
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check(source: &str, expected: &[&str]) {
    assert_eq!(table(source), expected.join("\n"));
}

#[test]
fn a_variable_used_inside_a_nested_function_is_a_cell() {
    check(
        "def f(a):\n    b = 1\n    def g():\n        return a + c\n    return g",
        &["top: f:local", "f: a:cell b:local g:local", "g: a:free c:-"],
    );
}

#[test]
fn free_variables_pass_through_functions_that_do_not_name_them() {
    check(
        "def f():\n    x = 1\n    def g():\n        def h():\n            nonlocal x\n            x = 2",
        &["top: f:local", "f: x:cell g:local", "g: h:local x:free", "h: x:free"],
    );
}

#[test]
fn methods_do_not_see_the_names_of_their_class() {
    check(
        "class C:\n    x = 1\n    def f(self):\n        return x",
        &["top: C:local", "C: x:local f:local", "f: self:local x:-"],
    );
}

#[test]
fn super_needs_the_class_cell() {
    let module = "class C:\n    def f(self):\n        super()";
    check(module, &["top: C:local", "C: f:local", "f: self:local super:- __class__:free"]);
}

#[test]
fn comprehensions_are_inlined_and_generator_expressions_are_not() {
    check(
        "def f(y):\n    return [x for x in y], (z for z in y)",
        &[
            "top: f:local",
            "f: y:local x:local",
            "<listcomp> (inlined): .0:local x:local",
            "<genexpr>: .0:local z:local",
        ],
    );
}

#[test]
fn a_lambda_makes_a_cell_of_an_inlined_loop_variable() {
    check(
        "def f():\n    return [lambda: x for x in y]",
        &[
            "top: f:local",
            "f: y:- x:cell",
            "<listcomp> (inlined): .0:local x:cell",
            "lambda: x:free",
        ],
    );
}

#[test]
fn a_walrus_in_a_comprehension_binds_outside() {
    check(
        "def f():\n    [(last := x) for x in y]",
        &[
            "top: f:local",
            "f: y:- last:local x:local",
            "<listcomp> (inlined): .0:local x:local last:free",
        ],
    );
}

#[test]
fn type_parameters_have_a_scope_of_their_own() {
    check(
        "def f[T: int](x: T) -> T: return x",
        &["top: f:local", "f: T:local", "T: int:-", "f: x:local"],
    );
    check(
        "class C[T]:\n    def f(self, x: T): pass",
        &[
            "top: C:local",
            "C: .type_params:cell .generic_base:local T:cell",
            "C: __type_params__:local .type_params:free f:local T:free",
            "f: self:local x:local",
        ],
    );
}

#[test]
fn private_names_are_mangled_in_classes() {
    check(
        "class _C:\n    def f(self, __x):\n        return self.__y, __z__",
        &["top: _C:local", "_C: f:local", "f: self:local _C__x:local __z__:-"],
    );
    let class: Name = "__".into();
    assert_eq!(&*mangle(Some(&class), &"__x".into()), "__x");
    assert_eq!(&*mangle(None, &"__x".into()), "__x");
}

#[test]
fn declarations_that_contradict_are_refused() {
    for (source, message) in [
        ("nonlocal x", "nonlocal declaration not allowed at module level"),
        ("def f():\n    nonlocal x", "no binding for nonlocal 'x' found"),
        ("def f(x):\n    global x", "name 'x' is parameter and global"),
        ("def f():\n    x = 1\n    global x", "name 'x' is assigned to before global declaration"),
        ("def f():\n    x\n    global x", "name 'x' is used prior to global declaration"),
        ("def f(x, x): pass", "duplicate argument 'x' in function definition"),
        (
            "[(x := 1) for x in y]",
            "assignment expression cannot rebind comprehension iteration variable 'x'",
        ),
        (
            "class C:\n    [(x := 1) for y in z]",
            "assignment expression within a comprehension cannot be used in a class body",
        ),
        ("def f():\n    [(yield) for x in y]", "'yield' inside list comprehension"),
    ] {
        assert_eq!(table(source), message, "{source}");
    }
}
