//! Iteration: `iter`, `next`, unpacking, eating a whole iterable.

use crate::builtins::exceptions::ExceptionKind;
use crate::code::CodeKind;
use crate::object::bytes::{ByteArray, Bytes};
use crate::object::dict::{Dict, DictView, ViewKind};
use crate::object::frame::Frame;
use crate::object::iterator::{Iterator, IteratorKind};
use crate::object::kinds::Kind;
use crate::object::list::List;
use crate::object::native::NativeObject;
use crate::object::range::Range;
use crate::object::set::{FrozenSet, Set};
use crate::object::string::Str;
use crate::object::tuple::Tuple;
use crate::object::{Exception, Ref, Result, Value};
use crate::vm::Vm;
use crate::vm::dispatch::RunEnd;

impl Vm {
    /// `iter(value)`.
    pub fn iter(&mut self, value: &Value) -> Result {
        if let Value::Object(object) = value
            && !object.is_derived()
            && let Some(iterator) = self.iter_exact(value, object.kind())
        {
            return Ok(iterator);
        }
        let name = self.names.iter.clone();
        match self.lookup_special(value, &name) {
            Some(Value::None) => Err(self.not_iterable(value)),
            Some(_) => match self.call_special(value, &name, &[])? {
                Some(iterator) if self.is_iterator(&iterator) => Ok(iterator),
                Some(other) => {
                    let kind = self.type_name(&other);
                    Err(self.type_error(format!("iter() returned non-iterator of type '{kind}'")))
                }
                None => Err(self.not_iterable(value)),
            },
            None => {
                let getitem = self.names.getitem.clone();
                let is_mapping = value.get::<Dict>().is_some();
                if self.lookup_special(value, &getitem).is_some() && !is_mapping {
                    return Ok(Iterator::new(IteratorKind::Sequence, value.clone()).into());
                }
                Err(self.not_iterable(value))
            }
        }
    }

    /// The iterator of an object whose class is built in.
    fn iter_exact(&self, value: &Value, kind: Kind) -> Option<Value> {
        Some(match kind {
            Kind::List => Iterator::new(IteratorKind::List, value.clone()).into(),
            Kind::Tuple => Iterator::new(IteratorKind::Tuple, value.clone()).into(),
            Kind::Range => value.get::<Range>()?.iterator(),
            Kind::Dict => dict_iterator(IteratorKind::DictKeys, value.get_ref::<Dict>()?),
            Kind::Str => {
                let ascii = value.get::<Str>()?.is_ascii();
                let kind = if ascii { IteratorKind::StrAscii } else { IteratorKind::Str };
                Iterator::new(kind, value.clone()).into()
            }
            Kind::Set | Kind::FrozenSet => set_iterator(value),
            Kind::DictView => {
                let view = value.get::<DictView>()?;
                let kind = match view.kind {
                    ViewKind::Keys => IteratorKind::DictKeys,
                    ViewKind::Values => IteratorKind::DictValues,
                    ViewKind::Items => IteratorKind::DictItems,
                };
                dict_iterator(kind, &view.dict)
            }
            Kind::Bytes => Iterator::new(IteratorKind::Bytes, value.clone()).into(),
            Kind::ByteArray => Iterator::new(IteratorKind::ByteArray, value.clone()).into(),
            Kind::Iterator => value.clone(),
            _ => return None,
        })
    }

    /// Whether the value's class has a `__next__`.
    pub fn is_iterator(&self, value: &Value) -> bool {
        match value {
            Value::Object(object) if object.kind() == Kind::Iterator => true,
            _ => !matches!(self.lookup_special(value, &self.names.next), None | Some(Value::None)),
        }
    }

    /// Whether `iter()` has a way with the value.
    pub fn is_iterable(&self, value: &Value) -> bool {
        match self.lookup_special(value, &self.names.iter) {
            Some(method) => !method.is_none(),
            None => self.lookup_special(value, &self.names.getitem).is_some(),
        }
    }

