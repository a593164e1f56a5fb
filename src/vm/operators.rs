//! Operators: arithmetic, comparison, truth, hashing, length.
//!
//! Each begins with the pairs of exact built-in types that programs use most and ends with the
//! special methods of the operands' classes, in CPython's order: a subclass's reflected method goes
//! first, `NotImplemented` passes the question on, and the sequences' `+` and `*` come after
//! everybody's arithmetic.

use std::cmp::Ordering;

use num_bigint::BigInt;
use ouro_grammar::ast::BinaryOperator;

use crate::builtins::types::set::operation_of_two;
use crate::code::op::Comparison;
use crate::object::bytes::{ByteArray, Bytes};
use crate::object::dict::Dict;
use crate::object::equality::{compare_integer_with_float, compare_integers, decide};
use crate::object::function::{Function, NativeFunction};
use crate::object::instance::Instance;
use crate::object::kinds::Kind;
use crate::object::list::List;
use crate::object::number::Integer;
use crate::object::set::{FrozenSet, Set};
use crate::object::string::Str;
use crate::object::tuple::Tuple;
use crate::object::{Exception, Ref, Result, Value};
use crate::vm::Vm;

/// The sign of an operator in messages.
pub fn operator_sign(operator: BinaryOperator) -> &'static str {
    match operator {
        BinaryOperator::Add => "+",
        BinaryOperator::Subtract => "-",
        BinaryOperator::Multiply => "*",
        BinaryOperator::MatrixMultiply => "@",
        BinaryOperator::TrueDivide => "/",
        BinaryOperator::FloorDivide => "//",
        BinaryOperator::Modulo => "%",
        BinaryOperator::Power => "** or pow()",
        BinaryOperator::LeftShift => "<<",
        BinaryOperator::RightShift => ">>",
        BinaryOperator::And => "&",
        BinaryOperator::Or => "|",
        BinaryOperator::Xor => "^",
    }
}

fn inplace_sign(operator: BinaryOperator) -> &'static str {
    match operator {
        BinaryOperator::Add => "+=",
        BinaryOperator::Subtract => "-=",
        BinaryOperator::Multiply => "*=",
        BinaryOperator::MatrixMultiply => "@=",
        BinaryOperator::TrueDivide => "/=",
        BinaryOperator::FloorDivide => "//=",
        BinaryOperator::Modulo => "%=",
        BinaryOperator::Power => "**=",
        BinaryOperator::LeftShift => "<<=",
        BinaryOperator::RightShift => ">>=",
        BinaryOperator::And => "&=",
        BinaryOperator::Or => "|=",
        BinaryOperator::Xor => "^=",
    }
}

/// The sign of a comparison in messages.
pub fn comparison_sign(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Less => "<",
        Comparison::LessEqual => "<=",
        Comparison::Equal => "==",
        Comparison::NotEqual => "!=",
        Comparison::Greater => ">",
        Comparison::GreaterEqual => ">=",
    }
}

/// The comparison that says the same with its sides exchanged.
pub fn reflected(comparison: Comparison) -> Comparison {
    match comparison {
        Comparison::Less => Comparison::Greater,
        Comparison::LessEqual => Comparison::GreaterEqual,
        Comparison::Greater => Comparison::Less,
        Comparison::GreaterEqual => Comparison::LessEqual,
        same => same,
    }
}

/// Whether two things in this order satisfy a comparison.
#[inline]
pub fn satisfies(comparison: Comparison, ordering: Ordering) -> bool {
    match comparison {
        Comparison::Less => ordering.is_lt(),
        Comparison::LessEqual => ordering.is_le(),
        Comparison::Equal => ordering.is_eq(),
        Comparison::NotEqual => ordering.is_ne(),
        Comparison::Greater => ordering.is_gt(),
        Comparison::GreaterEqual => ordering.is_ge(),
    }
}

