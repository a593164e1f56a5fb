//! `math`.

use num_bigint::{BigInt, Sign};
use num_integer::Integer as _;
use num_traits::{One, Signed, ToPrimitive, Zero};
use ouro_grammar::ast::BinaryOperator;

use crate::object::module::Module;
use crate::object::native::{Args, Native};
use crate::object::tuple::Tuple;
use crate::object::{Exception, Ref, Result, Value};
use crate::text::int_text::IntRef;
use crate::text::real_functions::{
    self as real, ExactSum, GammaFailure, SumFailure, SumOfProducts,
};
use crate::text::{combinatorics, float_text, number_division as division, number_power};
use crate::vm::Vm;

static FUNCTIONS: &[Native] = &[
    Native::new("acos", "x, /", |vm, args| unary(vm, args, f64::acos)),
    Native::new("acosh", "x, /", |vm, args| {
        unary(vm, args, |x| if x < 1.0 { f64::NAN } else { libm::acosh(x) })
    }),
    Native::new("asin", "x, /", |vm, args| unary(vm, args, f64::asin)),
    Native::new("asinh", "x, /", |vm, args| unary(vm, args, libm::asinh)),
    Native::new("atan", "x, /", |vm, args| unary(vm, args, f64::atan)),
    Native::new("atan2", "y, x, /", |vm, args| {
        let (y, x) = two(vm, args)?;
        Ok(y.atan2(x).into())
    }),
    Native::new("atanh", "x, /", |vm, args| unary(vm, args, libm::atanh)),
    Native::new("cbrt", "x, /", |vm, args| unary(vm, args, f64::cbrt)),
    Native::new("ceil", "x, /", |vm, args| whole(vm, args, "__ceil__", f64::ceil)),
    Native::new("comb", "n, k, /", comb),
    Native::new("copysign", "x, y, /", |vm, args| {
        let (x, y) = two(vm, args)?;
        Ok(x.copysign(y).into())
    }),
    Native::new("cos", "x, /", |vm, args| unary(vm, args, f64::cos)),
    Native::new("cosh", "x, /", |vm, args| growing(vm, args, f64::cosh)),
    Native::new("degrees", "x, /", |vm, args| {
        Ok((vm.real_number(args.get(0))? * (180.0 / std::f64::consts::PI)).into())
    }),
    Native::new("dist", "p, q, /", dist),
    Native::new("erf", "x, /", |vm, args| unary(vm, args, libm::erf)),
    Native::new("erfc", "x, /", |vm, args| unary(vm, args, libm::erfc)),
    Native::new("exp", "x, /", |vm, args| growing(vm, args, f64::exp)),
    Native::new("exp2", "x, /", |vm, args| growing(vm, args, f64::exp2)),
    Native::new("expm1", "x, /", |vm, args| growing(vm, args, f64::exp_m1)),
    Native::new("fabs", "x, /", |vm, args| Ok(vm.real_number(args.get(0))?.abs().into())),
    Native::new("factorial", "n, /", factorial),
    Native::new("floor", "x, /", |vm, args| whole(vm, args, "__floor__", f64::floor)),
    Native::new("fma", "x, y, z, /", fma),
    Native::new("fmod", "x, y, /", fmod),
    Native::new("frexp", "x, /", |vm, args| {
        let (mantissa, exponent) = real::split_exponent(vm.real_number(args.get(0))?);
        Ok(Tuple::new([mantissa.into(), Value::Int(i64::from(exponent))]).into())
    }),
    Native::new("fsum", "seq, /", fsum),
    Native::new("gamma", "x, /", |vm, args| {
        let result = real::gamma(vm.real_number(args.get(0))?);
        gamma_result(vm, result)
    }),
    Native::new("gcd", "*integers", gcd),
    Native::new("hypot", "*coordinates", hypot),
    Native::new("isclose", "a, b, *, rel_tol=1e-09, abs_tol=0.0", is_close),
    Native::new("isfinite", "x, /", |vm, args| {
        Ok(Value::bool(vm.real_number(args.get(0))?.is_finite()))
    }),
    Native::new("isinf", "x, /", |vm, args| {
        Ok(Value::bool(vm.real_number(args.get(0))?.is_infinite()))
    }),
    Native::new("isnan", "x, /", |vm, args| Ok(Value::bool(vm.real_number(args.get(0))?.is_nan()))),
    Native::new("isqrt", "n, /", |vm, args| {
        let number = vm.index(args.get(0))?;
        let root =
            number_power::integer_square_root(number.as_integer().unwrap_or(IntRef::Small(0)));
        vm.checked(root).map(Value::from)
    }),
    Native::new("lcm", "*integers", lcm),
    Native::new("ldexp", "x, i, /", ldexp),
    Native::new("lgamma", "x, /", |vm, args| {
        let result = real::log_gamma(vm.real_number(args.get(0))?);
        gamma_result(vm, result)
    }),
    Native::new("log", "x, base=math.e, /", log),
    Native::new("log10", "x, /", |vm, args| logarithm(vm, args.get(0), f64::log10)),
    Native::new("log1p", "x, /", |vm, args| unary(vm, args, f64::ln_1p)),
    Native::new("log2", "x, /", |vm, args| logarithm(vm, args.get(0), f64::log2)),
    Native::new("modf", "x, /", modf),
    Native::new("nextafter", "x, y, /, *, steps=None", next_after),
    Native::new("perm", "n, k=None, /", perm),
    Native::new("pow", "x, y, /", pow),
    Native::new("prod", "iterable, /, *, start=1", prod),
    Native::new("radians", "x, /", |vm, args| {
        Ok((vm.real_number(args.get(0))? * (std::f64::consts::PI / 180.0)).into())
    }),
    Native::new("remainder", "x, y, /", remainder),
    Native::new("sin", "x, /", |vm, args| unary(vm, args, f64::sin)),
    Native::new("sinh", "x, /", |vm, args| growing(vm, args, f64::sinh)),
    Native::new("sqrt", "x, /", |vm, args| unary(vm, args, f64::sqrt)),
    Native::new("sumprod", "p, q, /", sumprod),
    Native::new("tan", "x, /", |vm, args| unary(vm, args, f64::tan)),
    Native::new("tanh", "x, /", |vm, args| unary(vm, args, f64::tanh)),
    Native::new("trunc", "x, /", trunc),
    Native::new(
        "ulp",
        "x, /",
        |vm, args| Ok(real::last_place(vm.real_number(args.get(0))?).into()),
    ),
];