    #[cold]
    fn not_iterable(&mut self, value: &Value) -> Ref<Exception> {
        let kind = self.type_name(value);
        self.type_error(format!("'{kind}' object is not iterable"))
    }

    /// The next item of an iterator; `None` when it is exhausted.
    #[inline]
    pub fn next(&mut self, iterator: &Value) -> Result<Option<Value>> {
        if let Value::Object(object) = iterator
            && !object.is_derived()
            && let Some(native) = object.downcast_ref::<Iterator>()
        {
            return advance(self, native);
        }
        if let Some(generator) = iterator.get_ref::<Frame>()
            && generator.linked().kind == CodeKind::Generator
        {
            return self.next_of_generator(generator);
        }
        self.next_by_method(iterator)
    }

    /// The same for whoever wants the value of the StopIteration that ends an iterator: that comes
    /// through from wherever it was raised.
    pub fn next_or_stop(&mut self, iterator: &Value) -> Result<Option<Value>> {
        if let Value::Object(object) = iterator
            && !object.is_derived()
            && let Some(native) = object.downcast_ref::<Iterator>()
        {
            return advance_by_kind(self, native);
        }
        if let Some(generator) = iterator.get_ref::<Frame>()
            && generator.linked().kind == CodeKind::Generator
        {
            return match self.advance_generator(generator)? {
                RunEnd::Yielded(item) | RunEnd::AsyncYielded(item) => Ok(Some(item)),
                RunEnd::Returned(Value::None) => Ok(None),
                RunEnd::Returned(value) => Err(self.stop_iteration(value)),
            };
        }
        self.next_or_stop_by_method(iterator)
    }

    fn next_by_method(&mut self, iterator: &Value) -> Result<Option<Value>> {
        let next = self.next_or_stop_by_method(iterator);
        self.end_at_stop_iteration(next)
    }

    fn next_or_stop_by_method(&mut self, iterator: &Value) -> Result<Option<Value>> {
        if let Value::Object(object) = iterator
            && !object.is_derived()
            && let Some(native) = object.get::<NativeObject>()
            && let Some(item) = native.data().next_item(self)
        {
            return item;
        }
        let name = self.names.next.clone();
        match self.call_special(iterator, &name, &[])? {
            Some(item) => Ok(Some(item)),
            None => {
                let kind = self.type_name(iterator);
                Err(self.type_error(format!("'{kind}' object is not an iterator")))
            }
        }
    }

    /// Makes a StopIteration an end.
    #[inline]
    pub fn end_at_stop_iteration(&mut self, next: Result<Option<Value>>) -> Result<Option<Value>> {
        match next {
            Err(error) if self.is_exception(&error, ExceptionKind::StopIteration) => Ok(None),
            next => next,
        }
    }

    /// Calls `f` with each item until it answers false.
    pub fn for_each(
        &mut self,
        iterable: &Value,
        mut f: impl FnMut(&mut Vm, Value) -> Result<bool>,
    ) -> Result<()> {
        let iterator = self.iter(iterable)?;
        while let Some(item) = self.next(&iterator)? {
            if !f(self, item)? {
                break;
            }
        }
        Ok(())
    }

    /// All items of an iterable.
    pub fn collect(&mut self, iterable: &Value) -> Result<Vec<Value>> {
        if let Some(items) = exact_items(iterable) {
            return Ok(items);
        }
        let iterator = self.iter(iterable)?;
        let hint = self.length_hint(iterable)?.unwrap_or(0);
        let mut items = self.room_for(hint)?;
        while let Some(item) = self.next(&iterator)? {
            items.push(item);
        }
        Ok(items)
    }