#[inline]
fn binary_small(operator: BinaryOperator, a: i64, b: i64) -> Option<Value> {
    let result = match operator {
        BinaryOperator::Add => match a.checked_add(b) {
            Some(sum) => sum,
            None => return Some(Value::from(BigInt::from(a) + b)),
        },
        BinaryOperator::Subtract => match a.checked_sub(b) {
            Some(difference) => difference,
            None => return Some(Value::from(BigInt::from(a) - b)),
        },
        BinaryOperator::Multiply => match a.checked_mul(b) {
            Some(product) => product,
            None => return Some(Value::from(BigInt::from(a) * b)),
        },
        BinaryOperator::TrueDivide => {
            const EXACT: u64 = 1 << 53;
            if b == 0 || a.unsigned_abs() > EXACT || b.unsigned_abs() > EXACT {
                return None;
            }
            return Some(Value::float(a as f64 / b as f64));
        }
        BinaryOperator::FloorDivide if b != 0 && b != -1 => num_integer::Integer::div_floor(&a, &b),
        BinaryOperator::Modulo if b != 0 && b != -1 => num_integer::Integer::mod_floor(&a, &b),
        BinaryOperator::Power => a.checked_pow(u32::try_from(b).ok()?)?,
        BinaryOperator::LeftShift => {
            if !(0..63).contains(&b) || (a << b) >> b != a {
                return None;
            }
            a << b
        }
        BinaryOperator::RightShift if b >= 0 => a >> b.min(63),
        BinaryOperator::And => a & b,
        BinaryOperator::Or => a | b,
        BinaryOperator::Xor => a ^ b,
        _ => return None,
    };
    Some(Value::Int(result))
}

/// Whether the value's class is `set` or `frozenset` itself.
fn is_exact_set(value: &Value) -> bool {
    match value {
        Value::Object(object) => {
            matches!(object.kind(), Kind::Set | Kind::FrozenSet) && !object.is_derived()
        }
        _ => false,
    }
}

#[inline]
fn binary_float(operator: BinaryOperator, a: f64, b: f64) -> Option<Value> {
    Some(Value::float(match operator {
        BinaryOperator::Add => a + b,
        BinaryOperator::Subtract => a - b,
        BinaryOperator::Multiply => a * b,
        BinaryOperator::TrueDivide if b != 0.0 => a / b,
        _ => return None,
    }))
}

impl Vm {
    /// `a ∘ b`.
    #[inline]
    pub fn binary(&mut self, operator: BinaryOperator, a: &Value, b: &Value) -> Result {
        let fast = match (a, b) {
            (Value::Int(a), Value::Int(b)) => binary_small(operator, *a, *b),
            (Value::Float(a), Value::Float(b)) => binary_float(operator, a.get(), b.get()),
            (Value::Int(a), Value::Float(b)) => binary_float(operator, *a as f64, b.get()),
            (Value::Float(a), Value::Int(b)) => binary_float(operator, a.get(), *b as f64),
            _ if operator == BinaryOperator::Add => concatenate_exact(a, b),
            // A tuple has no `__rmod__` that could want to be asked first.
            _ if operator == BinaryOperator::Modulo
                && a.get_exact::<Str>().is_some()
                && b.get_exact::<Tuple>().is_some() =>
            {
                return crate::builtins::percent_format::format_str(self, a, b);
            }
            _ => None,
        };
        match fast {
            Some(result) => Ok(result),
            None => self.binary_general(operator, a, b),
        }
    }

    #[inline(never)]
    fn binary_general(&mut self, operator: BinaryOperator, a: &Value, b: &Value) -> Result {
        if is_exact_set(a)
            && is_exact_set(b)
            && let Some(operation) = operation_of_two(operator)
        {
            return operation(self, a, std::slice::from_ref(b));
        }
        let result = self.binary_special(operator, a, b)?;
        match result {
            Some(result) => Ok(result),
            None => Err(self.unsupported_operands(operator_sign(operator), a, b)),
        }
    }

