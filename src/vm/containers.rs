//! Containers: items by key and index, look-up in dicts and sets, `in`.
//!
//! Comparing keys may run Python code, which may change the very dict or set in which a key is
//! searched. The tables answer what they can by themselves and otherwise name candidates; here
//! they are compared, and the search starts again when the table has changed meanwhile.

use crate::builtins::exceptions::ExceptionKind;
use crate::builtins::types;
use crate::modules::collections::ordered_dict::is_ordered;
use crate::object::class::Class;
use crate::object::dict::{Dict, DictView, Lookup, MappingProxy, ViewKind};
use crate::object::kinds::Kind;
use crate::object::list::List;
use crate::object::range::Range;
use crate::object::set::{FrozenSet, Set, SetLookup, SetTable};
use crate::object::string::Str;
use crate::object::tuple::Tuple;
use crate::object::{Exception, Ref, Result, Value};
use crate::vm::Vm;

impl Vm {
    /// The place of a key whose hash is known.
    #[inline]
    pub fn dict_find(&mut self, dict: &Dict, key: &Value, hash: i64) -> Result<Option<usize>> {
        match dict.lookup(key, hash) {
            Lookup::Found(index) => Ok(Some(index)),
            Lookup::Absent => Ok(None),
            Lookup::Ask => self.dict_ask(dict, key, hash),
        }
    }