const CONSTANTS: [(&str, f64); 5] = [
    ("pi", std::f64::consts::PI),
    ("e", std::f64::consts::E),
    ("tau", std::f64::consts::TAU),
    ("inf", f64::INFINITY),
    ("nan", f64::NAN),
];

/// Makes the module.
pub fn init(vm: &mut Vm) -> Result<Ref<Module>> {
    let module = vm.new_module("math");
    let dict = module.dict();
    for native in FUNCTIONS {
        let function = vm.native_function(native, "math");
        let name = vm.intern(native.name);
        drop(dict.set_str(&name, function));
    }
    for (name, number) in CONSTANTS {
        let name = vm.intern(name);
        drop(dict.set_str(&name, number.into()));
    }
    Ok(module)
}

#[cold]
fn domain_error(vm: &mut Vm) -> Ref<Exception> {
    vm.value_error("math domain error")
}

#[cold]
fn range_error(vm: &mut Vm) -> Ref<Exception> {
    vm.overflow_error("math range error")
}

/// A function of one number for which every result that is not finite means that it is undefined.
fn unary(vm: &mut Vm, args: &Args, function: fn(f64) -> f64) -> Result {
    let x = vm.real_number(args.get(0))?;
    let result = function(x);
    if (result.is_nan() && !x.is_nan()) || (result.is_infinite() && x.is_finite()) {
        return Err(domain_error(vm));
    }
    Ok(result.into())
}