    /// `a ∘= b`: what the target is bound to afterwards.
    pub fn inplace(&mut self, operator: BinaryOperator, a: &Value, b: &Value) -> Result {
        if !matches!(a, Value::Object(_)) {
            let fast = match (a, b) {
                (Value::Int(a), Value::Int(b)) => binary_small(operator, *a, *b),
                (Value::Float(a), Value::Float(b)) => binary_float(operator, a.get(), b.get()),
                _ => None,
            };
            if let Some(result) = fast {
                return Ok(result);
            }
        } else if operator == BinaryOperator::Add
            && let Some(text) = concatenate_exact_strings(a, b)
        {
            return Ok(text);
        }
        let name = self.inplace_name(operator);
        let method = self.lookup_special(a, &name);
        let is_sequence = is_sequence_operator(operator)
            && method.as_ref().is_some_and(|method| self.is_native_sequence(a, method));
        if is_sequence {
            // As in CPython: the other side's arithmetic comes before the sequence's own.
            if let Some(result) = self.binary_numbers(operator, a, b)? {
                return Ok(result);
            }
            if operator == BinaryOperator::Multiply {
                return self.repeat_sequence(&name, a, b);
            }
        }
        if method.is_some()
            && let Some(result) = self.call_special(a, &name, std::slice::from_ref(b))?
            && !matches!(result, Value::NotImplemented)
        {
            return Ok(result);
        }
        match self.binary_special(operator, a, b)? {
            Some(result) => Ok(result),
            None => Err(self.unsupported_operands(inplace_sign(operator), a, b)),
        }
    }

    /// The method that `a ∘ b`, or with `is_inplace` `a ∘= b`, calls first, if that is a Python
    /// function of the left operand's class.
    #[inline]
    pub fn operator_function(
        &self,
        operator: BinaryOperator,
        is_inplace: bool,
        a: &Value,
        b: &Value,
    ) -> Option<Ref<Function>> {
        let shape = a.get::<Instance>()?.shape();
        let class = shape.class();
        if is_inplace && self.lookup_class(class, &self.inplace_name(operator)).is_some() {
            return None;
        }
        if b.get::<Instance>().is_none_or(|b| !b.shape().class().same(class))
            && self.class_of(b).is_subclass_of(class)
        {
            // The right operand's method may go first.
            return None;
        }
        match self.lookup_class(class, self.operator_names(operator).0)? {
            Value::Object(method) => method.downcast().ok(),
            _ => None,
        }
    }

    /// What an operator gives when the left operand's method has given NotImplemented.
    #[cold]
    pub fn binary_after_left(
        &mut self,
        operator: BinaryOperator,
        is_inplace: bool,
        a: &Value,
        b: &Value,
    ) -> Result {
        let reflected = self.operator_names(operator).1.clone();
        let skip_sequences = is_sequence_operator(operator);
        let mut result = None;
        if !self.class_of(a).same(&self.class_of(b))
            && let Some(method) = self.lookup_special(b, &reflected)
            && !(skip_sequences && self.is_native_sequence(b, &method))
        {
            result = self.try_special(b, &reflected, a)?;
        }
        if result.is_none() {
            result = self.binary_sequences(operator, a, b)?;
        }
        result.ok_or_else(|| {
            let sign = if is_inplace { inplace_sign(operator) } else { operator_sign(operator) };
            self.unsupported_operands(sign, a, b)
        })
    }

    /// The operator by special methods; `None` if no side knows it.
    fn binary_special(
        &mut self,
        operator: BinaryOperator,
        a: &Value,
        b: &Value,
    ) -> Result<Option<Value>> {
        if let Some(result) = self.binary_numbers(operator, a, b)? {
            return Ok(Some(result));
        }
        self.binary_sequences(operator, a, b)
    }

    /// The operator by the built-in sequences' own methods.
    fn binary_sequences(
        &mut self,
        operator: BinaryOperator,
        a: &Value,
        b: &Value,
    ) -> Result<Option<Value>> {
        if !is_sequence_operator(operator) {
            return Ok(None);
        }
        let name = self.operator_names(operator).0.clone();
        let is_sequence = |vm: &Vm, value: &Value| {
            let method = vm.lookup_special(value, &name);
            method.is_some_and(|method| vm.is_native_sequence(value, &method))
        };
        if operator == BinaryOperator::Add {
            if is_sequence(self, a) {
                let result = self.call_special(a, &name, std::slice::from_ref(b))?;
                return Ok(result.filter(|result| !matches!(result, Value::NotImplemented)));
            }
        } else if is_sequence(self, a) {
            return self.repeat_sequence(&name, a, b).map(Some);
        } else if is_sequence(self, b) {
            return self.repeat_sequence(&name, b, a).map(Some);
        }
        Ok(None)
    }

    /// The operator by all special methods except the built-in sequences' own.
    fn binary_numbers(
        &mut self,
        operator: BinaryOperator,
        a: &Value,
        b: &Value,
    ) -> Result<Option<Value>> {
        let (name, reflected) = self.operator_names(operator);
        let (name, reflected) = (name.clone(), reflected.clone());
        self.binary_methods(a, b, &name, &reflected, is_sequence_operator(operator))
    }