    /// How many items a value says it has; None if it does not say.
    ///
    /// # Errors
    /// What `__len__` or `__length_hint__` raises, but for TypeError.
    pub fn length_hint(&mut self, value: &Value) -> Result<Option<usize>> {
        if let Value::Object(object) = value
            && object.kind() == Kind::Frame
        {
            return Ok(None);
        }
        let len = self.names.len.clone();
        if self.lookup_special(value, &len).is_some() {
            match self.length(value) {
                Ok(length) => return Ok(Some(length)),
                Err(error) if self.is_exception(&error, ExceptionKind::TypeError) => {}
                Err(error) => return Err(error),
            }
        }
        let name = self.names.length_hint.clone();
        let hint = match self.call_special(value, &name, &[]) {
            Ok(Some(hint)) => hint,
            Ok(None) => return Ok(None),
            Err(error) if self.is_exception(&error, ExceptionKind::TypeError) => {
                return Ok(None);
            }
            Err(error) => return Err(error),
        };
        if matches!(hint, Value::NotImplemented) {
            return Ok(None);
        }
        match hint.as_integer() {
            None => {
                let kind = self.type_name(&hint);
                Err(self.type_error(format!("__length_hint__ must be an integer, not {kind}")))
            }
            Some(number) if number.is_negative() => {
                Err(self.value_error("__length_hint__() should return >= 0"))
            }
            Some(number) => match number.to_i64() {
                Some(number) => Ok(Some(number as usize)),
                None => Err(self.overflow_error("Python int too large to convert to C ssize_t")),
            },
        }
    }

    /// Exactly `count` items: `a, b = value`.
    pub fn unpack(&mut self, value: &Value, count: usize) -> Result<Vec<Value>> {
        if let Some(items) = exact_sequence(value) {
            return match items.len() {
                length if length == count => Ok(items),
                length if length > count => Err(self.too_many_values(count)),
                length => Err(self.not_enough_values(&count.to_string(), length)),
            };
        }
        let iterator = self.iter_to_unpack(value)?;
        let mut items = Vec::with_capacity(count);
        while items.len() < count {
            match self.next(&iterator)? {
                Some(item) => items.push(item),
                None => return Err(self.not_enough_values(&count.to_string(), items.len())),
            }
        }
        match self.next(&iterator)? {
            None => Ok(items),
            Some(_) => Err(self.too_many_values(count)),
        }
    }

    /// `a, *b, c = value`: the items before the star, a list, the items after it.
    pub fn unpack_with_star(
        &mut self,
        value: &Value,
        before: usize,
        after: usize,
    ) -> Result<Vec<Value>> {
        let mut items = match exact_sequence(value) {
            Some(items) => items,
            None => {
                let iterator = self.iter_to_unpack(value)?;
                let mut items = Vec::new();
                while let Some(item) = self.next(&iterator)? {
                    items.push(item);
                }
                items
            }
        };
        let required = before + after;
        if items.len() < required {
            // CPython counts the items behind the star only once those before it are there.
            let wanted = if items.len() < before && after == 0 { before } else { required };
            return Err(self.not_enough_values(&format!("at least {wanted}"), items.len()));
        }
        let rest = items.split_off(items.len() - after);
        let starred = items.split_off(before);
        items.push(List::new(starred).into());
        items.extend(rest);
        Ok(items)
    }

    fn iter_to_unpack(&mut self, value: &Value) -> Result {
        let iter = self.names.iter.clone();
        let getitem = self.names.getitem.clone();
        let has = |vm: &Vm, name: &Ref<Str>| vm.lookup_special(value, name).is_some();
        if !has(self, &iter) && !has(self, &getitem) {
            let kind = self.type_name(value);
            return Err(self.type_error(format!("cannot unpack non-iterable {kind} object")));
        }
        self.iter(value)
    }

    #[cold]
    fn too_many_values(&mut self, count: usize) -> Ref<Exception> {
        self.value_error(format!("too many values to unpack (expected {count})"))
    }

    #[cold]
    fn not_enough_values(&mut self, expected: &str, got: usize) -> Ref<Exception> {
        self.value_error(format!("not enough values to unpack (expected {expected}, got {got})"))
    }

