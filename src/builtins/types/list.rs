//! `list`.

use crate::object::kinds::Kind;
use crate::object::list::List;
use crate::object::native::{Args, ClassSpec, Native};
use crate::object::{Result, Value};
use crate::vm::Vm;

pub const CLASS: ClassSpec = ClassSpec {
    name: "list",
    layout: Kind::List,
    is_base_type: true,
    methods: &[
        Native::new("append", "object, /", append),
        Native::new("clear", "", clear),
        Native::new("__len__", "", len),
    ],
    ..ClassSpec::EMPTY
};

fn append(vm: &mut Vm, args: &Args) -> Result {
    let list = args.receiver::<List>(vm)?;
    list.items.borrow_mut().push(args.get(1).clone());
    Ok(Value::None)
}

fn clear(vm: &mut Vm, args: &Args) -> Result {
    // Taken out first: what goes may look at the list.
    drop(args.receiver::<List>(vm)?.items.take());
    Ok(Value::None)
}

fn len(vm: &mut Vm, args: &Args) -> Result {
    Ok(args.receiver::<List>(vm)?.len().into())
}