    /// `a.name(b)` and `b.reflected(a)` in the right order.
    fn binary_methods(
        &mut self,
        a: &Value,
        b: &Value,
        name: &Ref<Str>,
        reflected: &Ref<Str>,
        skip_sequences: bool,
    ) -> Result<Option<Value>> {
        let (class_a, class_b) = (self.class_of(a), self.class_of(b));
        let usable = |vm: &Vm, value: &Value, method: &Value| {
            !(skip_sequences && vm.is_native_sequence(value, method))
        };
        let left = self.lookup_special(a, name).filter(|method| usable(self, a, method));
        let mut right = None;
        if !class_a.same(&class_b) {
            right = self.lookup_special(b, reflected).filter(|method| usable(self, b, method));
        }
        if let Some(method) = &right
            && class_b.is_subclass_of(&class_a)
            && !self.lookup_special(a, reflected).is_some_and(|inherited| inherited.is(method))
        {
            if let Some(result) = self.try_special(b, reflected, a)? {
                return Ok(Some(result));
            }
            right = None;
        }
        if left.is_some()
            && let Some(result) = self.try_special(a, name, b)?
        {
            return Ok(Some(result));
        }
        if right.is_some() {
            return self.try_special(b, reflected, a);
        }
        Ok(None)
    }

    /// A special method's answer; `None` for NotImplemented.
    fn try_special(
        &mut self,
        receiver: &Value,
        name: &Ref<Str>,
        other: &Value,
    ) -> Result<Option<Value>> {
        let result = self.call_special(receiver, name, std::slice::from_ref(other))?;
        Ok(result.filter(|result| !matches!(result, Value::NotImplemented)))
    }

    /// Whether `method` is the native `+` or `*` of a sequence.
    fn is_native_sequence(&self, value: &Value, method: &Value) -> bool {
        let Value::Object(object) = value else { return false };
        if method.get::<NativeFunction>().is_none() {
            return false;
        }
        match object.kind() {
            Kind::List | Kind::Tuple | Kind::Str | Kind::Bytes | Kind::ByteArray => true,
            Kind::Native => self.class_of(value).flag(|flags| flags.is_sequence),
            _ => false,
        }
    }

    /// `sequence * count`; `name` is `__mul__` or `__imul__`.
    fn repeat_sequence(&mut self, name: &Ref<Str>, sequence: &Value, count: &Value) -> Result {
        let index = self.names.index.clone();
        if count.as_integer().is_none() && self.lookup_special(count, &index).is_none() {
            let kind = self.type_name(count);
            return Err(
                self.type_error(format!("can't multiply sequence by non-int of type '{kind}'"))
            );
        }
        let result = self.call_special(sequence, name, std::slice::from_ref(count))?;
        Ok(result.unwrap_or(Value::NotImplemented))
    }

    #[cold]
    fn unsupported_operands(&mut self, sign: &str, a: &Value, b: &Value) -> Ref<Exception> {
        let (left, right) = (self.type_name(a), self.type_name(b));
        let mut message = format!("unsupported operand type(s) for {sign}: '{left}' and '{right}'");
        if sign == ">>" && a.get::<NativeFunction>().is_some_and(|f| f.native.name == "print") {
            message.push_str(". Did you mean \"print(<message>, file=<output_stream>)\"?");
        }
        self.type_error(message)
    }

    fn operator_names(&self, operator: BinaryOperator) -> (&Ref<Str>, &Ref<Str>) {
        let names = &self.names;
        match operator {
            BinaryOperator::Add => (&names.add, &names.radd),
            BinaryOperator::Subtract => (&names.sub, &names.rsub),
            BinaryOperator::Multiply => (&names.mul, &names.rmul),
            BinaryOperator::MatrixMultiply => (&names.matmul, &names.rmatmul),
            BinaryOperator::TrueDivide => (&names.truediv, &names.rtruediv),
            BinaryOperator::FloorDivide => (&names.floordiv, &names.rfloordiv),
            BinaryOperator::Modulo => (&names.mod_, &names.rmod),
            BinaryOperator::Power => (&names.pow, &names.rpow),
            BinaryOperator::LeftShift => (&names.lshift, &names.rlshift),
            BinaryOperator::RightShift => (&names.rshift, &names.rrshift),
            BinaryOperator::And => (&names.and, &names.rand),
            BinaryOperator::Or => (&names.or, &names.ror),
            BinaryOperator::Xor => (&names.xor, &names.rxor),
        }
    }