    fn call_iterator(&mut self, iterator: &Ref<Iterator>) -> Result<Option<Value>> {
        let callable = iterator.source.get();
        if callable.is_unbound() {
            return Ok(None);
        }
        let result = match self.call(&callable, &[]) {
            Ok(result) => result,
            Err(error) if self.is_exception(&error, ExceptionKind::StopIteration) => {
                iterator.exhaust();
                return Ok(None);
            }
            Err(error) => return Err(error),
        };
        let sentinel = iterator.other.get();
        if sentinel.is_unbound() || self.equal(&sentinel, &result)? {
            iterator.exhaust();
            iterator.other.set(Value::Unbound);
            return Ok(None);
        }
        Ok(Some(result))
    }
}

/// A new iterator over a dict.
pub fn dict_iterator(kind: IteratorKind, dict: &Ref<Dict>) -> Value {
    let length = dict.len() as i64;
    let position = match kind {
        IteratorKind::DictKeys | IteratorKind::DictValues | IteratorKind::DictItems => 0,
        _ => dict.end() as i64,
    };
    let source = Value::object(dict.clone());
    // `step` counts what is still to come.
    Iterator::with(kind, source, Value::Unbound, position, length, length).into()
}

/// A new iterator over a set or frozenset.
pub fn set_iterator(set: &Value) -> Value {
    let length = set_length(set) as i64;
    Iterator::with(IteratorKind::Set, set.clone(), Value::Unbound, 0, length, 0).into()
}

fn set_length(set: &Value) -> usize {
    if let Some(set) = set.get::<Set>() {
        set.table.borrow().len()
    } else {
        set.get::<FrozenSet>().map_or(0, |set| set.table.len())
    }
}

/// The items of an exact built-in container, where getting them runs no Python code.
fn exact_items(iterable: &Value) -> Option<Vec<Value>> {
    if let Some(items) = exact_sequence(iterable) {
        return Some(items);
    }
    let Value::Object(object) = iterable else { return None };
    if object.is_derived() {
        return None;
    }
    match object.kind() {
        Kind::Dict => object.get::<Dict>().map(|dict| dict.keys()),
        Kind::Set => object.get::<Set>().map(|set| keys_of(set.table.borrow().entries())),
        Kind::FrozenSet => object.get::<FrozenSet>().map(|set| keys_of(set.table.entries())),
        Kind::DictView => object.get::<DictView>().map(|view| match view.kind {
            ViewKind::Keys => view.dict.keys(),
            ViewKind::Values => view.dict.values(),
            ViewKind::Items => {
                let pairs = view.dict.entries().into_iter();
                pairs.map(|(key, value)| Tuple::new([key, value]).into()).collect()
            }
        }),
        Kind::Str => object.get::<Str>().map(|text| {
            let mut buffer = [0; 4];
            text.as_str().chars().map(|c| Value::from(&*c.encode_utf8(&mut buffer))).collect()
        }),
        _ => None,
    }
}

fn keys_of(entries: Vec<(i64, Value)>) -> Vec<Value> {
    entries.into_iter().map(|(_, key)| key).collect()
}

/// The items of an exact list or tuple.
fn exact_sequence(value: &Value) -> Option<Vec<Value>> {
    if let Some(list) = value.get_exact::<List>() {
        return Some(list.items.borrow().clone());
    }
    value.get_exact::<Tuple>()?;
    value.as_tuple().map(<[Value]>::to_vec)
}

/// The next item of a built-in iterator; `None` when it is exhausted.
#[inline]
pub fn advance(vm: &mut Vm, iterator: &Ref<Iterator>) -> Result<Option<Value>> {
    match iterator.kind {
        IteratorKind::List => Ok(advance_list(iterator)),
        IteratorKind::Range => Ok(advance_range(iterator)),
        IteratorKind::Tuple => Ok(advance_tuple(iterator)),
        _ => advance_other(vm, iterator),
    }
}

#[inline]
fn advance_list(iterator: &Iterator) -> Option<Value> {
    let source = iterator.source.get();
    let index = iterator.position.get();
    match source.get::<List>()?.get(index as usize) {
        Some(item) => {
            iterator.position.set(index + 1);
            Some(item)
        }
        None => {
            iterator.exhaust();
            None
        }
    }
}

