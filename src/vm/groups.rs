//! `except*`: PEP 654.

use crate::builtins::exceptions::ExceptionKind;
use crate::object::list::List;
use crate::object::tuple::Tuple;
use crate::object::{Exception, Ref, Result, Value};
use crate::vm::Vm;

impl Vm {
    /// Splits an exception by a class: what is left over, and what `except* class:` gets.
    pub fn group_matches(&mut self, exception: &Value, class: &Value) -> Result<(Value, Value)> {
        let base = self.exception_class(ExceptionKind::BaseExceptionGroup).clone();
        let classes = match class.as_tuple() {
            Some(items) => items.to_vec(),
            None => vec![class.clone()],
        };
        let root = self.exception_class(ExceptionKind::BaseException).clone();
        for class in &classes {
            let class = class.get_ref::<crate::object::class::Class>();
            if !class.is_some_and(|class| class.is_subclass_of(&root)) {
                return Err(self.type_error(
                    "catching classes that do not inherit from BaseException is not allowed",
                ));
            }
            if class.is_some_and(|class| class.is_subclass_of(&base)) {
                return Err(self.type_error(
                    "catching ExceptionGroup with except* is not allowed. Use except instead.",
                ));
            }
        }
        let Some(raised) = exception.get_ref::<Exception>().cloned() else {
            return Ok((Value::None, Value::None));
        };
        if self.exception_matches(exception, class)? {
            if self.is_exception(&raised, ExceptionKind::BaseExceptionGroup) {
                return Ok((Value::None, exception.clone()));
            }
            let group_class = self.exception_class(ExceptionKind::BaseExceptionGroup).clone();
            let leaves = Value::object(Tuple::new(vec![exception.clone()]));
            let group = self.call(&Value::object(group_class), &["".into(), leaves])?;
            return Ok((Value::None, group));
        }
        if !self.is_exception(&raised, ExceptionKind::BaseExceptionGroup) {
            return Ok((exception.clone(), Value::None));
        }
        let pair = self.call_method(exception, "split", std::slice::from_ref(class))?;
        match pair.as_tuple() {
            Some([matched, rest, ..]) => Ok((rest.clone(), matched.clone())),
            _ => {
                let type_name = self.type_name(exception);
                let pair_name = self.type_name(&pair);
                Err(self
                    .type_error(format!("{type_name}.split must return a tuple, not {pair_name}")))
            }
        }
    }

    /// What is to be raised after all `except*` clauses: the leftover and what they raised.
    pub fn prepare_reraise_star(&mut self, original: &Value, raised: &Value) -> Result {
        let items = match raised.get::<List>() {
            Some(list) => list.items.borrow().clone(),
            None => return Ok(Value::None),
        };
        let exceptions: Vec<Ref<Exception>> =
            items.iter().filter_map(|item| item.get_ref::<Exception>().cloned()).collect();
        if exceptions.is_empty() {
            return Ok(Value::None);
        }
        let Some(original_exception) = original.get_ref::<Exception>().cloned() else {
            return Ok(Value::None);
        };
        if !self.is_exception(&original_exception, ExceptionKind::BaseExceptionGroup) {
            // A naked exception was wrapped, so there is at most one clause that got it.
            return Ok(exceptions.first().map_or(Value::None, |e| Value::object(e.clone())));
        }
        let (again, new): (Vec<_>, Vec<_>) = exceptions
            .into_iter()
            .partition(|exception| same_metadata(exception, &original_exception));
        let again = self.project(&original_exception, &again)?;
        if new.is_empty() {
            return Ok(again);
        }
        let mut all: Vec<Value> = new.into_iter().map(Value::object).collect();
        if !again.is_none() {
            all.push(again);
        }
        if let [one] = all.as_slice() {
            return Ok(one.clone());
        }
        let class = self.exception_class(ExceptionKind::BaseExceptionGroup).clone();
        let all = Value::object(List::new(all));
        self.call(&Value::object(class), &["".into(), all])
    }

    /// The part of `original` whose leaves are in one of `kept`.
    fn project(&mut self, original: &Ref<Exception>, kept: &[Ref<Exception>]) -> Result {
        let mut leaves = Vec::new();
        let mut work: Vec<Value> = kept.iter().map(|e| Value::object(e.clone())).collect();
        while let Some(value) = work.pop() {
            if let Some(exception) = value.get_ref::<Exception>() {
                if self.is_exception(exception, ExceptionKind::BaseExceptionGroup) {
                    work.extend(exception.field(1).as_tuple().unwrap_or(&[]).iter().cloned());
                } else {
                    leaves.push(exception.as_object().address());
                }
            }
        }
        self.keep_leaves(original, &leaves)
    }

    fn keep_leaves(&mut self, group: &Ref<Exception>, leaves: &[usize]) -> Result {
        let parts = group.field(1);
        let parts = parts.as_tuple().unwrap_or(&[]).to_vec();
        let mut kept = Vec::new();
        for part in &parts {
            let Some(exception) = part.get_ref::<Exception>().cloned() else { continue };
            if self.is_exception(&exception, ExceptionKind::BaseExceptionGroup) {
                let inner =
                    self.with_recursion_check("", |vm| vm.keep_leaves(&exception, leaves))?;
                if !inner.is_none() {
                    kept.push(inner);
                }
            } else if leaves.contains(&exception.as_object().address()) {
                kept.push(part.clone());
            }
        }
        if kept.is_empty() {
            return Ok(Value::None);
        }
        if kept.len() == parts.len() && kept.iter().zip(&parts).all(|(a, b)| a.is(b)) {
            return Ok(Value::object(group.clone()));
        }
        let items = Value::object(List::new(kept));
        let derived = self.call_method(&Value::object(group.clone()), "derive", &[items])?;
        if let Some(derived) = derived.get_ref::<Exception>() {
            derived.traceback.replace(group.traceback.get());
            derived.cause.replace(group.cause.get());
            derived.context.replace(group.context.get());
            derived.suppress_context.set(group.suppress_context.get());
            let notes = self.names.notes.clone();
            let source = Value::object(group.clone());
            if let Some(notes_value) = self.get_attr_optional(&source, &notes)? {
                let copy = Value::object(List::new(self.collect(&notes_value)?));
                self.set_attr(&Value::object(derived.clone()), &notes, copy)?;
            }
        }
        Ok(derived)
    }
}

/// Whether an exception came out of a clause as the part of the group that went in: parts share
/// notes, traceback, cause and context with the whole.
fn same_metadata(exception: &Ref<Exception>, original: &Ref<Exception>) -> bool {
    exception.traceback.holds_as(&original.traceback)
        && exception.cause.holds_as(&original.cause)
        && exception.context.holds_as(&original.context)
}