    fn inplace_name(&self, operator: BinaryOperator) -> Ref<Str> {
        let names = &self.names;
        match operator {
            BinaryOperator::Add => &names.iadd,
            BinaryOperator::Subtract => &names.isub,
            BinaryOperator::Multiply => &names.imul,
            BinaryOperator::MatrixMultiply => &names.imatmul,
            BinaryOperator::TrueDivide => &names.itruediv,
            BinaryOperator::FloorDivide => &names.ifloordiv,
            BinaryOperator::Modulo => &names.imod,
            BinaryOperator::Power => &names.ipow,
            BinaryOperator::LeftShift => &names.ilshift,
            BinaryOperator::RightShift => &names.irshift,
            BinaryOperator::And => &names.iand,
            BinaryOperator::Or => &names.ior,
            BinaryOperator::Xor => &names.ixor,
        }
        .clone()
    }

    /// `divmod(a, b)`.
    pub fn divide_with_remainder(&mut self, a: &Value, b: &Value) -> Result {
        let (name, reflected) = (self.names.divmod.clone(), self.names.rdivmod.clone());
        match self.binary_methods(a, b, &name, &reflected, false)? {
            Some(result) => Ok(result),
            None => Err(self.unsupported_operands("divmod()", a, b)),
        }
    }

    /// `pow(a, b, modulus)`: only the first operand's class is asked beside the ints.
    pub fn power_modulo(&mut self, a: &Value, b: &Value, modulus: &Value) -> Result {
        if modulus.is_none() {
            return self.binary(BinaryOperator::Power, a, b);
        }
        let name = self.names.pow.clone();
        let arguments = [b.clone(), modulus.clone()];
        match self.call_special(a, &name, &arguments)? {
            Some(result) if !matches!(result, Value::NotImplemented) => Ok(result),
            _ => {
                if [a, b, modulus].iter().any(|value| matches!(value, Value::Float(_))) {
                    return Err(self.type_error(
                        "pow() 3rd argument not allowed unless all arguments are integers",
                    ));
                }
                let names = [a, b, modulus].map(|value| self.type_name(value));
                Err(self.type_error(format!(
                    "unsupported operand type(s) for ** or pow(): '{}', '{}', '{}'",
                    names[0], names[1], names[2]
                )))
            }
        }
    }

    /// `-a`.
    pub fn negative(&mut self, a: &Value) -> Result {
        match a {
            Value::Int(number) if *number != i64::MIN => Ok(Value::Int(-number)),
            Value::Float(number) => Ok(Value::float(-number.get())),
            _ => {
                let name = self.names.neg.clone();
                self.unary(a, &name, "-")
            }
        }
    }

    /// `+a`.
    pub fn positive(&mut self, a: &Value) -> Result {
        match a {
            Value::Int(_) | Value::Float(_) => Ok(a.clone()),
            _ => {
                let name = self.names.pos.clone();
                self.unary(a, &name, "+")
            }
        }
    }

    /// `~a`.
    pub fn invert(&mut self, a: &Value) -> Result {
        match a {
            Value::Int(number) => Ok(Value::Int(!number)),
            _ => {
                let name = self.names.invert.clone();
                self.unary(a, &name, "~")
            }
        }
    }

    fn unary(&mut self, a: &Value, name: &Ref<Str>, sign: &str) -> Result {
        match self.call_special(a, name, &[])? {
            Some(result) => Ok(result),
            None => {
                let kind = self.type_name(a);
                Err(self.type_error(format!("bad operand type for unary {sign}: '{kind}'")))
            }
        }
    }

    /// `a ∘ b` for the six comparisons; the result need not be a truth value.
    #[inline]
    pub fn compare(&mut self, comparison: Comparison, a: &Value, b: &Value) -> Result {
        match compare_exact(comparison, a, b) {
            Some(result) => Ok(Value::bool(result)),
            None => self.compare_general(comparison, a, b),
        }
    }