#[inline]
fn advance_tuple(iterator: &Iterator) -> Option<Value> {
    let source = iterator.source.get();
    let index = iterator.position.get();
    match source.as_tuple()?.get(index as usize) {
        Some(item) => {
            iterator.position.set(index + 1);
            Some(item.clone())
        }
        None => {
            iterator.exhaust();
            None
        }
    }
}

#[inline]
fn advance_range(iterator: &Iterator) -> Option<Value> {
    let left = iterator.end.get();
    if left <= 0 {
        return None;
    }
    let number = iterator.position.get();
    iterator.end.set(left - 1);
    iterator.position.set(number.wrapping_add(iterator.step.get()));
    Some(Value::Int(number))
}

/// A StopIteration that something inside of the iterator raises is the iterator's end.
#[inline(never)]
fn advance_other(vm: &mut Vm, iterator: &Ref<Iterator>) -> Result<Option<Value>> {
    let next = advance_by_kind(vm, iterator);
    vm.end_at_stop_iteration(next)
}

/// The StopIteration itself comes through.
pub fn advance_by_kind(vm: &mut Vm, iterator: &Ref<Iterator>) -> Result<Option<Value>> {
    use IteratorKind::*;
    match iterator.kind {
        List | Range | Tuple => advance(vm, iterator),
        ListReversed => Ok(advance_list_reversed(iterator)),
        Str | StrAscii => Ok(advance_str(iterator)),
        Bytes | ByteArray => Ok(advance_bytes(iterator)),
        LongRange => Ok(advance_long_range(iterator)),
        DictKeys | DictValues | DictItems | DictKeysReversed | DictValuesReversed
        | DictItemsReversed => advance_dict(vm, iterator),
        Set => advance_set(vm, iterator),
        Sequence => advance_sequence(vm, iterator),
        SequenceReversed => advance_sequence_reversed(vm, iterator),
        Callable => vm.call_iterator(iterator),
        Enumerate => vm.with_recursion_check("", |vm| advance_enumerate(vm, iterator)),
        Zip => vm.with_recursion_check("", |vm| advance_zip(vm, iterator)),
        Map => vm.with_recursion_check("", |vm| advance_map(vm, iterator)),
        Filter => vm.with_recursion_check("", |vm| advance_filter(vm, iterator)),
    }
}

fn advance_list_reversed(iterator: &Iterator) -> Option<Value> {
    let source = iterator.source.get();
    let index = iterator.position.get();
    let item = usize::try_from(index).ok().and_then(|index| source.get::<List>()?.get(index));
    match item {
        Some(item) => {
            iterator.position.set(index - 1);
            Some(item)
        }
        None => {
            iterator.exhaust();
            iterator.position.set(-1);
            None
        }
    }
}

/// `position` is a byte offset here.
fn advance_str(iterator: &Iterator) -> Option<Value> {
    let source = iterator.source.get();
    let offset = iterator.position.get() as usize;
    match source.as_str()?.get(offset..).and_then(|rest| rest.chars().next()) {
        Some(character) => {
            iterator.position.set((offset + character.len_utf8()) as i64);
            Some(Str::from_char(character).into())
        }
        None => {
            iterator.exhaust();
            None
        }
    }
}

fn advance_bytes(iterator: &Iterator) -> Option<Value> {
    let source = iterator.source.get();
    let index = iterator.position.get() as usize;
    let byte = match (source.get::<Bytes>(), source.get::<ByteArray>()) {
        (Some(bytes), _) => bytes.data.get(index).copied(),
        (_, Some(bytes)) => bytes.data.borrow().get(index).copied(),
        _ => return None,
    };
    match byte {
        Some(byte) => {
            iterator.position.set(index as i64 + 1);
            Some(Value::Int(i64::from(byte)))
        }
        None => {
            iterator.exhaust();
            None
        }
    }
}