/// A function of one number that grows beyond all floats.
fn growing(vm: &mut Vm, args: &Args, function: fn(f64) -> f64) -> Result {
    let x = vm.real_number(args.get(0))?;
    let result = function(x);
    if result.is_nan() && !x.is_nan() {
        return Err(domain_error(vm));
    }
    if result.is_infinite() && x.is_finite() {
        return Err(range_error(vm));
    }
    Ok(result.into())
}

fn two(vm: &mut Vm, args: &Args) -> Result<(f64, f64)> {
    Ok((vm.real_number(args.get(0))?, vm.real_number(args.get(1))?))
}

fn gamma_result(vm: &mut Vm, result: std::result::Result<f64, GammaFailure>) -> Result {
    match result {
        Ok(number) => Ok(number.into()),
        Err(GammaFailure::Domain) => Err(domain_error(vm)),
        Err(GammaFailure::Range) => Err(range_error(vm)),
    }
}

/// A float as an int.
fn to_int(vm: &mut Vm, number: f64) -> Result {
    match float_text::to_small_int(number) {
        Some(small) => Ok(Value::Int(small)),
        None => vm.checked(float_text::to_int(number)).map(Value::from),
    }
}

/// `ceil` and `floor`: the special method of that name, or the float rounded.
fn whole(vm: &mut Vm, args: &Args, method: &str, rounding: fn(f64) -> f64) -> Result {
    if !matches!(args.get(0), Value::Float(_)) {
        let name = vm.intern(method);
        if let Some(result) = vm.call_special(args.get(0), &name, &[])? {
            return Ok(result);
        }
    }
    let number = vm.real_number(args.get(0))?;
    to_int(vm, rounding(number))
}

fn trunc(vm: &mut Vm, args: &Args) -> Result {
    if let Value::Float(number) = args.get(0) {
        return to_int(vm, number.get().trunc());
    }
    let name = vm.names.trunc.clone();
    match vm.call_special(args.get(0), &name, &[])? {
        Some(result) => Ok(result),
        None => {
            let kind = vm.type_name(args.get(0));
            Err(vm.type_error(format!("type {kind} doesn't define __trunc__ method")))
        }
    }
}

fn fma(vm: &mut Vm, args: &Args) -> Result {
    let (x, y) = two(vm, args)?;
    let z = vm.real_number(args.get(2))?;
    let result = x.mul_add(y, z);
    if result.is_nan() && !x.is_nan() && !y.is_nan() && !z.is_nan() {
        return Err(vm.value_error("invalid operation in fma"));
    }
    if result.is_infinite() && x.is_finite() && y.is_finite() && z.is_finite() {
        return Err(vm.overflow_error("overflow in fma"));
    }
    Ok(result.into())
}

fn fmod(vm: &mut Vm, args: &Args) -> Result {
    let (x, y) = two(vm, args)?;
    let result = x % y;
    if result.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(domain_error(vm));
    }
    Ok(result.into())
}

fn remainder(vm: &mut Vm, args: &Args) -> Result {
    let (x, y) = two(vm, args)?;
    if x.is_nan() || y.is_nan() {
        return Ok((x + y).into());
    }
    if x.is_infinite() || y == 0.0 {
        return Err(domain_error(vm));
    }
    Ok(real::remainder(x, y).into())
}

fn pow(vm: &mut Vm, args: &Args) -> Result {
    let (x, y) = two(vm, args)?;
    let result = x.powf(y);
    if x.is_finite() && y.is_finite() && !result.is_finite() {
        let undefined = result.is_nan() || x == 0.0;
        return Err(if undefined { domain_error(vm) } else { range_error(vm) });
    }
    Ok(result.into())
}