    #[inline(never)]
    fn compare_general(&mut self, comparison: Comparison, a: &Value, b: &Value) -> Result {
        self.with_recursion_check("in comparison", |vm| {
            if let (Some(x), Some(y)) = (a.get_exact::<List>(), b.get_exact::<List>()) {
                return vm.compare_lists(comparison, x, y);
            }
            if let (Some(_), Some(_)) = (a.get_exact::<Tuple>(), b.get_exact::<Tuple>())
                && let (Some(x), Some(y)) = (a.as_tuple(), b.as_tuple())
            {
                return vm.compare_tuples(comparison, x, y);
            }
            vm.compare_special(comparison, a, b)
        })
    }

    fn compare_special(&mut self, comparison: Comparison, a: &Value, b: &Value) -> Result {
        let name = self.comparison_name(comparison);
        let reflected = self.comparison_name(reflected(comparison));
        let (class_a, class_b) = (self.class_of(a), self.class_of(b));
        let right_first = !class_a.same(&class_b) && class_b.is_subclass_of(&class_a);
        if right_first && let Some(result) = self.try_special(b, &reflected, a)? {
            return Ok(result);
        }
        if let Some(result) = self.try_special(a, &name, b)? {
            return Ok(result);
        }
        if !right_first && let Some(result) = self.try_special(b, &reflected, a)? {
            return Ok(result);
        }
        match comparison {
            Comparison::Equal => Ok(Value::bool(a.is(b))),
            Comparison::NotEqual => Ok(Value::bool(!a.is(b))),
            _ => {
                let (left, right) = (self.type_name(a), self.type_name(b));
                Err(self.type_error(format!(
                    "'{}' not supported between instances of '{left}' and '{right}'",
                    comparison_sign(comparison)
                )))
            }
        }
    }

    /// The special method of a comparison.
    pub fn comparison_name(&self, comparison: Comparison) -> Ref<Str> {
        match comparison {
            Comparison::Less => &self.names.lt,
            Comparison::LessEqual => &self.names.le,
            Comparison::Equal => &self.names.eq,
            Comparison::NotEqual => &self.names.ne,
            Comparison::Greater => &self.names.gt,
            Comparison::GreaterEqual => &self.names.ge,
        }
        .clone()
    }

    /// Compares lists item by item; either may change meanwhile.
    pub fn compare_lists(&mut self, comparison: Comparison, a: &List, b: &List) -> Result {
        if let Some(result) = decide_by_length(comparison, a.len(), b.len()) {
            return Ok(result);
        }
        let mut index = 0;
        while let (Some(x), Some(y)) = (a.get(index), b.get(index)) {
            if !self.equal(&x, &y)? {
                return self.compare_different(comparison, &x, &y);
            }
            index += 1;
        }
        Ok(Value::bool(satisfies(comparison, a.len().cmp(&b.len()))))
    }

    /// Compares tuples item by item.
    pub fn compare_tuples(&mut self, comparison: Comparison, a: &[Value], b: &[Value]) -> Result {
        // No short cut by length: CPython compares the items first.
        for (x, y) in a.iter().zip(b) {
            if !self.equal(x, y)? {
                return self.compare_different(comparison, x, y);
            }
        }
        Ok(Value::bool(satisfies(comparison, a.len().cmp(&b.len()))))
    }

    fn compare_different(&mut self, comparison: Comparison, x: &Value, y: &Value) -> Result {
        match comparison {
            Comparison::Equal => Ok(Value::False),
            Comparison::NotEqual => Ok(Value::True),
            _ => self.compare(comparison, x, y),
        }
    }

    /// Whether two values are the same or equal, as containers ask.
    #[inline]
    pub fn equal(&mut self, a: &Value, b: &Value) -> Result<bool> {
        match decide(a, b) {
            Some(result) => Ok(result),
            None => {
                let result = self.compare_general(Comparison::Equal, a, b)?;
                self.truth(&result)
            }
        }
    }

    /// `a < b`, as sorting asks.
    #[inline]
    pub fn less(&mut self, a: &Value, b: &Value) -> Result<bool> {
        match compare_exact(Comparison::Less, a, b) {
            Some(result) => Ok(result),
            None => {
                let result = self.compare_general(Comparison::Less, a, b)?;
                self.truth(&result)
            }
        }
    }