fn advance_long_range(iterator: &Iterator) -> Option<Value> {
    let left = iterator.third.get().as_integer()?.to_bigint();
    if left <= num_bigint::BigInt::ZERO {
        return None;
    }
    let number = iterator.source.get();
    let next = number.as_integer()?.to_bigint() + iterator.other.get().as_integer()?.to_bigint();
    iterator.source.set(next.into());
    iterator.third.set(Value::from(left - 1u8));
    Some(number)
}

fn advance_dict(vm: &mut Vm, iterator: &Iterator) -> Result<Option<Value>> {
    use IteratorKind::{
        DictItemsReversed, DictKeys, DictKeysReversed, DictValues, DictValuesReversed,
    };
    let source = iterator.source.get();
    let Some(dict) = source.get::<Dict>() else { return Ok(None) };
    if iterator.end.get() != dict.len() as i64 {
        // Sticks: the iterator is of no use any more.
        iterator.end.set(-1);
        return Err(changed_during_iteration(
            vm,
            &source,
            "dictionary changed size during iteration",
        ));
    }
    if crate::modules::collections::ordered_dict::is_ordered(vm, &source) {
        let version = Value::Int(dict.version() as i64);
        match iterator.third.get() {
            Value::Unbound => iterator.third.set(version),
            known if known.is(&version) => {}
            _ => return Err(changed_during_iteration(vm, &source, "")),
        }
    }
    let position = iterator.position.get() as usize;
    let reversed =
        matches!(iterator.kind, DictKeysReversed | DictValuesReversed | DictItemsReversed);
    let entry = if reversed { dict.previous_entry(position) } else { dict.next_entry(position) };
    let Some((index, key, value)) = entry else {
        iterator.exhaust();
        return Ok(None);
    };
    if iterator.step.get() <= 0 {
        iterator.exhaust();
        return Err(changed_during_iteration(
            vm,
            &source,
            "dictionary keys changed during iteration",
        ));
    }
    iterator.step.set(iterator.step.get() - 1);
    iterator.position.set(if reversed { index as i64 } else { index as i64 + 1 });
    Ok(Some(match iterator.kind {
        DictKeys | DictKeysReversed => key,
        DictValues | DictValuesReversed => value,
        _ => Tuple::new([key, value]).into(),
    }))
}

#[cold]
fn changed_during_iteration(vm: &mut Vm, dict: &Value, message: &str) -> Ref<Exception> {
    match crate::modules::collections::ordered_dict::is_ordered(vm, dict) {
        true => vm.runtime_error("OrderedDict mutated during iteration"),
        false => vm.runtime_error(message),
    }
}

fn advance_set(vm: &mut Vm, iterator: &Iterator) -> Result<Option<Value>> {
    let source = iterator.source.get();
    if source.is_unbound() {
        return Ok(None);
    }
    if iterator.end.get() != set_length(&source) as i64 {
        iterator.end.set(-1);
        return Err(vm.runtime_error("Set changed size during iteration"));
    }
    let position = iterator.position.get() as usize;
    let entry = match (source.get::<Set>(), source.get::<FrozenSet>()) {
        (Some(set), _) => set.table.borrow().next_entry(position),
        (_, Some(set)) => set.table.next_entry(position),
        _ => None,
    };
    Ok(match entry {
        Some((index, _, key)) => {
            iterator.position.set(index as i64 + 1);
            Some(key)
        }
        None => {
            iterator.exhaust();
            None
        }
    })
}

fn advance_sequence(vm: &mut Vm, iterator: &Ref<Iterator>) -> Result<Option<Value>> {
    let source = iterator.source.get();
    if source.is_unbound() {
        return Ok(None);
    }
    let index = iterator.position.get();
    match vm.get_item(&source, &Value::Int(index)) {
        Ok(item) => {
            iterator.position.set(index.saturating_add(1));
            Ok(Some(item))
        }
        Err(error) => end_of_sequence(vm, iterator, error),
    }
}

fn advance_sequence_reversed(vm: &mut Vm, iterator: &Ref<Iterator>) -> Result<Option<Value>> {
    let source = iterator.source.get();
    let index = iterator.position.get();
    if source.is_unbound() || index < 0 {
        iterator.exhaust();
        return Ok(None);
    }
    match vm.get_item(&source, &Value::Int(index)) {
        Ok(item) => {
            iterator.position.set(index - 1);
            Ok(Some(item))
        }
        Err(error) => {
            iterator.position.set(-1);
            end_of_sequence(vm, iterator, error)
        }
    }
}