fn ldexp(vm: &mut Vm, args: &Args) -> Result {
    let x = vm.real_number(args.get(0))?;
    let Some(exponent) = args.get(1).as_integer() else {
        return Err(vm.type_error("Expected an int as second argument to ldexp."));
    };
    let exponent =
        exponent.to_i64().unwrap_or(if exponent.is_negative() { i64::MIN } else { i64::MAX });
    let result = real::times_power_of_two(x, exponent);
    if result.is_infinite() && x.is_finite() {
        return Err(range_error(vm));
    }
    Ok(result.into())
}

fn modf(vm: &mut Vm, args: &Args) -> Result {
    let x = vm.real_number(args.get(0))?;
    let fraction = if x.is_infinite() { 0f64.copysign(x) } else { x.fract().copysign(x) };
    let fraction = if x.is_nan() { x } else { fraction };
    Ok(Tuple::new([fraction.into(), x.trunc().into()]).into())
}

fn next_after(vm: &mut Vm, args: &Args) -> Result {
    let (x, y) = two(vm, args)?;
    let steps = match args.get(2) {
        Value::Unbound | Value::None => 1,
        value => {
            let steps = vm.index_big(value)?;
            if steps.is_negative() {
                return Err(vm.value_error("steps must be a non-negative integer"));
            }
            steps.to_u64().unwrap_or(u64::MAX)
        }
    };
    Ok(real::next_after(x, y, steps).into())
}

fn is_close(vm: &mut Vm, args: &Args) -> Result {
    let (a, b) = two(vm, args)?;
    let mut tolerances = [1e-9, 0.0];
    for (place, tolerance) in tolerances.iter_mut().enumerate() {
        if let Some(value) = args.get(2 + place).bound() {
            *tolerance = vm.real_number(value)?;
        }
    }
    let [relative, absolute] = tolerances;
    if relative < 0.0 || absolute < 0.0 {
        return Err(vm.value_error("tolerances must be non-negative"));
    }
    if a == b {
        return Ok(Value::True);
    }
    if a.is_infinite() || b.is_infinite() {
        return Ok(Value::False);
    }
    let difference = (b - a).abs();
    let close = difference <= (relative * b).abs()
        || difference <= (relative * a).abs()
        || difference <= absolute;
    Ok(Value::bool(close))
}

/// A logarithm of an int of any size or of a float.
fn logarithm_of(vm: &mut Vm, value: &Value, function: fn(f64) -> f64) -> Result<f64> {
    if let Some(IntRef::Big(big)) = value.as_integer() {
        if big.sign() != Sign::Plus {
            return Err(domain_error(vm));
        }
        if let Ok(number) = division::int_to_float(IntRef::Big(big)) {
            return Ok(function(number));
        }
        // The logarithm of the leading bits plus that of the power of two they are times.
        let shift = big.bits() - 64;
        let leading = (big >> shift).to_f64().unwrap_or(f64::INFINITY);
        let (mantissa, exponent) = real::split_exponent(leading);
        let exponent = shift as f64 + f64::from(exponent);
        return Ok(function(mantissa) + function(2.0) * exponent);
    }
    let number = vm.real_number(value)?;
    if number <= 0.0 {
        return Err(domain_error(vm));
    }
    Ok(function(number))
}

fn logarithm(vm: &mut Vm, value: &Value, function: fn(f64) -> f64) -> Result {
    logarithm_of(vm, value, function).map(Value::float)
}

fn log(vm: &mut Vm, args: &Args) -> Result {
    let numerator = logarithm_of(vm, args.get(0), f64::ln)?;
    match args.get(1) {
        Value::Unbound => Ok(numerator.into()),
        base => {
            let denominator = logarithm_of(vm, base, f64::ln)?;
            let quotient = division::float_true_divide(numerator, denominator);
            vm.checked(quotient).map(Value::float)
        }
    }
}