    /// `bool(value)`.
    #[inline]
    pub fn truth(&mut self, value: &Value) -> Result<bool> {
        match value {
            Value::True => Ok(true),
            Value::False | Value::None => Ok(false),
            Value::Int(number) => Ok(*number != 0),
            Value::Float(number) => Ok(number.get() != 0.0),
            _ => self.truth_of_object(value),
        }
    }

    #[inline(never)]
    fn truth_of_object(&mut self, value: &Value) -> Result<bool> {
        if let Some(length) = exact_length(value) {
            return Ok(length != 0);
        }
        if matches!(value, Value::Ellipsis) {
            return Ok(true);
        }
        let name = self.names.bool_.clone();
        match self.call_special(value, &name, &[])? {
            Some(Value::True) => return Ok(true),
            Some(Value::False) => return Ok(false),
            Some(other) => {
                let kind = self.type_name(&other);
                return Err(
                    self.type_error(format!("__bool__ should return bool, returned {kind}"))
                );
            }
            None => {}
        }
        Ok(self.special_length(value)?.is_none_or(|length| length != 0))
    }

    /// `len(value)`.
    #[inline]
    pub fn length(&mut self, value: &Value) -> Result<usize> {
        if let Some(length) = exact_length(value) {
            return Ok(length);
        }
        match self.special_length(value)? {
            Some(length) => Ok(length),
            None => {
                let kind = self.type_name(value);
                Err(self.type_error(format!("object of type '{kind}' has no len()")))
            }
        }
    }

    /// What `__len__` says; `None` if there is none.
    fn special_length(&mut self, value: &Value) -> Result<Option<usize>> {
        let name = self.names.len.clone();
        let Some(length) = self.call_special(value, &name, &[])? else { return Ok(None) };
        let length = self.index(&length)?;
        match length.as_integer() {
            Some(number) if number.is_negative() => {
                Err(self.value_error("__len__() should return >= 0"))
            }
            Some(Integer::Small(number)) => Ok(Some(number as usize)),
            _ => Err(self.overflow_error("cannot fit 'int' into an index-sized integer")),
        }
    }

    /// `operator.index(value)`: an exact int.
    pub fn index(&mut self, value: &Value) -> Result {
        if let Value::Int(_) = value {
            return Ok(value.clone());
        }
        if let Some(number) = value.as_integer() {
            return Ok(Value::from(number.to_bigint()));
        }
        let name = self.names.index.clone();
        match self.call_special(value, &name, &[])? {
            None => {
                let kind = self.type_name(value);
                Err(self.type_error(format!("'{kind}' object cannot be interpreted as an integer")))
            }
            Some(result) => match result.as_integer() {
                Some(number) => Ok(Value::from(number.to_bigint())),
                None => {
                    let kind = self.type_name(&result);
                    Err(self.type_error(format!("__index__ returned non-int (type {kind})")))
                }
            },
        }
    }

    /// An argument that CPython takes as `Py_ssize_t`.
    pub fn index_i64(&mut self, value: &Value) -> Result<i64> {
        if let Value::Int(number) = value {
            return Ok(*number);
        }
        let index = self.index(value)?;
        match index.as_integer().and_then(|number| number.to_i64()) {
            Some(number) => Ok(number),
            None => Err(self.overflow_error("Python int too large to convert to C ssize_t")),
        }
    }

    /// The count of a repetition: too large a number is an OverflowError.
    pub fn index_count(&mut self, value: &Value) -> Result<i64> {
        let index = self.index(value)?;
        match index.as_integer().and_then(|number| number.to_i64()) {
            Some(number) => Ok(number),
            None => {
                let kind = self.type_name(value);
                Err(self.overflow_error(format!("cannot fit '{kind}' into an index-sized integer")))
            }
        }
    }

    /// Whether a value can be an index: an int or something with `__index__`.
    pub fn is_index(&self, value: &Value) -> bool {
        value.as_integer().is_some() || self.lookup_special(value, &self.names.index).is_some()
    }
}

fn is_sequence_operator(operator: BinaryOperator) -> bool {
    matches!(operator, BinaryOperator::Add | BinaryOperator::Multiply)
}