fn end_of_sequence(
    vm: &mut Vm,
    iterator: &Ref<Iterator>,
    error: Ref<Exception>,
) -> Result<Option<Value>> {
    if vm.is_exception(&error, ExceptionKind::IndexError)
        || vm.is_exception(&error, ExceptionKind::StopIteration)
    {
        iterator.exhaust();
        return Ok(None);
    }
    Err(error)
}

fn advance_enumerate(vm: &mut Vm, iterator: &Ref<Iterator>) -> Result<Option<Value>> {
    let Some(item) = vm.next_or_stop(&iterator.source.get())? else { return Ok(None) };
    let number = iterator.other.get();
    let next = match &number {
        Value::Int(number) if *number < i64::MAX => Value::Int(number + 1),
        _ => match number.as_integer() {
            Some(big) => Value::from(big.to_bigint() + 1),
            None => Value::Int(0),
        },
    };
    iterator.other.set(next);
    Ok(Some(Tuple::new([number, item]).into()))
}

fn advance_zip(vm: &mut Vm, iterator: &Ref<Iterator>) -> Result<Option<Value>> {
    let source = iterator.source.get();
    let Some(iterators) = source.get_ref::<Tuple>() else { return Ok(None) };
    if iterators.is_empty() {
        return Ok(None);
    }
    let strict = iterator.end.get() != 0;
    let mut items = Vec::with_capacity(iterators.len());
    for (index, each) in iterators.items().iter().enumerate() {
        let next = if strict { vm.next(each) } else { vm.next_or_stop(each) };
        match next? {
            Some(item) => items.push(item),
            None if !strict => return Ok(None),
            None => return zip_ended(vm, iterators.items(), index),
        }
    }
    Ok(Some(Tuple::new(items).into()))
}

/// A strict zip's iterator number `index` is exhausted: so must be all others.
fn zip_ended(vm: &mut Vm, iterators: &[Value], index: usize) -> Result<Option<Value>> {
    let others = |count: usize| match count {
        1 => "argument 1".to_owned(),
        count => format!("arguments 1-{count}"),
    };
    if index > 0 {
        let (number, others) = (index + 1, others(index));
        return Err(vm.value_error(format!("zip() argument {number} is shorter than {others}")));
    }
    for (index, each) in iterators.iter().enumerate().skip(1) {
        if vm.next(each)?.is_some() {
            let (number, others) = (index + 1, others(index));
            return Err(vm.value_error(format!("zip() argument {number} is longer than {others}")));
        }
    }
    Ok(None)
}

fn advance_map(vm: &mut Vm, iterator: &Ref<Iterator>) -> Result<Option<Value>> {
    let source = iterator.source.get();
    let Some(iterators) = source.as_tuple() else { return Ok(None) };
    let mut arguments = smallvec::SmallVec::<[Value; 4]>::new();
    for each in iterators {
        match vm.next_or_stop(each)? {
            Some(item) => arguments.push(item),
            None => return Ok(None),
        }
    }
    vm.call(&iterator.other.get(), &arguments).map(Some)
}

fn advance_filter(vm: &mut Vm, iterator: &Ref<Iterator>) -> Result<Option<Value>> {
    let (source, function) = (iterator.source.get(), iterator.other.get());
    let is_bool = function.is_none()
        || function
            .get_ref::<crate::object::class::Class>()
            .is_some_and(|class| class.same(&vm.types.bool_));
    while let Some(item) = vm.next_or_stop(&source)? {
        let keep = if is_bool {
            vm.truth(&item)?
        } else {
            let answer = vm.call(&function, std::slice::from_ref(&item))?;
            vm.truth(&answer)?
        };
        if keep {
            return Ok(Some(item));
        }
    }
    Ok(None)
}
