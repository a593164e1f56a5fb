//! Operators and comparisons.
//!
//! Those that programs use on numbers all the time have a function for each operator, in which only
//! the arithmetic of that operator is left: see [`Arithmetic`] and [`Relation`].

use ouro_grammar::ast::BinaryOperator;

use crate::code::CodeKind;
use crate::code::op::{Comparison, Op};
use crate::object::frame::{FRAME_OPERATOR, FramePointer, Position, Registers};
use crate::object::function::Function;
use crate::object::hash::hash_i64;
use crate::object::set::Set;
use crate::object::string::Str;
use crate::object::{Ref, Value};
use crate::vm::Vm;
use crate::vm::append::append_in_place;
use crate::vm::instructions::calls::enter_called;
use crate::vm::instructions::stack::{let_both_go, let_go};

/// An operator with a quick way for numbers.
pub(super) trait Arithmetic {
    const OPERATOR: BinaryOperator;

    /// The result for two small ints, if it is as easily made.
    fn ints(a: i64, b: i64) -> Option<Value>;

    fn floats(_: f64, _: f64) -> Option<Value> {
        None
    }

    /// The result, if both operands are numbers and it is easily made.
    #[inline(always)]
    fn quick(a: &Value, b: &Value) -> Option<Value> {
        match (a, b) {
            (Value::Int(a), Value::Int(b)) => Self::ints(*a, *b),
            (Value::Float(a), Value::Float(b)) => Self::floats(a.get(), b.get()),
            (Value::Int(a), Value::Float(b)) => Self::floats(*a as f64, b.get()),
            (Value::Float(a), Value::Int(b)) => Self::floats(a.get(), *b as f64),
            _ => None,
        }
    }
}

/// Implements [`Arithmetic`] for an operator.
macro_rules! arithmetic {
    ($name:ident, |$a:ident, $b:ident| $ints:expr $(, floats $floats:expr)?) => {
        pub(super) struct $name;

        impl Arithmetic for $name {
            const OPERATOR: BinaryOperator = BinaryOperator::$name;

            #[inline(always)]
            fn ints($a: i64, $b: i64) -> Option<Value> {
                $ints
            }

            $(
                #[inline(always)]
                fn floats($a: f64, $b: f64) -> Option<Value> {
                    $floats
                }
            )?
        }
    };
}

arithmetic!(Add, |a, b| a.checked_add(b).map(Value::Int), floats Some(Value::float(a + b)));
arithmetic!(Subtract, |a, b| a.checked_sub(b).map(Value::Int), floats Some(Value::float(a - b)));
arithmetic!(Multiply, |a, b| a.checked_mul(b).map(Value::Int), floats Some(Value::float(a * b)));
arithmetic!(
    TrueDivide,
    |a, b| {
        // Below 2⁵³ both are exact as floats, and the quotient is rounded once.
        const EXACT: std::ops::RangeInclusive<i64> = -(1 << 53)..=1 << 53;
        (b != 0 && EXACT.contains(&a) && EXACT.contains(&b))
            .then(|| Value::float(a as f64 / b as f64))
    },
    floats(b != 0.0).then(|| Value::float(a / b))
);
arithmetic!(FloorDivide, |a, b| (b > 0).then(|| Value::Int(a.div_euclid(b))));
arithmetic!(Modulo, |a, b| (b > 0).then(|| Value::Int(a.rem_euclid(b))));
arithmetic!(And, |a, b| Some(Value::Int(a & b)));
arithmetic!(Or, |a, b| Some(Value::Int(a | b)));
arithmetic!(Xor, |a, b| Some(Value::Int(a ^ b)));
arithmetic!(RightShift, |a, b| (b >= 0).then(|| Value::Int(a >> b.min(63))));
arithmetic!(LeftShift, |a, b| {
    let fits = (0..63).contains(&b) && a.unsigned_abs().leading_zeros() as i64 > b + 1;
    fits.then(|| Value::Int(a << b))
});

/// A comparison with a quick way for numbers.
pub(super) trait Relation {
    const COMPARISON: Comparison;

    fn holds<T: PartialOrd>(a: &T, b: &T) -> bool;

    /// The answer, if both operands are small ints or both floats.
    #[inline(always)]
    fn quick(a: &Value, b: &Value) -> Option<bool> {
        match (a, b) {
            (Value::Int(a), Value::Int(b)) => Some(Self::holds(a, b)),
            (Value::Float(a), Value::Float(b)) => Some(Self::holds(&a.get(), &b.get())),
            _ => None,
        }
    }
}

