//! `text += more`, `text = text + more` where nobody else holds the text: the string grows in place,
//! so that building one in a loop takes time proportional to its length.

use crate::code::op::Op;
use crate::object::Value;
use crate::object::frame::Registers;
use crate::object::string::Str;

/// Adds the top of the stack to the string below it, in place, if the next instruction stores the
/// result in the variable that holds this string and there is no other reference to it.
pub fn append_in_place(registers: &mut Registers) -> bool {
    let slot = match registers.op_ahead(0) {
        Op::StoreFast(slot) => slot,
        Op::StoreFastJump { slot, .. } => u32::from(slot),
        _ => return false,
    };
    let (text, more) = (registers.peek(2), registers.peek(1));
    let Value::Object(object) = text else { return false };
    if object.strong_count() != 2
        || !text.is(registers.variable(slot))
        || text.get_exact::<Str>().is_none()
        || more.get_exact::<Str>().is_none()
    {
        return false;
    }
    let more = registers.pop();
    // The variable's reference goes first, and with it whatever kept the string from changing.
    drop(std::mem::replace(registers.variable_mut(slot), Value::Unbound));
    let Value::Object(object) = registers.pop() else { unreachable!("it has been looked at") };
    let Ok(mut text) = object.downcast::<Str>() else { unreachable!("it has been looked at") };
    let more = more.as_str().unwrap_or_default();
    match text.get_mut() {
        Some(text) => text.push_str(more),
        None => text = Str::from_string([text.as_str(), more].concat()),
    }
    registers.push(text.into());
    true
}