fn numbers(vm: &mut Vm, values: &[Value]) -> Result<Vec<f64>> {
    values.iter().map(|value| vm.real_number(value)).collect()
}

fn refuse_names(vm: &mut Vm, args: &Args, function: &str) -> Result<()> {
    match args.names {
        [] => Ok(()),
        _ => Err(vm.type_error(format!("math.{function}() takes no keyword arguments"))),
    }
}

fn hypot(vm: &mut Vm, args: &Args) -> Result {
    refuse_names(vm, args, "hypot")?;
    let vector = numbers(vm, args.values)?;
    Ok(real::vector_norm(&vector).into())
}

fn dist(vm: &mut Vm, args: &Args) -> Result {
    let (p, q) = (vm.collect(args.get(0))?, vm.collect(args.get(1))?);
    if p.len() != q.len() {
        return Err(vm.value_error("both points must have the same number of dimensions"));
    }
    let mut vector = Vec::with_capacity(p.len());
    for (p, q) in p.iter().zip(&q) {
        vector.push((vm.real_number(p)? - vm.real_number(q)?).abs());
    }
    Ok(real::vector_norm(&vector).into())
}

fn fsum(vm: &mut Vm, args: &Args) -> Result {
    let mut sum = ExactSum::default();
    let mut failure = None;
    vm.for_each(args.get(0), |vm, item| {
        let number = vm.real_number(&item)?;
        failure = sum.add(number).err();
        Ok(failure.is_none())
    })?;
    let total = match failure {
        None => sum.total(),
        Some(failure) => Err(failure),
    };
    match total {
        Ok(total) => Ok(total.into()),
        Err(SumFailure::Overflow) => Err(vm.overflow_error("intermediate overflow in fsum")),
        Err(SumFailure::OppositeInfinities) => Err(vm.value_error("-inf + inf in fsum")),
    }
}

fn prod(vm: &mut Vm, args: &Args) -> Result {
    let mut product = match args.get(1) {
        Value::Unbound => Value::Int(1),
        start => start.clone(),
    };
    vm.for_each(args.get(0), |vm, item| {
        product = vm.binary(BinaryOperator::Multiply, &product, &item)?;
        Ok(true)
    })?;
    Ok(product)
}

/// The running total of `sumprod`: ints exactly, then floats in extended precision, then whatever
/// the operators give.
struct SumOfPairs {
    total: Value,
    floats: Option<SumOfProducts>,
    /// Whether a float pair has been added to `floats`.
    has_floats: bool,
}

impl SumOfPairs {
    fn add(&mut self, vm: &mut Vm, p: &Value, q: &Value) -> Result<()> {
        if let Some(sum) = &mut self.floats
            && let Some((p, q)) = float_pair(p, q)
        {
            let mut next = *sum;
            next.add(p, q);
            if next.is_finite() {
                *sum = next;
                self.has_floats = true;
                return Ok(());
            }
        }
        let is_int = |value: &Value| matches!(value, Value::Int(_));
        if self.has_floats || !(is_int(p) && is_int(q)) {
            self.settle(vm)?;
        }
        let product = vm.binary(BinaryOperator::Multiply, p, q)?;
        self.total = vm.binary(BinaryOperator::Add, &self.total, &product)?;
        Ok(())
    }

    /// Adds the floats to the total and goes on with plain operators.
    fn settle(&mut self, vm: &mut Vm) -> Result<()> {
        if let Some(sum) = self.floats.take()
            && self.has_floats
        {
            self.has_floats = false;
            self.total = vm.binary(BinaryOperator::Add, &self.total, &sum.total().into())?;
        }
        Ok(())
    }
}