macro_rules! relation {
    ($name:ident, $operator:tt) => {
        pub(super) struct $name;

        impl Relation for $name {
            const COMPARISON: Comparison = Comparison::$name;

            #[inline(always)]
            fn holds<T: PartialOrd>(a: &T, b: &T) -> bool {
                a $operator b
            }
        }
    };
}

relation!(Less, <);
relation!(LessEqual, <=);
relation!(Equal, ==);
relation!(NotEqual, !=);
relation!(Greater, >);
relation!(GreaterEqual, >=);

instruction!(binary<O: Arithmetic>(vm, registers, Op::Binary(_)) {
    match O::quick(registers.peek(2), registers.peek(1)) {
        Some(value) => registers.replace_numbers(value),
        None => return binary_slow(vm, registers.position(), O::OPERATOR),
    }
    return registers.go_on(vm);
});

instruction!(binary_other(vm, registers, Op::Binary(operator)) {
    return binary_slow(vm, registers.position(), operator);
});

instruction!(inplace_binary<O: Arithmetic>(vm, registers, Op::InplaceBinary(_)) {
    match O::quick(registers.peek(2), registers.peek(1)) {
        Some(value) => registers.replace_numbers(value),
        None => return inplace_binary_slow(vm, registers.position(), O::OPERATOR),
    }
    return registers.go_on(vm);
});

instruction!(inplace_binary_other(vm, registers, Op::InplaceBinary(operator)) {
    return inplace_binary_slow(vm, registers.position(), operator);
});

/// An operator on whatever is on the stack.
#[inline(never)]
fn binary_slow(vm: &mut Vm, position: Position, operator: BinaryOperator) -> Position {
    let mut registers = Registers::at(vm.current, position);
    if operator == BinaryOperator::Add && append_in_place(&mut registers) {
        return registers.position();
    }
    let (a, b) = (registers.peek(2), registers.peek(1));
    if let Some(function) = vm.operator_function(operator, false, a, b) {
        return call_operator(vm, registers.position(), function);
    }
    registers.save();
    let b = registers.pop();
    let a = registers.pop();
    let value = check!(vm, registers, vm.binary(operator, &a, &b));
    registers.push(value);
    drop((a, b));
    finalize!(vm, registers);
    registers.position()
}

/// Calls the method of an operator as any function is called. The operands stay where they are: the
/// other one's method may be asked, too.
fn call_operator(vm: &mut Vm, position: Position, function: Ref<Function>) -> Position {
    let registers = Registers::at(vm.current, position);
    if function.code.kind == CodeKind::Function
        && !vm.call_needs_attention()
        && let Some(frame) =
            FramePointer::of_positional_call(&function, None, registers.top_values(2))
    {
        frame.set_flag(FRAME_OPERATOR);
        drop(function);
        return enter_called(vm, registers, frame);
    }
    registers.save();
    let (operator, is_inplace) = operator_at_work(&registers);
    let operands = registers.top_values(2);
    let value = match is_inplace {
        true => vm.inplace(operator, &operands[0], &operands[1]),
        false => vm.binary(operator, &operands[0], &operands[1]),
    };
    let value = check!(vm, registers, value);
    replace_operands(vm, registers, value)
}

fn operator_at_work(registers: &Registers) -> (BinaryOperator, bool) {
    match registers.op_at_work() {
        Op::Binary(operator) => (operator, false),
        Op::InplaceBinary(operator) => (operator, true),
        _ => unreachable!("only these call an operator's method"),
    }
}

/// Goes on with what the method of an operator has given.
pub(super) fn finish_operator(vm: &mut Vm, registers: Registers, value: Value) -> Position {
    if !matches!(value, Value::NotImplemented) {
        return replace_operands(vm, registers, value);
    }
    let (operator, is_inplace) = operator_at_work(&registers);
    let operands = registers.top_values(2);
    let result = vm.binary_after_left(operator, is_inplace, &operands[0], &operands[1]);
    let value = check!(vm, registers, result);
    replace_operands(vm, registers, value)
}

fn replace_operands(vm: &mut Vm, mut registers: Registers, value: Value) -> Position {
    let b = registers.pop();
    let a = std::mem::replace(registers.peek_mut(1), value);
    match b.drop_unless_last() {
        None => let_go(vm, registers, a),
        Some(b) => let_both_go(vm, registers.position(), b, a),
    }
}