/// `+` of two exact strings, lists or tuples.
fn concatenate_exact(a: &Value, b: &Value) -> Option<Value> {
    if let Some(text) = concatenate_exact_strings(a, b) {
        return Some(text);
    }
    if let (Some(x), Some(y)) = (a.get_exact::<List>(), b.get_exact::<List>()) {
        let (x, y) = (x.items.borrow(), y.items.borrow());
        return Some(Value::object(List::new([&x[..], &y[..]].concat())));
    }
    a.get_exact::<Tuple>()?;
    b.get_exact::<Tuple>()?;
    let (x, y) = (a.as_tuple()?, b.as_tuple()?);
    if x.is_empty() {
        return Some(b.clone());
    }
    if y.is_empty() {
        return Some(a.clone());
    }
    Some(Value::object(Tuple::new([x, y].concat())))
}

#[inline]
fn concatenate_exact_strings(a: &Value, b: &Value) -> Option<Value> {
    let (x, y) = (a.get_exact::<Str>()?, b.get_exact::<Str>()?);
    if x.is_empty() {
        return Some(b.clone());
    }
    if y.is_empty() {
        return Some(a.clone());
    }
    let mut text = String::with_capacity(x.as_str().len() + y.as_str().len());
    text.push_str(x.as_str());
    text.push_str(y.as_str());
    Some(Value::from(text))
}

/// A comparison of numbers or strings of exact types.
#[inline]
fn compare_exact(comparison: Comparison, a: &Value, b: &Value) -> Option<bool> {
    let ordering = match (a, b) {
        (Value::Int(a), Value::Int(b)) => Some(a.cmp(b)),
        (Value::Float(a), Value::Float(b)) => a.get().partial_cmp(&b.get()),
        (Value::Object(x), Value::Object(y)) => {
            if x.is_derived() || y.is_derived() {
                return None;
            }
            if let (Some(x), Some(y)) = (x.get::<Str>(), y.get::<Str>()) {
                if comparison == Comparison::Equal {
                    return Some(x.as_str() == y.as_str());
                }
                Some(x.as_str().cmp(y.as_str()))
            } else {
                compare_numbers(a, b)?
            }
        }
        _ => compare_numbers(a, b)?,
    };
    Some(match ordering {
        Some(ordering) => satisfies(comparison, ordering),
        // Nothing can be said about NaN but that it is different.
        None => comparison == Comparison::NotEqual,
    })
}

fn compare_numbers(a: &Value, b: &Value) -> Option<Option<Ordering>> {
    let is_number = |value: &Value| match value {
        Value::Int(_) | Value::Float(_) | Value::True | Value::False => true,
        Value::Object(object) => !object.is_derived() && object.kind() == Kind::BigInt,
        _ => false,
    };
    if !is_number(a) || !is_number(b) {
        return None;
    }
    match (a.as_integer(), b.as_integer()) {
        (Some(x), Some(y)) => Some(Some(compare_integers(&x, &y))),
        (Some(x), None) => Some(compare_integer_with_float(&x, b.as_float()?)),
        (None, Some(y)) => {
            Some(compare_integer_with_float(&y, a.as_float()?).map(Ordering::reverse))
        }
        (None, None) => Some(a.as_float()?.partial_cmp(&b.as_float()?)),
    }
}

fn decide_by_length(comparison: Comparison, a: usize, b: usize) -> Option<Value> {
    match comparison {
        Comparison::Equal if a != b => Some(Value::False),
        Comparison::NotEqual if a != b => Some(Value::True),
        _ => None,
    }
}

/// The length of an object of an exact built-in type.
#[inline]
fn exact_length(value: &Value) -> Option<usize> {
    let Value::Object(object) = value else { return None };
    if object.is_derived() {
        return None;
    }
    match object.kind() {
        Kind::Str => object.get::<Str>().map(|text| text.len()),
        Kind::List => object.get::<List>().map(|list| list.len()),
        Kind::Tuple => object.get::<Tuple>().map(|tuple| tuple.len()),
        Kind::Dict => object.get::<Dict>().map(|dict| dict.len()),
        Kind::Set => object.get::<Set>().map(|set| set.table.borrow().len()),
        Kind::FrozenSet => object.get::<FrozenSet>().map(|set| set.table.len()),
        Kind::Bytes => object.get::<Bytes>().map(|bytes| bytes.data.len()),
        Kind::ByteArray => object.get::<ByteArray>().map(|bytes| bytes.data.borrow().len()),
        _ => None,
    }
}
