//! Generates the parser from `python.lalrpop`.

fn main() {
    println!("cargo:rerun-if-changed=python.lalrpop");
    let generated = std::env::var("OUT_DIR").expect("cargo names the folder for generated code");
    lalrpop::Configuration::new()
        .set_out_dir(generated)
        .process_file("python.lalrpop")
        .expect("python.lalrpop is a correct grammar");
}