/// Two floats, or a float and an int or bool that is exact as one.
fn float_pair(p: &Value, q: &Value) -> Option<(f64, f64)> {
    let number = |value: &Value| match value {
        Value::Float(number) => Some(number.get()),
        Value::Object(object) if object.is_derived() => None,
        _ => value.as_integer().and_then(|number| division::int_to_float(number).ok()),
    };
    match (p, q) {
        (Value::Float(_), _) | (_, Value::Float(_)) => Some((number(p)?, number(q)?)),
        _ => None,
    }
}

fn sumprod(vm: &mut Vm, args: &Args) -> Result {
    let (p, q) = (vm.iter(args.get(0))?, vm.iter(args.get(1))?);
    let mut sum =
        SumOfPairs { total: Value::Int(0), floats: Some(Default::default()), has_floats: false };
    loop {
        match (vm.next(&p)?, vm.next(&q)?) {
            (Some(p), Some(q)) => sum.add(vm, &p, &q)?,
            (None, None) => break,
            _ => return Err(vm.value_error("Inputs are not the same length")),
        }
    }
    sum.settle(vm)?;
    Ok(sum.total)
}

fn gcd(vm: &mut Vm, args: &Args) -> Result {
    refuse_names(vm, args, "gcd")?;
    let mut result = Value::Int(0);
    for value in args.values {
        let number = vm.index(value)?;
        if let (Some(left), Some(right)) = (result.as_integer(), number.as_integer()) {
            result = division::gcd(left, right).into();
        }
    }
    Ok(result)
}

fn lcm(vm: &mut Vm, args: &Args) -> Result {
    refuse_names(vm, args, "lcm")?;
    let mut result = BigInt::one();
    for value in args.values {
        let number = vm.index_big(value)?;
        result = result.lcm(&number);
    }
    Ok(result.abs().into())
}

/// The largest number of factors that CPython goes into.
const MOST_FACTORS: i64 = i64::MAX;

fn factorial(vm: &mut Vm, args: &Args) -> Result {
    let number = vm.index_big(args.get(0))?;
    factorial_of(vm, &number)
}

fn factorial_of(vm: &mut Vm, number: &BigInt) -> Result {
    if number.is_negative() {
        return Err(vm.value_error("factorial() not defined for negative values"));
    }
    match number.to_i64() {
        Some(number) => Ok(combinatorics::factorial(number as u64).into()),
        None => {
            Err(vm.overflow_error(format!("factorial() argument should not exceed {MOST_FACTORS}")))
        }
    }
}

fn perm(vm: &mut Vm, args: &Args) -> Result {
    if matches!(args.get(1), Value::Unbound | Value::None) {
        return factorial(vm, args);
    }
    let (n, k) = (vm.index_big(args.get(0))?, vm.index_big(args.get(1))?);
    check_not_negative(vm, &n, &k)?;
    if k > n {
        return Ok(Value::Int(0));
    }
    match k.to_i64() {
        Some(k) => Ok(combinatorics::permutations(&n, k as u64).into()),
        None => Err(vm.overflow_error(format!("k must not exceed {MOST_FACTORS}"))),
    }
}

fn comb(vm: &mut Vm, args: &Args) -> Result {
    let (n, k) = (vm.index_big(args.get(0))?, vm.index_big(args.get(1))?);
    check_not_negative(vm, &n, &k)?;
    if k > n {
        return Ok(Value::Int(0));
    }
    let fewer = k.clone().min(&n - &k);
    if fewer.is_zero() {
        return Ok(Value::Int(1));
    }
    match fewer.to_i64() {
        Some(k) => Ok(combinatorics::combinations(&n, k as u64).into()),
        None => Err(vm.overflow_error(format!("min(n - k, k) must not exceed {MOST_FACTORS}"))),
    }
}

fn check_not_negative(vm: &mut Vm, n: &BigInt, k: &BigInt) -> Result<()> {
    for (name, number) in [("n", n), ("k", k)] {
        if number.is_negative() {
            return Err(vm.value_error(format!("{name} must be a non-negative integer")));
        }
    }
    Ok(())
}