#[inline(never)]
fn inplace_binary_slow(vm: &mut Vm, position: Position, operator: BinaryOperator) -> Position {
    let mut registers = Registers::at(vm.current, position);
    if operator == BinaryOperator::Add && append_in_place(&mut registers) {
        return registers.position();
    }
    let (a, b) = (registers.peek(2), registers.peek(1));
    if let Some(function) = vm.operator_function(operator, true, a, b) {
        return call_operator(vm, registers.position(), function);
    }
    registers.save();
    let b = registers.pop();
    let a = registers.pop();
    let value = check!(vm, registers, vm.inplace(operator, &a, &b));
    registers.push(value);
    drop((a, b));
    finalize!(vm, registers);
    registers.position()
}

instruction!(unary_negative(vm, registers, Op::UnaryNegative) {
    registers.save();
    let value = registers.pop();
    let result = check!(vm, registers, vm.negative(&value));
    registers.push(result);
});

instruction!(unary_positive(vm, registers, Op::UnaryPositive) {
    registers.save();
    let value = registers.pop();
    let result = check!(vm, registers, vm.positive(&value));
    registers.push(result);
});

instruction!(unary_invert(vm, registers, Op::UnaryInvert) {
    registers.save();
    let value = registers.pop();
    let result = check!(vm, registers, vm.invert(&value));
    registers.push(result);
});

instruction!(unary_not(vm, registers, Op::UnaryNot) {
    registers.save();
    let value = registers.pop();
    let truth = check!(vm, registers, vm.truth(&value));
    registers.push(Value::bool(!truth));
    drop(value);
    finalize!(vm, registers);
});

instruction!(to_bool(vm, registers, Op::ToBool) {
    registers.save();
    let value = registers.pop();
    let truth = check!(vm, registers, vm.truth(&value));
    registers.push(Value::bool(truth));
});

instruction!(compare<R: Relation>(vm, registers, Op::Compare(_)) {
    match R::quick(registers.peek(2), registers.peek(1)) {
        Some(truth) => registers.replace_numbers(Value::bool(truth)),
        None => return compare_slow(vm, registers.position(), R::COMPARISON),
    }
    return registers.go_on(vm);
});

instruction!(is_(vm, registers, Op::Is(negated)) {
    let b = registers.pop();
    let a = registers.pop();
    registers.push(Value::bool(a.is(&b) != negated));
    drop((a, b));
    finalize!(vm, registers);
    return registers.go_on(vm);
});

instruction!(contains(vm, registers, Op::Contains(negated)) {
    if let Some(found) = set_has_int(&registers) {
        let set = registers.pop();
        registers.drop_numbers(1);
        registers.push(Value::bool(found != negated));
        return let_go(vm, registers, set);
    }
    return contains_slow(vm, registers.position(), negated);
});

/// Whether the set on top of the stack has the number under it, if they are that.
#[inline(always)]
pub(super) fn set_has_int(registers: &Registers) -> Option<bool> {
    let set = registers.peek(1).get_exact::<Set>()?;
    match registers.peek(2) {
        Value::Int(number) => set.table.borrow().has_int(*number, hash_i64(*number)),
        _ => None,
    }
}

#[inline(never)]
pub(super) fn contains_slow(vm: &mut Vm, position: Position, negated: bool) -> Position {
    let mut registers = Registers::at(vm.current, position);
    registers.save();
    let operands = registers.top_values(2);
    match vm.contains(&operands[1], &operands[0]) {
        Ok(found) => {
            registers.drop_values(2);
            registers.push(Value::bool(found != negated));
            finalize!(vm, registers);
        }
        Err(exception) => raise!(vm, registers, exception),
    }
    registers.position()
}

/// Whether two strings are equal or different.
#[inline(always)]
pub(super) fn compare_strings(a: &Value, b: &Value, comparison: Comparison) -> Option<bool> {
    let (Some(a), Some(b)) = (a.get_exact::<Str>(), b.get_exact::<Str>()) else { return None };
    match comparison {
        Comparison::Equal => Some(a.has_text_of(b)),
        Comparison::NotEqual => Some(!a.has_text_of(b)),
        _ => None,
    }
}

/// A comparison of whatever is on the stack.
#[inline(never)]
pub(super) fn compare_slow(vm: &mut Vm, position: Position, comparison: Comparison) -> Position {
    let mut registers = Registers::at(vm.current, position);
    if let Some(truth) = compare_strings(registers.peek(2), registers.peek(1), comparison) {
        registers.drop_values(2);
        registers.push(truth.into());
        return registers.position();
    }
    registers.save();
    let b = registers.pop();
    let a = registers.pop();
    let value = check!(vm, registers, vm.compare(comparison, &a, &b));
    registers.push(value);
    drop((a, b));
    finalize!(vm, registers);
    registers.position()
}