    #[inline(never)]
    fn dict_ask(&mut self, dict: &Dict, key: &Value, hash: i64) -> Result<Option<usize>> {
        'search: loop {
            match dict.lookup(key, hash) {
                Lookup::Found(index) => return Ok(Some(index)),
                Lookup::Absent => return Ok(None),
                Lookup::Ask => {}
            }
            let version = dict.version();
            for (index, candidate) in dict.candidates(key, hash) {
                let equal = self.equal(&candidate, key)?;
                if dict.version() != version {
                    continue 'search;
                }
                if equal {
                    return Ok(Some(index));
                }
            }
            return Ok(None);
        }
    }

    /// The value of a key.
    pub fn dict_get(&mut self, dict: &Ref<Dict>, key: &Value) -> Result<Option<Value>> {
        // A text that is there is found without asking keys of other kinds.
        if let Some(text) = key.get_exact::<Str>()
            && let Some(value) = dict.get_str(text)
        {
            return Ok(Some(value));
        }
        let hash = self.hash(key)?;
        Ok(self.dict_find(dict, key, hash)?.and_then(|index| dict.value_at(index)))
    }

    /// Sets a key.
    #[inline]
    pub fn dict_set(&mut self, dict: &Dict, key: Value, mut value: Value) -> Result<()> {
        // A text that is there is found without asking keys of other kinds.
        if let Some(text) = key.get_exact::<Str>() {
            match dict.replace_str(text, value) {
                Ok(old) => {
                    drop(old);
                    return Ok(());
                }
                Err(absent) => value = absent,
            }
        }
        let hash = self.hash(&key)?;
        self.dict_set_hashed(dict, key, hash, value)
    }

    /// Sets a key whose hash is known.
    #[inline]
    pub fn dict_set_hashed(
        &mut self,
        dict: &Dict,
        key: Value,
        hash: i64,
        value: Value,
    ) -> Result<()> {
        match dict.set(key, hash, value) {
            // Whatever the old value's end runs happens after the new one is in place.
            Ok(old) => drop(old),
            Err((key, value)) => match self.dict_ask(dict, &key, hash)? {
                Some(index) => drop(dict.replace_at(index, value)),
                None => dict.insert_absent(hash, key, value),
            },
        }
        Ok(())
    }

    /// Removes a key; its value, if it was there.
    pub fn dict_remove(&mut self, dict: &Ref<Dict>, key: &Value) -> Result<Option<Value>> {
        let hash = self.hash(key)?;
        let Some(index) = self.dict_find(dict, key, hash)? else { return Ok(None) };
        Ok(dict.remove_at(index).map(|(_, value)| value))
    }

    /// `key in dict`.
    pub fn dict_contains(&mut self, dict: &Ref<Dict>, key: &Value) -> Result<bool> {
        let hash = self.hash(key)?;
        Ok(self.dict_find(dict, key, hash)?.is_some())
    }

    /// `dict.update(other)` with a mapping or an iterable of pairs.
    pub fn dict_update(&mut self, dict: &Ref<Dict>, other: &Value) -> Result<()> {
        if other.get::<Dict>().is_some() {
            return self.dict_merge(dict, other);
        }
        let keys = self.names.keys.clone();
        if self.get_attr_optional(other, &keys)?.is_some() {
            return self.dict_merge(dict, other);
        }
        self.dict_update_pairs(dict, other)
    }

    /// Copies all items of a mapping into a dict: later keys win.
    pub fn dict_merge(&mut self, dict: &Ref<Dict>, mapping: &Value) -> Result<()> {
        if let Some(other) = mapping.get_ref::<Dict>()
            && self.iterates_as_dict(mapping)
        {
            if other.same(dict) {
                return Ok(());
            }
            let length = other.len();
            let mut from = 0;
            while let Some((index, key, value)) = other.next_entry(from) {
                let hash = other.hash_at(index).unwrap_or_default();
                self.dict_set_hashed(dict, key, hash, value)?;
                if other.len() != length {
                    return Err(self.runtime_error("dict mutated during update"));
                }
                from = index + 1;
            }
            return Ok(());
        }
        let keys = self.call_method(mapping, "keys", &[])?;
        let iterator = self.iter(&keys)?;
        while let Some(key) = self.next(&iterator)? {
            let value = self.get_item(mapping, &key)?;
            self.dict_set(dict, key, value)?;
        }
        Ok(())
    }

    /// Whether a dict goes over its keys as `dict` itself does, so that no method need be asked.
    fn iterates_as_dict(&self, value: &Value) -> bool {
        match value {
            Value::Object(object) if !object.is_derived() => true,
            _ => {
                let class_iter = self.types.dict.lookup(&self.names.iter);
                match (self.lookup_special(value, &self.names.iter), class_iter) {
                    (Some(found), Some(own)) => found.is(&own),
                    _ => false,
                }
            }
        }
    }

    fn dict_update_pairs(&mut self, dict: &Ref<Dict>, pairs: &Value) -> Result<()> {
        let iterator = self.iter(pairs)?;
        let mut number = 0;
        while let Some(pair) = self.next(&iterator)? {
            let items = match self.collect(&pair) {
                Ok(items) => items,
                Err(error)
                    if self.is_exception(&error, ExceptionKind::TypeError)
                        && !is_ordered(self, &dict.clone().into()) =>
                {
                    return Err(self.type_error(format!(
                        "cannot convert dictionary update sequence element #{number} to a sequence"
                    )));
                }
                Err(error) => return Err(error),
            };
            let length = items.len();
            let Ok([key, value]) = <[Value; 2]>::try_from(items) else {
                return Err(self.value_error(format!(
                    "dictionary update sequence element #{number} has length {length}; 2 is required"
                )));
            };
            self.dict_set(dict, key, value)?;
            number += 1;
        }
        Ok(())
    }

    /// The place of a key in a set or frozenset.
    #[inline]
    pub fn set_find(&mut self, set: &Value, key: &Value, hash: i64) -> Result<Option<usize>> {
        match look_up(set, key, hash) {
            SetLookup::Found(index) => Ok(Some(index)),
            SetLookup::Absent => Ok(None),
            SetLookup::Ask => self.set_ask(set, key, hash),
        }
    }

    #[inline(never)]
    fn set_ask(&mut self, set: &Value, key: &Value, hash: i64) -> Result<Option<usize>> {
        let version = |set: &Value| set.get::<Set>().map_or(0, |set| set.version.get());
        'search: loop {
            match look_up(set, key, hash) {
                SetLookup::Found(index) => return Ok(Some(index)),
                SetLookup::Absent => return Ok(None),
                SetLookup::Ask => {}
            }
            let before = version(set);
            let candidates = with_table(set, |table| table.candidates(key, hash));
            for (index, candidate) in candidates.unwrap_or_default() {
                let equal = self.equal(&candidate, key)?;
                if version(set) != before {
                    continue 'search;
                }
                if equal {
                    return Ok(Some(index));
                }
            }
            return Ok(None);
        }
    }

    /// `key in set`; a set as the key counts as the frozenset of its items.
    #[inline]
    pub fn set_contains(&mut self, set: &Value, key: &Value) -> Result<bool> {
        let hash = match self.hash(key) {
            Ok(hash) => hash,
            Err(error) => {
                let (key, hash) = self.frozen_key(key, error)?;
                return Ok(self.set_find(set, &key, hash)?.is_some());
            }
        };
        Ok(self.set_find(set, key, hash)?.is_some())
    }

    /// A key that has no hash: sets are searched as frozensets.
    #[cold]
    fn frozen_key(&mut self, key: &Value, error: Ref<Exception>) -> Result<(Value, i64)> {
        match key.get::<Set>() {
            Some(set) if self.is_exception(&error, ExceptionKind::TypeError) => {
                let frozen = Value::from(FrozenSet::new(set.table.borrow().copy()));
                let hash = self.hash(&frozen)?;
                Ok((frozen, hash))
            }
            _ => Err(error),
        }
    }

    /// Adds a key; whether it is new.
    pub fn set_add(&mut self, set: &Ref<Set>, key: Value) -> Result<bool> {
        let hash = self.hash(&key)?;
        self.set_add_hashed(set, key, hash)
    }

    /// Adds a key whose hash is known; whether it is new.
    #[inline]
    pub fn set_add_hashed(&mut self, set: &Ref<Set>, key: Value, hash: i64) -> Result<bool> {
        let added = set.table.borrow_mut().add(hash, key);
        let added = match added {
            Ok(added) => added,
            Err(key) => {
                let absent = self.set_ask(&set.clone().into(), &key, hash)?.is_none();
                if absent {
                    set.table.borrow_mut().insert_absent(hash, key);
                }
                absent
            }
        };
        if added {
            set.changed();
        }
        Ok(added)
    }

    /// Removes a key; whether it was there.
    pub fn set_discard(&mut self, set: &Ref<Set>, key: &Value) -> Result<bool> {
        match self.hash(key) {
            Ok(hash) => self.set_discard_hashed(set, key, hash),
            Err(error) => {
                let (key, hash) = self.frozen_key(key, error)?;
                self.set_discard_hashed(set, &key, hash)
            }
        }
    }

    /// Removes a key whose hash is known; whether it was there.
    pub fn set_discard_hashed(&mut self, set: &Ref<Set>, key: &Value, hash: i64) -> Result<bool> {
        let Some(index) = self.set_find(&set.clone().into(), key, hash)? else { return Ok(false) };
        let removed = set.table.borrow_mut().remove_at(index);
        set.changed();
        drop(removed);
        Ok(true)
    }

    /// Adds all items of an iterable, as `set.update` does: sets and dicts make room at once.
    pub fn set_update(&mut self, set: &Ref<Set>, iterable: &Value) -> Result<()> {
        if let Some(count) = with_table(iterable, SetTable::len) {
            if iterable.get_ref::<Set>().is_some_and(|other| other.same(set)) {
                return Ok(());
            }
            let pristine = set.table.borrow().is_pristine();
            if pristine && let Some(copy) = copy_of_table(iterable) {
                drop(set.table.replace(copy));
                set.changed();
                return Ok(());
            }
            set.table.borrow_mut().reserve_for_merge(count);
            let mut from = 0;
            loop {
                let mut table = set.table.borrow_mut();
                let before = table.len();
                let unsure = with_table(iterable, |other| table.merge(other, from)).flatten();
                if table.len() != before {
                    set.changed();
                }
                drop(table);
                let Some(place) = unsure else { break };
                let next = with_table(iterable, |other| other.next_entry(place)).flatten();
                let Some((index, hash, key)) = next else { break };
                self.set_add_hashed(set, key, hash)?;
                from = index + 1;
            }
            return Ok(());
        }
        if let Some(dict) = iterable.get_exact::<Dict>() {
            set.table.borrow_mut().reserve_for_merge(dict.len());
            let mut from = 0;
            while let Some((index, key, _)) = dict.next_entry(from) {
                let hash = dict.hash_at(index).unwrap_or_default();
                self.set_add_hashed(set, key, hash)?;
                from = index + 1;
            }
            return Ok(());
        }
        let iterator = self.iter(iterable)?;
        while let Some(item) = self.next(&iterator)? {
            self.set_add(set, item)?;
        }
        Ok(())
    }

    /// `container[key]`.
    #[inline]
    pub fn get_item(&mut self, container: &Value, key: &Value) -> Result {
        if let (Some(list), Value::Int(index)) = (container.get_exact::<List>(), key) {
            let items = list.items.borrow();
            let index = if *index < 0 { index + items.len() as i64 } else { *index };
            if let Some(item) = usize::try_from(index).ok().and_then(|index| items.get(index)) {
                return Ok(item.clone());
            }
        }
        self.get_item_general(container, key)
    }

    #[inline(never)]
    fn get_item_general(&mut self, container: &Value, key: &Value) -> Result {
        if let Value::Object(object) = container
            && !object.is_derived()
        {
            if let Some(dict) = object.downcast_ref::<Dict>() {
                return match self.dict_get(dict, key)? {
                    Some(value) => Ok(value),
                    None => Err(self.key_error(key)),
                };
            }
            if let Some(list) = object.downcast_ref::<List>() {
                return types::list::get_item(self, list, key);
            }
            if let Some(tuple) = object.downcast_ref::<Tuple>() {
                return types::tuple::get_item(self, tuple, key);
            }
            if let Some(text) = object.downcast_ref::<Str>() {
                return types::str_::get_item(self, text, key);
            }
        }
        let name = self.names.getitem.clone();
        if let Some(item) = self.call_special(container, &name, std::slice::from_ref(key))? {
            return Ok(item);
        }
        if let Some(class) = container.get_ref::<Class>() {
            let name = self.names.class_getitem.clone();
            if let Some(method) = self.get_attr_optional(container, &name)? {
                return self.call(&method, std::slice::from_ref(key));
            }
            if class.same(&self.types.type_) {
                return self.generic_alias(container, key);
            }
            let kind = class.name();
            return Err(self.type_error(format!("type '{}' is not subscriptable", kind.as_str())));
        }
        let kind = self.type_name(container);
        Err(self.type_error(format!("'{kind}' object is not subscriptable")))
    }

    /// `container[key] = value`.
    #[inline]
    pub fn set_item(&mut self, container: &Value, key: &Value, value: Value) -> Result<()> {
        if let Value::Object(object) = container
            && !object.is_derived()
        {
            if let Some(list) = object.get::<List>()
                && let Value::Int(index) = key
            {
                let mut items = list.items.borrow_mut();
                let index = if *index < 0 { index + items.len() as i64 } else { *index };
                if let Some(item) =
                    usize::try_from(index).ok().and_then(|index| items.get_mut(index))
                {
                    let old = std::mem::replace(item, value);
                    drop(items);
                    drop(old);
                    return Ok(());
                }
            } else if let Some(dict) = object.downcast_ref::<Dict>() {
                return self.dict_set(dict, key.clone(), value);
            } else if let Some(list) = object.downcast_ref::<List>() {
                return types::list::set_item(self, list, key, value);
            }
        }
        self.set_item_general(container, key, value)
    }

    #[inline(never)]
    fn set_item_general(&mut self, container: &Value, key: &Value, value: Value) -> Result<()> {
        let name = self.names.setitem.clone();
        match self.call_special(container, &name, &[key.clone(), value])? {
            Some(_) => Ok(()),
            None => {
                let other = self.names.delitem.clone();
                if self.lookup_special(container, &other).is_some() {
                    return Err(self.error(ExceptionKind::AttributeError, "__setitem__"));
                }
                let kind = self.type_name(container);
                Err(self.type_error(format!("'{kind}' object does not support item assignment")))
            }
        }
    }

    /// `del container[key]`.
    pub fn delete_item(&mut self, container: &Value, key: &Value) -> Result<()> {
        let name = self.names.delitem.clone();
        match self.call_special(container, &name, std::slice::from_ref(key))? {
            Some(_) => Ok(()),
            None => {
                let other = self.names.setitem.clone();
                if self.lookup_special(container, &other).is_some() {
                    return Err(self.error(ExceptionKind::AttributeError, "__delitem__"));
                }
                let kind = self.type_name(container);
                // CPython has two places that say this, one for numbers in brackets.
                let (len, index) = (self.names.len.clone(), self.names.index.clone());
                let is_sequence = self.class_of(container).flags.get().is_heap_type
                    || self.lookup_special(container, &len).is_some();
                let negation = match is_sequence && self.lookup_special(key, &index).is_some() {
                    true => "doesn't",
                    false => "does not",
                };
                Err(self.type_error(format!("'{kind}' object {negation} support item deletion")))
            }
        }
    }

    /// `item in container`.
    pub fn contains(&mut self, container: &Value, item: &Value) -> Result<bool> {
        if let Value::Object(object) = container
            && !object.is_derived()
        {
            match object.kind() {
                Kind::Set | Kind::FrozenSet => return self.set_contains(container, item),
                Kind::Dict => {
                    if let Some(dict) = object.downcast_ref::<Dict>() {
                        return self.dict_contains(dict, item);
                    }
                }
                Kind::List => {
                    if let Some(list) = object.get::<List>() {
                        return self.list_contains(list, item);
                    }
                }
                Kind::Tuple => {
                    if let Some(tuple) = object.downcast_ref::<Tuple>() {
                        return self.tuple_contains(tuple, item);
                    }
                }
                Kind::Str => {
                    if let (Some(text), Some(part)) = (object.get::<Str>(), item.as_str()) {
                        return Ok(crate::text::find::contains(text.as_str(), part));
                    }
                }
                Kind::Range => {
                    if let Some(range) = object.get::<Range>() {
                        return types::range::contains(self, range, item);
                    }
                }
                Kind::DictView => {
                    if let Some(view) = object.get::<DictView>()
                        && view.kind == ViewKind::Keys
                    {
                        return self.dict_contains(&view.dict, item);
                    }
                }
                Kind::MappingProxy => {
                    if let Some(proxy) = object.get::<MappingProxy>() {
                        let mapping = proxy.mapping.clone();
                        return self.with_recursion_check("", |vm| vm.contains(&mapping, item));
                    }
                }
                _ => {}
            }
        }
        let name = self.names.contains.clone();
        match self.lookup_special(container, &name) {
            Some(Value::None) => {
                let kind = self.type_name(container);
                Err(self.type_error(format!("'{kind}' object is not a container")))
            }
            Some(_) => {
                let answer = self.call_special(container, &name, std::slice::from_ref(item))?;
                self.truth(&answer.unwrap_or(Value::False))
            }
            None => {
                let iterator = self.iter_container(container)?;
                while let Some(candidate) = self.next(&iterator)? {
                    if self.equal(&candidate, item)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
        }
    }

    /// The iterator of what is searched for an item.
    ///
    /// # Errors
    /// TypeError in the words of `in`, or what `__iter__` raises.
    pub fn iter_container(&mut self, container: &Value) -> Result {
        match self.iter(container) {
            Err(error) if self.is_exception(&error, ExceptionKind::TypeError) => {
                Err(self.not_a_container(container))
            }
            result => result,
        }
    }

    #[cold]
    fn not_a_container(&mut self, value: &Value) -> Ref<Exception> {
        let kind = self.type_name(value);
        self.type_error(format!("argument of type '{kind}' is not iterable"))
    }

    /// `item in list`; the list may change during the comparisons.
    pub fn list_contains(&mut self, list: &List, item: &Value) -> Result<bool> {
        let mut index = 0;
        while let Some(candidate) = list.get(index) {
            if self.equal(&candidate, item)? {
                return Ok(true);
            }
            index += 1;
        }
        Ok(false)
    }

    /// `item in tuple`.
    pub fn tuple_contains(&mut self, tuple: &Ref<Tuple>, item: &Value) -> Result<bool> {
        for candidate in tuple.items() {
            if self.equal(candidate, item)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Looks at the table of a set or frozenset.
#[inline]
pub fn with_table<R>(value: &Value, look: impl FnOnce(&SetTable) -> R) -> Option<R> {
    match value.get::<Set>() {
        Some(set) => Some(look(&set.table.borrow())),
        None => value.get::<FrozenSet>().map(|set| look(&set.table)),
    }
}

/// Searches a key in a set or frozenset.
#[inline]
fn look_up(set: &Value, key: &Value, hash: i64) -> SetLookup {
    with_table(set, |table| table.lookup(key, hash)).unwrap_or(SetLookup::Absent)
}

/// The hashes and keys of a set or frozenset, copied out.
pub fn set_entries(value: &Value) -> Option<Vec<(i64, Value)>> {
    with_table(value, SetTable::entries)
}

/// A copy of a set's or frozenset's table, in the order in which CPython's copy iterates.
pub fn copy_of_table(value: &Value) -> Option<SetTable> {
    with_table(value, SetTable::copy)
}
